"""A page drawn without ink: where each piece of text and each ruling stands."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

from doithoai.reading.files.budget import Budget
from doithoai.reading.files.pdf.faces import Face
from doithoai.reading.files.pdf.operators import Operand, operators
from doithoai.reading.files.pdf.paths import Box, Matrix, Path, Ruling, spot, times

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_MOST_DEPTH = 8
_MOST_SAVED = 500
_WORD_GAP = 0.15
_LONGEST_SPACE = 0.5
_OVERLAP = 0.3
_TILT = 0.05
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_FILLS = frozenset(("f", "F", "f*", "B", "B*", "b", "b*"))


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text on one baseline: from x0 to x1 at height y, in points."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    face: Face


@dataclass(slots=True)
class _State:
    matrix: Matrix
    face: Face | None = None
    size: float = 0.0
    letter_gap: float = 0.0
    word_gap: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    clip: Box | None = None


class Canvas:
    """Runs content streams and keeps the spans and rulings they draw."""

    def __init__(self, base: Matrix, budget: Budget, faces: dict[int, Face | None]) -> None:
        self.spans: list[Span] = []
        self.unread = 0
        self._budget, self._faces = budget, faces
        self._state = _State(base)
        self._stack: list[_State] = []
        self._line = self._text = _IDENTITY
        self._path = Path()
        self._marks: list[bool] = []
        self._depth = 0
        self._resources = DictionaryObject()
        self._verbs: dict[str, Callable[[list[Operand]], None]] = {
            "q": self._save,
            "Q": self._restore,
            "cm": self._transform,
            "BT": self._begin,
            "Tf": self._font,
            "Td": self._move,
            "TD": self._move_and_lead,
            "Tm": self._place,
            "T*": self._next_line,
            "Tj": self._show,
            "TJ": self._show_array,
            "'": self._show_on_next_line,
            '"': self._show_spaced,
            "Do": self._run_form,
            "BMC": self._mark,
            "BDC": self._mark,
            "EMC": self._unmark,
        }

    @property
    def rulings(self) -> list[Ruling]:
        """The straight lines drawn so far."""
        return self._path.rulings

    def run(self, data: bytes, resources: DictionaryObject) -> None:
        """Draw one content stream with its resources."""
        outer, self._resources = self._resources, resources
        for name, operands in operators(data, self._budget):
            verb = self._verbs.get(name)
            if verb is not None:
                verb(operands)
            elif name in ("Tc", "Tw", "Tz", "TL", "Ts"):
                self._set(name, operands)
            else:
                self._draw(name, operands)
        self._resources = outer

    def _draw(self, name: str, operands: list[Operand]) -> None:
        if name in ("re", "m", "l", "c", "h"):
            self._path.step(name, _numbers(operands), self._state.matrix)
        elif name in ("W", "W*"):
            self._clip()
        elif name in _STROKES or name in _FILLS or name == "n":
            self._path.paint(stroke=name in _STROKES, fill=name in _FILLS)

    def _clip(self) -> None:
        """Nothing shows outside the path any more; its box is near enough."""
        hull, clip = self._path.hull, self._state.clip
        if hull is not None and clip is not None:
            hull = (hull[0], max(hull[1], clip[1]), hull[2], min(hull[3], clip[3]))
        self._state.clip = hull or clip

    def _save(self, _: list[Operand]) -> None:
        if len(self._stack) < _MOST_SAVED:
            self._stack.append(replace(self._state))

    def _restore(self, _: list[Operand]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _transform(self, operands: list[Operand]) -> None:
        matrix = _matrix(operands)
        if matrix:
            self._state.matrix = times(matrix, self._state.matrix)

    def _set(self, name: str, operands: list[Operand]) -> None:
        numbers = _numbers(operands)
        if numbers:
            names = {"Tc": "letter_gap", "Tw": "word_gap", "TL": "leading", "Ts": "rise"}
            value = numbers[0] / 100 if name == "Tz" else numbers[0]
            setattr(self._state, names.get(name, "stretch"), value)

    def _begin(self, _: list[Operand]) -> None:
        self._line = self._text = _IDENTITY

    def _font(self, operands: list[Operand]) -> None:
        if len(operands) == 2 and isinstance(operands[0], str) and isinstance(operands[1], float):
            self._state.face, self._state.size = self._face(operands[0]), operands[1]

    def _move(self, operands: list[Operand]) -> None:
        numbers = _numbers(operands)
        if len(numbers) == 2:
            self._line = self._text = _shifted(self._line, *numbers)

    def _move_and_lead(self, operands: list[Operand]) -> None:
        numbers = _numbers(operands)
        if len(numbers) == 2:
            self._state.leading = -numbers[1]
        self._move(operands)

    def _place(self, operands: list[Operand]) -> None:
        matrix = _matrix(operands)
        if matrix:
            self._line = self._text = matrix

    def _next_line(self, _: list[Operand]) -> None:
        self._move([0.0, -self._state.leading])

    def _show(self, operands: list[Operand]) -> None:
        if operands and isinstance(operands[0], bytes):
            self._write(operands[0])

    def _show_array(self, operands: list[Operand]) -> None:
        for item in operands[0] if operands and isinstance(operands[0], list) else ():
            if isinstance(item, bytes):
                self._write(item)
            elif isinstance(item, float):
                self._advance(-item / 1000 * self._state.size * self._state.stretch)

    def _show_on_next_line(self, operands: list[Operand]) -> None:
        self._next_line([])
        self._show(operands)

    def _show_spaced(self, operands: list[Operand]) -> None:
        self._set("Tw", operands[:1])
        self._set("Tc", operands[1:2])
        self._show_on_next_line(operands[2:])

    def _mark(self, operands: list[Operand]) -> None:
        """Marked content: what its maker calls a header or footer is not text of the page."""
        said = [operand for operand in operands if isinstance(operand, str)]
        self._marks.append("/Artifact" in said and any("/Pagination" in one for one in said))

    def _unmark(self, _: list[Operand]) -> None:
        if self._marks:
            self._marks.pop()

    def _run_form(self, operands: list[Operand]) -> None:
        forms = self._resources.get("/XObject", DictionaryObject()).get_object()
        if self._depth >= _MOST_DEPTH or not operands or not isinstance(forms, DictionaryObject):
            return
        form = forms.get(operands[0])
        form = form.get_object() if form is not None else None
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
            return
        self._depth += 1
        self._save([])
        held = form.get("/Matrix")
        self._transform([float(number) for number in held.get_object()] if held is not None else [])
        resources = form.get("/Resources", self._resources).get_object()
        data = form.get_data()
        self._budget.spend(len(data) // 100)
        self.run(data, resources if isinstance(resources, DictionaryObject) else self._resources)
        self._restore([])
        self._depth -= 1

    def _face(self, name: str) -> Face | None:
        fonts = self._resources.get("/Font", DictionaryObject()).get_object()
        if not isinstance(fonts, DictionaryObject) or name not in fonts:
            return None
        held = fonts.raw_get(name)
        key = held.idnum if isinstance(held, IndirectObject) else -id(held)
        if key not in self._faces:
            self._faces[key] = _opened(held.get_object())
        return self._faces[key]

    def _write(self, data: bytes) -> None:
        state = self._state
        if state.face is None:
            self.unread += len(data)
            return
        shown = state.face.read(data)
        self.unread += shown.text.count("\ufffd")
        gaps = shown.codes * state.letter_gap + shown.spaces * state.word_gap
        width = (shown.width / 1000 * state.size + gaps) * state.stretch
        if not any(self._marks):
            self._keep(shown.text, width, state.face)
        self._advance(width)

    def _advance(self, width: float) -> None:
        self._text = _shifted(self._text, width, 0.0)

    def _keep(self, text: str, width: float, face: Face) -> None:
        state = self._state
        matrix = times(self._text, state.matrix)
        along, up = matrix[0], math.hypot(matrix[2], matrix[3])
        if along <= 0 or abs(matrix[1]) > _TILT * along or not text:
            return
        x0, y = spot(0.0, state.rise, matrix)
        if state.clip is not None and not state.clip[1] <= y <= state.clip[3]:
            return
        span = Span(text, x0, x0 + width * along, y, state.size * up, face)
        joined = _join(self.spans[-1], span) if self.spans else None
        if joined is None:
            self.spans.append(span)
        else:
            self.spans[-1] = joined


def _shifted(matrix: Matrix, x: float, y: float) -> Matrix:
    a, b, c, d, e, f = matrix
    return (a, b, c, d, a * x + c * y + e, b * x + d * y + f)


def _join(before: Span, span: Span) -> Span | None:
    """Two pieces that follow each other on one baseline as one; None when they do not."""
    gap, size = span.x0 - before.x1, max(before.size, 1.0)
    if before.face is not span.face or abs(before.y - span.y) > 0.1 * size:
        return None
    if not -_OVERLAP * size < gap < _LONGEST_SPACE * size:
        return None
    parted = gap > _WORD_GAP * size and not before.text.endswith(" ") and span.text[0] != " "
    text = f"{before.text} {span.text}" if parted else before.text + span.text
    return Span(text, before.x0, max(before.x1, span.x1), before.y, before.size, before.face)


def _numbers(operands: list[Operand]) -> list[float]:
    return [operand for operand in operands if isinstance(operand, float)]


def _matrix(operands: list[Operand]) -> Matrix | None:
    numbers = _numbers(operands)
    if len(numbers) != 6:
        return None
    a, b, c, d, e, f = numbers
    return (a, b, c, d, e, f)


def _opened(resource: object) -> Face | None:
    """A font, or None when it is too broken to tell a letter: pypdf then raises anything."""
    try:
        return Face(resource) if isinstance(resource, DictionaryObject) else None
    except Exception:
        return None
