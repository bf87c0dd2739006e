"""Straight lines of a page, from the paths it strokes and the thin boxes it fills."""

from dataclasses import dataclass

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
_THIN = 3.0
_SHORTEST = 4.0
_MOST_RULINGS = 20_000
_MOST_EDGES = 20_000


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line: along x at height `at` when level, else along y at distance `at`."""

    level: bool
    at: float
    start: float
    end: float


def times(one: Matrix, other: Matrix) -> Matrix:
    """The matrix that applies `one`, then `other`."""
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def spot(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    """Where a point falls."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class Path:
    """The path under construction, and the rulings painted so far."""

    def __init__(self) -> None:
        self.rulings: list[Ruling] = []
        self._edges: list[Box] = []
        self._boxes: list[Box] = []
        self._first = self._point = (0.0, 0.0)

    def step(self, name: str, numbers: list[float], matrix: Matrix) -> None:
        """Add a rectangle (re), or go to a point by a move, a line, a curve or a closing."""
        if len(self._edges) + len(self._boxes) > _MOST_EDGES:
            return
        if name == "re" and len(numbers) == 4:
            x, y, width, height = numbers
            self._boxes.append(_ordered(*spot(x, y, matrix), *spot(x + width, y + height, matrix)))
        elif name == "h":
            self._line_to(self._first)
        elif len(numbers) >= 2 and name != "re":
            point = spot(numbers[-2], numbers[-1], matrix)
            if name == "l":
                self._line_to(point)
            elif name == "m":
                self._first = point
            self._point = point

    @property
    def hull(self) -> Box | None:
        """The box around the whole path; None when there is none."""
        boxes = self._boxes + _hull(self._edges)
        if not boxes:
            return None
        x0, y0, x1, y1 = zip(*boxes, strict=True)
        return min(x0), min(y0), max(x1), max(y1)

    def paint(self, *, stroke: bool, fill: bool) -> None:
        """Paint the path: strokes leave their lines, fills only boxes thin enough to be lines."""
        if stroke:
            for edge in self._edges:
                self._rule(*_ordered(*edge))
            for x0, y0, x1, y1 in self._boxes:
                for edge in (
                    (x0, y0, x1, y0),
                    (x0, y1, x1, y1),
                    (x0, y0, x0, y1),
                    (x1, y0, x1, y1),
                ):
                    self._rule(*edge)
        elif fill:
            for box in self._boxes + _hull(self._edges):
                self._rule(*box)
        self._edges, self._boxes = [], []

    def _line_to(self, point: tuple[float, float]) -> None:
        self._edges.append((*self._point, *point))
        self._point = point

    def _rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        width, height = x1 - x0, y1 - y0
        if len(self.rulings) >= _MOST_RULINGS or max(width, height) < _SHORTEST:
            return
        if height <= min(_THIN, width):
            self.rulings.append(Ruling(True, (y0 + y1) / 2, x0, x1))
        elif width <= _THIN:
            self.rulings.append(Ruling(False, (x0 + x1) / 2, y0, y1))


def _ordered(x0: float, y0: float, x1: float, y1: float) -> Box:
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _hull(edges: list[Box]) -> list[Box]:
    """The box around a filled outline drawn edge by edge."""
    if not edges:
        return []
    xs = [x for x0, _, x1, _ in edges for x in (x0, x1)]
    ys = [y for _, y0, _, y1 in edges for y in (y0, y1)]
    return [(min(xs), min(ys), max(xs), max(ys))]
