"""Icons and state badges: a shape and a word, then a colour."""

from datetime import date
from typing import Any

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from doithoai.vietnamese.dates import short_date
from doithoai.web.templatetags.drawings import ICONS, SHAPES, STATE_SHAPES

register = template.Library()

SOON = 1


@register.simple_tag
def icon(name: str, size: int = 18) -> SafeString:
    """A line drawing by name (see `drawings.ICONS`, or a shape of a badge); "" draws nothing."""
    if not name:
        return SafeString()
    if name in SHAPES:
        return format_html(
            '<svg class="shape" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">'
            "{}</svg>",
            SafeString(SHAPES[name].drawing),
        )
    return format_html(
        '<svg class="icon" width="{0}" height="{0}" viewBox="0 0 18 18" aria-hidden="true">'
        "{1}</svg>",
        size,
        SafeString(ICONS[name]),
    )


@register.simple_tag
def badge(shape: str, label: str, tone: str = "", wash: bool = False) -> SafeString:
    """A shape and a word. Tones: ink, info, ok, alarm, seal; the shape has its own by default."""
    return format_html(
        '<span class="state tone-{}{}">{}{}</span>',
        tone or SHAPES[shape].tone,
        " state-wash" if wash else "",
        icon(shape),
        label,
    )


@register.simple_tag
def state_badge(thing: Any, wash: bool = False) -> SafeString:
    """The state of a thing as shape and word; `wash` when it stands alone at a page head."""
    shape = STATE_SHAPES.get(str(thing.state), "drafting")
    return badge(shape, thing.get_state_display(), wash=wash)


@register.simple_tag(takes_context=True)
def due(
    context: Context,
    day: date | None,
    today: date,
    *,
    done: bool = False,
    left: int | None = None,
    show_day: bool = True,
) -> SafeString:
    """A deadline and how many working days off it is; `left` when the page has counted them."""
    if day is None:
        return SafeString('<span class="due">Chưa có hạn</span>')
    written = format_html('<span class="due-day">{}</span> ', short_date(day)) if show_day else ""
    near: SafeString | str = ""
    if not done:
        near = nearness(day, today, context["work_days"].left(today, day) if left is None else left)
    return format_html('<span class="due">{}{}</span>', written, near)


def nearness(day: date, today: date, left: int) -> SafeString:
    """`Trễ 3 ngày làm việc`, `Hôm nay`, `Ngày mai`, `Còn 2 ngày làm việc`."""
    days, count = (day - today).days, max(abs(left), 1)
    if days < 0:
        return badge("late", f"Trễ {count} ngày làm việc")
    if days == 0:
        return badge("soon", "Hôm nay")
    if days == 1:
        return badge("soon", "Ngày mai")
    if count <= SOON:
        return badge("soon", f"Còn {count} ngày làm việc")
    return format_html('<span class="due-left">Còn {} ngày làm việc</span>', count)
