"""Fields, errors and buttons of forms: label, hint, message, input, in this order."""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

DAY_ATTRS = {"size": "10", "inputmode": "numeric", "autocomplete": "off"}


@register.inclusion_tag("components/field.html")
def field(
    bound: BoundField, suffix: str = "", reveal: bool = False, **attrs: str
) -> dict[str, Any]:
    """One field of a form; `size` in the widget's attrs tells the width of the expected answer.

    `suffix` is a unit after the input, `reveal` a button that shows a password; other keywords
    become attributes of the input, with `_` read as `-`.
    """
    group = isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    own = {name.replace("_", "-"): value for name, value in attrs.items()}
    return {
        "bound": bound,
        "suffix": suffix,
        "reveal": reveal,
        "kind": "group" if group else "check" if _is_box(bound) else "input",
        "describedby": _describedby(bound),
        "widget": "" if group else bound.as_widget(attrs={**_attrs(bound), **own}),
    }


def _is_box(bound: BoundField) -> bool:
    return isinstance(bound.field.widget, forms.CheckboxInput)


def _describedby(bound: BoundField) -> str:
    hint = f"{bound.auto_id}_helptext" if bound.help_text else ""
    error = f"{bound.auto_id}_error" if bound.errors else ""
    return f"{hint} {error}".strip()


def _attrs(bound: BoundField) -> dict[str, str]:
    day = isinstance(bound.field, forms.DateField) and "size" not in bound.field.widget.attrs
    attrs = dict(DAY_ATTRS) if day else {}
    if described := _describedby(bound):
        attrs["aria-describedby"] = described
    return attrs


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: forms.BaseForm) -> dict[str, Any]:
    """All that must be mended, at the top, each with a link to its field; focus goes to it."""
    faults = [("", message) for message in form.non_field_errors()]
    for bound in form:
        faults += [(_target(bound), message) for message in bound.errors]
    return {"faults": faults}


def _target(bound: BoundField) -> str:
    group = isinstance(bound.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)
    return f"{bound.auto_id}_0" if group else bound.auto_id


@register.simple_block_tag
def form_actions(content: SafeString) -> SafeString:
    """The buttons of a form, the primary first."""
    return format_html('<div class="form-actions">{}</div>', content)
