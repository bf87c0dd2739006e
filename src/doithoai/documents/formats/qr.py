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
    drawing = io.BytesIO()
    code_of(content).save(
        drawing,
        kind="svg",
        border=QUIET,
        xmldecl=False,
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return drawing.getvalue().decode()


def as_png(content: str) -> io.BytesIO:
    """The code in pixels, for Word."""
    drawing = io.BytesIO()
    code_of(content).save(drawing, kind="png", border=QUIET, scale=8)
    drawing.seek(0)
    return drawing
