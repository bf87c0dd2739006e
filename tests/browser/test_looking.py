"""The eyes of these tests see: a bad page is found bad, a good one good."""

from tests.browser.looking import faults_of

BAD = """<html><title>x</title><body style="margin:0"><h1>Một</h1><h1>Hai</h1>
<p style="color:#aaa;background:#fff;width:500px">Chữ mờ</p><img src="data:,"></body></html>"""
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
