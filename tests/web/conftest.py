"""The scene of all rooms, laid once for a file of tests."""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tests.web.scene import Scene
from tests.web.visits import Visits, cookies_kept


@pytest.fixture(scope="module")
def laid_scene(laid_once: Any) -> Iterator[Scene]:
    """Everything of all rooms, in a transaction that ends with the file."""
    from tests.web.tables import a_whole_scene

    with laid_once(a_whole_scene) as scene:
        yield scene


@pytest.fixture
def scene(laid_scene: Scene, db: None) -> Iterator[Scene]:
    """The scene as it was laid: what a test does to database and cookies is undone after it."""
    with ExitStack() as after:
        for client in laid_scene.clients.values():
            after.enter_context(cookies_kept(client))
        yield laid_scene


@pytest.fixture(scope="module")
def seen() -> dict[Any, Any]:
    """What a look at each address showed to each role; a look changes nothing of the scene."""
    return {}


@pytest.fixture
def visits(scene: Scene, seen: dict[Any, Any]) -> Visits:
    """Looks at the pages of the scene, each address only once for each role."""
    return Visits(scene, seen)
