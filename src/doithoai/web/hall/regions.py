"""The live parts of every page, drawn by the same templates at first and in every snapshot."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string

from doithoai.hall.queries import Board
from doithoai.web.hall import scenes

Scene = Callable[[Board], dict[str, Any]]
CHANNELS: dict[str, tuple[Scene, tuple[str, ...]]] = {
    "stage": (scenes.stage, ("stage",)),
    "audience": (scenes.audience, ("audience",)),
    "chair": (scenes.chair, ("chair",)),
    "presenter": (scenes.presenter, ("presenter",)),
    "secretary": (scenes.secretary, ("floor", "queue", "side")),
    "log": (scenes.secretary, ("log",)),
}
"""A channel, what it says, and its regions: `hall/live/<region>.html` each."""


def drawn(channel: str, board: Board, **more: Any) -> dict[str, str]:
    """The regions of a channel as HTML, by name; `more` is what only one visitor sees."""
    scene, regions = CHANNELS[channel]
    said = {**scene(board), "now": board.now, **more}
    return {name: render_to_string(f"hall/live/{name}.html", said) for name in regions}
