"""Inputs of forms, drawn in Python: Django's own templates cost a page more than all else on it.

Letter for letter what `django/forms/widgets/*.html` draws; any other template is still Django's.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

FOLDER = "django/forms/widgets"
INPUTS = (
    *("input", "text", "number", "email", "url", "tel", "search", "color", "password", "hidden"),
    *("file", "date", "datetime", "time", "checkbox"),
)
OPTIONS = ("radio_option", "checkbox_option", "input_option")
Widget = Mapping[str, Any]


class InputRenderer(DjangoTemplates):
    """Draws inputs itself and leaves everything else to Django's templates."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """One widget, as HTML."""
        draw = DRAWN.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        return draw(context["widget"])


def _input(widget: Widget) -> SafeString:
    value = widget["value"]
    return format_html(
        '<input type="{}" name="{}"{}{}>',
        widget["type"],
        widget["name"],
        "" if value is None else format_html(' value="{}"', value),
        _attributes(widget["attrs"]),
    )


def _option(widget: Widget) -> SafeString:
    if not widget.get("wrap_label"):
        return _input(widget)
    key = widget["attrs"].get("id")
    aim = format_html(' for="{}"', key) if key else ""
    return format_html("<label{}>{}\n {}</label>", aim, _input(widget), widget["label"])


def _textarea(widget: Widget) -> SafeString:
    attributes, value = _attributes(widget["attrs"]), widget["value"] or ""
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], attributes, value)


def _attributes(attrs: Mapping[str, Any]) -> SafeString:
    """Each as ` name="value"`; True stands alone, False is left out."""
    said = (
        f" {conditional_escape(name)}"
        + ("" if value is True else f'="{conditional_escape(value)}"')
        for name, value in attrs.items()
        if value is not False
    )
    return SafeString("".join(said))


DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    f"{FOLDER}/textarea.html": _textarea,
    **{f"{FOLDER}/{name}.html": _input for name in INPUTS},
    **{f"{FOLDER}/{name}.html": _option for name in OPTIONS},
}
