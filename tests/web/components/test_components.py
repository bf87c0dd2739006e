"""Components say what they are given, escaped, and nothing that leads nowhere."""

import re

from django.core.paginator import Paginator
from django.template import engines
from django.utils.html import strip_tags

from doithoai.web.templatetags.components import crumbs, masked, pagination


def shown(source, **context):
    return engines["django"].from_string(source).render(context)


def test_a_panel_holds_its_title_count_and_one_action():
    html = shown(
        '{% panel title=title count=3 action_url="/lich/" action_label="Lịch" %}'
        "<p>a</p>{% endpanel %}",
        title="Chờ <tôi>",
    )

    assert "Chờ &lt;tôi&gt;" in html
    assert '<span class="panel-count">3</span>' in html
    assert '<a class="panel-aside" href="/lich/">Lịch</a>' in html
    assert "<p>a</p>" in html


def test_a_panel_counts_nothing_unless_told_but_says_zero():
    assert "panel-count" not in shown('{% panel title="A" %}{% endpanel %}')
    assert ">0<" in shown('{% panel title="A" count=0 %}{% endpanel %}')


def test_pages_say_which_rows_of_how_many_and_keep_the_filter():
    page = Paginator(range(1884), 25).page(2)
    html = shown('{% pagination page query noun="Câu" %}', page=page, query="tre=1")

    assert "Câu 26–50 trong 1.884" in strip_tags(html)
    assert 'href="?tre=1&amp;trang=3"' in html
    assert html.count('aria-current="page"') == 1


def test_a_single_page_has_no_page_links():
    html = shown("{% pagination page %}", page=Paginator(range(3), 25).page(1))

    assert "Dòng 1–3 trong 3" in strip_tags(html)
    assert "<a" not in html


def test_pages_far_away_are_left_out():
    numbers = list(pagination(Paginator(range(1000), 10).page(50))["numbers"])

    assert numbers == [1, "…", 48, 49, 50, 51, 52, "…", 100]


def test_the_way_here_ends_with_this_page_unlinked():
    links = crumbs("Hội nghị", "/hoi-nghi/", "Thẩm định")["links"]

    assert links == [("Hội nghị", "/hoi-nghi/"), ("Thẩm định", "")]


def test_masked_words_keep_only_initials_and_three_digits():
    text = strip_tags(masked("Trần Thị Bưởi 0912345678"))

    assert text == "Đã che: T••• T••• B••• •••••••678"


def test_a_deed_that_asks_first_is_a_plain_post_without_script():
    html = shown(
        '{% confirm_button "Hủy" "Hủy hội nghị?" "Ai cũng thấy." "Hủy hội nghị" url="/huy/"'
        ' tone="danger" name="why" value="mưa" %}',
        csrf_token="abc",
    )

    assert '<form class="confirm" method="post" action="/huy/" data-confirm>' in html
    assert 'name="csrfmiddlewaretoken" value="abc"' in html
    assert 'name="why" value="mưa"' in html
    assert re.findall(r"<button[^>]*>\s*([^<]+?)\s*<", html) == ["Hủy", "Hủy hội nghị", "Giữ lại"]


def test_a_box_that_scrolls_can_be_reached_and_has_a_name():
    html = shown('{% scroll "Bảng phân bổ" %}<table></table>{% endscroll %}')

    assert 'tabindex="0" role="region" aria-label="Bảng phân bổ"' in html


def test_steps_of_a_task_have_one_current():
    html = shown("{% task_steps labels 2 %}", labels=["Chọn tệp", "Xem trước", "Ghi"])

    assert html.count('aria-current="step"') == 1
    assert html.count("Xong:") == 1
