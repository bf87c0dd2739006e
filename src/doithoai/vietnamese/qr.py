"""Square codes as drawings."""

import io
from typing import Any

import segno

QUIET = 2
MASK = 4
"""Readers take any of the eight masks; weighing them all makes up most of the time of a code."""


def code_of(content: str) -> Any:
    """The code with a seventh of it spare: it may be creased or stamped upon."""
    return segno.make(content, error="m", micro=False, boost_error=False, mask=MASK)


def as_svg(content: str) -> str:
    """The code as one path that scales."""
    text, drawing = io.BytesIO(), code_of(content)
    drawing.save(
        text,
        kind="svg",
        border=QUIET,
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return text.getvalue().decode()


def as_png(content: str) -> io.BytesIO:
    """The code in pixels, for Word and e-mail."""
    picture, drawing = io.BytesIO(), code_of(content)
    drawing.save(picture, kind="png", border=QUIET, scale=8)
    picture.seek(0)
    return picture
