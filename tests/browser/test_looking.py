"""The eyes of these tests see: a bad page is found bad, a good one good."""

from tests.browser.looking import faults_of

BAD = """<html><title>x</title><body style="margin:0"><h1>Một</h1><h1>Hai</h1>
<p style="color:#aaa;background:#fff;width:500px">Chữ mờ</p><img src="data:,"></body></html>"""
LOOKS = """<!doctype html><html lang="vi"><title>Trang</title>
<style>@media (prefers-color-scheme: dark) { q { color: #333; background: #222 } }</style>
<main><h1>Tên trang</h1><p>Rõ</p><p>Cũng rõ</p><p style="color:#aaa">Mờ</p>
<div style="background:#222"><p>Chìm</p><p>Cũng chìm</p></div><q>Chìm khi tối</q></main></html>"""
GOOD = (
    """<!doctype html><html lang="vi"><title>Trang</title><main><h1>Tên trang</h1></main></html>"""
)


def test_a_bad_page_is_found_out(chromium):
    page = chromium.new_page()
    page.set_content(BAD)
    found = "\n".join(faults_of(page))

    for fault in ("'h1': 2", "at 320: 180 px too wide", "color-contrast: p", "image-alt: img"):
        assert fault in found


def test_a_good_page_is_left_in_peace(chromium):
    page = chromium.new_page()
    page.set_content(GOOD)

    assert faults_of(page) == []


def test_words_of_every_colour_on_every_ground_are_measured_in_both_themes(chromium):
    page = chromium.new_page()
    page.set_content(LOOKS)
    found = faults_of(page)

    broken = {fault.partition(": ")[2] for fault in found}
    light, dark = ("p:nth-child(4); p:nth-child(1)" + more for more in ("", "; q"))
    assert broken == {f"color-contrast: {light}", f"color-contrast: {dark}"}
    assert len(found) == 4
