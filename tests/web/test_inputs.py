"""Inputs drawn in Python are letter for letter what Django's templates draw."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates, get_default_renderer
from hypothesis import given
from hypothesis import strategies as st

from doithoai.web.inputs import InputRenderer

OURS, DJANGO = InputRenderer(), DjangoTemplates()
WIDGETS = (
    *(forms.TextInput, forms.NumberInput, forms.EmailInput, forms.URLInput, forms.TelInput),
    *(forms.SearchInput, forms.PasswordInput, forms.HiddenInput, forms.DateInput),
    *(forms.CheckboxInput, forms.FileInput, forms.Textarea),
)
CHOICES = [("", "Để trống"), ("1", "Điện & nước"), (2, "<Đường>")]
words = st.one_of(st.none(), st.text(max_size=12), st.sampled_from(["<b>", "'\"&", "0912 345"]))
attrs = st.dictionaries(
    st.sampled_from(["id", "class", "data-x", "required", "disabled", "aria-label"]),
    st.one_of(st.booleans(), st.integers(), st.text(max_size=8)),
)


@given(st.sampled_from(WIDGETS), words, attrs)
def test_every_kind_of_input_is_drawn_the_same(kind, value, given_attrs):
    ours, django = (kind().render("ô", value, given_attrs, renderer=one) for one in (OURS, DJANGO))

    assert ours.strip() == django.strip()


@pytest.mark.parametrize("kind", [forms.RadioSelect, forms.CheckboxSelectMultiple])
@pytest.mark.parametrize("attrs", [{}, {"id": "id_topic"}])
def test_a_choice_is_drawn_the_same(kind, attrs):
    field = forms.ChoiceField if kind is forms.RadioSelect else forms.MultipleChoiceField
    widget = field(choices=CHOICES, widget=kind).widget
    drawn = [
        [option.tag(wrap) for option in _options(widget, attrs, one) for wrap in (True, False)]
        for one in (OURS, DJANGO)
    ]

    assert drawn[0] == drawn[1]


def test_what_is_no_input_is_left_to_django():
    widget = forms.Select(choices=CHOICES)

    assert widget.render("ô", "1", renderer=OURS) == widget.render("ô", "1", renderer=DJANGO)


def test_forms_are_drawn_so():
    assert isinstance(get_default_renderer(), InputRenderer)


def _options(widget, attrs, renderer):
    shown = forms.boundfield.BoundWidget
    return [shown(widget, data, renderer) for data in widget.subwidgets("topic", "1", attrs)]
