"""Pieces every page is built from: panels, notices, figures, filters, pages of a list."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from doithoai.web.templatetags.icons import icon

register = template.Library()


@register.simple_block_tag
def panel(
    content: SafeString,
    title: str,
    *,
    count: str | int = "",
    note: str = "",
    action_url: str = "",
    action_label: str = "",
    tone: str = "",
) -> SafeString:
    """A titled box; `count` stands after the title, `note` or one link at the far right.

    `tone` is "" or "alarm" (what is late or must be looked at again).
    """
    return format_html(
        '<section class="panel{}"><div class="panel-head"><h2>{}{}{}</h2>{}</div>{}</section>',
        f" panel-{tone}" if tone else "",
        icon("late") if tone == "alarm" else "",
        title,
        format_html(' <span class="panel-count">{}</span>', count) if count != "" else "",
        _aside(note, action_url, action_label),
        content,
    )


def _aside(note: str, url: str, label: str) -> SafeString:
    if url:
        return format_html('<a class="panel-aside" href="{}">{}</a>', url, label)
    return format_html('<p class="panel-aside">{}</p>', note) if note else SafeString()


@register.simple_block_tag
def notice(content: SafeString, title: str = "", tone: str = "info") -> SafeString:
    """A message that stays: bar, shape, bold result, what next. Tones: ok, info, alarm, plain."""
    return format_html(
        '<div class="notice notice-{}">{}<div>{}{}</div></div>',
        tone,
        icon({"ok": "done", "info": "submitted", "alarm": "late"}.get(tone, "")),
        format_html("<strong>{}</strong> ", title) if title else "",
        content,
    )


@register.simple_block_tag
def scroll(content: SafeString, label: str) -> SafeString:
    """A box that may scroll sideways (a wide table): reachable by keyboard, with a name."""
    return format_html(
        '<div class="scroll" tabindex="0" role="region" aria-label="{}">{}</div>', label, content
    )


@register.simple_tag(takes_context=True)
def page_name(context: Context) -> SafeString:
    """What the page's title block says: a page of a conference has one name, in head and title."""
    return SafeString(context.render_context[BLOCK_CONTEXT_KEY].get_block("title").render(context))


@register.inclusion_tag("components/crumbs.html")
def crumbs(*parts: str) -> dict[str, Any]:
    """The way to this page: label, address, label, address …; a last label alone is this page."""
    pairs = [
        (parts[i], parts[i + 1] if i + 1 < len(parts) else "") for i in range(0, len(parts), 2)
    ]
    return {"links": pairs}


@register.inclusion_tag("components/figure_strip.html")
def figure_strip(figures: Iterable[Any]) -> dict[str, Any]:
    """Numbers side by side that add up. Each: label, value, optional tone key|alarm, url."""
    return {"figures": figures}


@register.inclusion_tag("components/empty_state.html")
def empty_state(
    title: str, text: str = "", action_url: str = "", action_label: str = ""
) -> dict[str, str]:
    """Nothing here: what is true, when the next comes, one secondary action."""
    return {"title": title, "text": text, "action_url": action_url, "action_label": action_label}


@register.simple_block_tag
def filter_bar(
    content: SafeString, clear_url: str = "", label: str = "Lọc danh sách"
) -> SafeString:
    """A GET form around inputs, selects and chips; `clear_url` (when filtered) offers "Bỏ lọc"."""
    clear = format_html('<a class="button button-text" href="{}">Bỏ lọc</a>', clear_url)
    return format_html(
        '<form class="filter-bar" method="get" role="search" aria-label="{}">{}'
        '<button class="button button-small" type="submit">Lọc</button>{}</form>',
        label,
        content,
        clear if clear_url else "",
    )


@register.simple_tag
def chip(label: str, url: str, pressed: bool = False, count: str | int = "") -> SafeString:
    """One filter as a link; `url` is the address with the filter turned the other way."""
    return format_html(
        '<a class="chip" href="{}"{}>{} {}{}</a>',
        url,
        SafeString(' aria-current="true"') if pressed else "",
        label,
        count,
        icon("close", 12) if pressed else "",
    )


@register.inclusion_tag("components/pagination.html")
def pagination(
    page: Page[Any], query: str = "", noun: str = "Dòng", name: str = "trang"
) -> dict[str, Any]:
    """`Câu 1–25 trong 92` and the numbered pages. `query`: the other parameters, urlencoded."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=2, on_ends=1)
    lead = f"?{query}&{name}=" if query else f"?{name}="
    return {"page": page, "numbers": numbers, "lead": lead, "noun": noun}


@register.inclusion_tag("components/timeline.html")
def timeline(steps: Iterable[Any]) -> dict[str, Any]:
    """What was and will be done. Each: date, text, detail, state past|now|future|returned."""
    return {"steps": steps}


@register.inclusion_tag("components/task_steps.html")
def task_steps(labels: Sequence[str], current: int) -> dict[str, Any]:
    """The steps of one task in order; `current` counts from 1. No red: nothing waits on others."""
    states = [
        "past" if n < current else "now" if n == current else "future" for n in _count(labels)
    ]
    return {"steps": list(zip(_count(labels), labels, states, strict=True))}


@register.inclusion_tag("components/step_bar.html")
def step_bar(current: int, total: int) -> dict[str, Any]:
    """`Bước 2 trên 3` with bars, for one-question-a-page forms."""
    return {"current": current, "total": total, "bars": [n <= current for n in range(1, total + 1)]}


@register.inclusion_tag("components/progress.html")
def progress(
    label: str, done: int, total: int, unit: str = "dòng", late: str = ""
) -> dict[str, Any]:
    """Long work: name, `312 / 450 dòng`, bar, and in `late` what needs mending, in words."""
    share = 100 * done / total if total else 0
    return {
        "label": label,
        "done": done,
        "total": total,
        "unit": unit,
        "late": late,
        "share": share,
    }


@register.simple_tag
def masked(text: str) -> SafeString:
    """A person's name, phone or address with only initials and the last three digits left."""
    words = (_mask(word) for word in str(text).split())
    return format_html(
        '<span class="masked">{}<span class="visually-hidden">Đã che: </span>{}</span>',
        icon("lock", 14),
        " ".join(words),
    )


def _mask(word: str) -> str:
    if re.fullmatch(r"[\d.+-]+", word):
        return "•" * max(len(word) - 3, 0) + word[-3:] if len(word) > 6 else "•" * len(word)
    return f"{word[0]}•••"


@register.inclusion_tag("components/confirm_button.html", takes_context=True)
def confirm_button(
    context: template.Context,
    label: str,
    question: str,
    text: str,
    verb: str,
    *,
    url: str,
    **options: str,
) -> dict[str, Any]:
    """A POST that asks first in a dialog (when scripts run) and repeats the verb on the button.

    Options: `tone` secondary|danger|primary|text, `keep` (the way out), `name` and `value` (one
    hidden field).
    """
    asked = {"label": label, "question": question, "text": text, "verb": verb, "url": url}
    preset = {"tone": "secondary", "keep": "Giữ lại", "name": "", "value": ""}
    return {**asked, **preset, **options, "csrf_token": context.get("csrf_token")}


@register.simple_tag
def key(*names: str) -> SafeString:
    """Keys of the keyboard, drawn."""
    return format_html_join(" ", "<kbd>{}</kbd>", ((name,) for name in names))


def _count(labels: Sequence[str]) -> range:
    return range(1, len(labels) + 1)
