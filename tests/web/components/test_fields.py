"""A field is label, hint, message, input; a form's faults stand at the top with their links."""

import re

from django import forms
from django.template import engines


class NoticeForm(forms.Form):
    number = forms.CharField(
        label="Số văn bản",
        help_text="Ví dụ 272/KH-UBND.",
        error_messages={"required": "Nhập số văn bản."},
    )
    day = forms.DateField(label="Ngày ký", required=False)
    way = forms.ChoiceField(
        label="Cách gửi",
        choices=[("mail", "Thư"), ("hand", "Trao tay")],
        widget=forms.RadioSelect,
        error_messages={"required": "Chọn cách gửi."},
    )
    tell = forms.BooleanField(label="Báo cơ quan", required=False)

    def clean(self):
        raise forms.ValidationError("Chốt ngày trước khi gửi.")


def shown(source, form):
    return engines["django"].from_string(source).render({"form": form})


def test_label_hint_message_and_input_stand_in_this_order():
    html = shown("{% field form.number %}", NoticeForm({}))
    places = [html.index(part) for part in ("Số văn bản", "Ví dụ", "Nhập số văn bản.", "<input")]

    assert places == sorted(places)


def test_the_input_is_described_by_its_hint_and_its_message():
    html = shown("{% field form.number %}", NoticeForm({}))

    assert 'aria-describedby="id_number_helptext id_number_error"' in html
    assert 'aria-invalid="true"' in html
    assert all(f'id="{name}"' in html for name in ("id_number_helptext", "id_number_error"))


def test_a_field_without_fault_or_hint_is_described_by_nothing():
    assert "aria-describedby" not in shown("{% field form.day %}", NoticeForm())


def test_a_day_is_typed_as_text_of_ten_characters():
    html = shown("{% field form.day %}", NoticeForm())

    assert 'type="text"' in html
    assert 'size="10"' in html


def test_what_was_typed_is_kept_as_typed():
    assert 'value="272/kh"' in shown("{% field form.number %}", NoticeForm({"number": "272/kh"}))


def test_choices_are_a_group_named_by_a_legend():
    html = shown("{% field form.way %}", NoticeForm({}))

    assert '<fieldset class="field field-error" aria-describedby="id_way_error">' in html
    assert "Cách gửi</legend>" in html


def test_a_box_has_its_words_beside_it():
    html = shown("{% field form.tell %}", NoticeForm())

    assert re.search(r'<input type="checkbox"[^>]*><span>Báo cơ quan</span>', html)


def test_extra_words_become_attributes_and_a_unit_follows_the_input():
    html = shown('{% field form.number suffix="đ" data_kind="sum" %}', NoticeForm())

    assert 'data-kind="sum"' in html
    assert "<span>đ</span>" in html


def test_the_summary_counts_the_faults_and_links_to_their_fields():
    html = shown("{% error_summary form %}", NoticeForm({}))

    assert "Cần sửa 3 chỗ" in html
    assert re.findall(r'href="#(\w+)"', html) == ["id_number", "id_way_0"]
    assert "Chốt ngày trước khi gửi." in html


def test_a_form_without_faults_has_no_summary():
    assert shown("{% error_summary form %}", NoticeForm()).strip() == ""
