"""Cutting what was said into matters: the pieces follow each other and lose not a letter."""

from collections.abc import Sequence
from dataclasses import dataclass

from doithoai.workflow import Refused

NOWHERE = "Chưa đánh dấu chỗ tách. Đánh dấu ít nhất một chỗ giữa hai việc rồi tách."
OUTSIDE = "Chỗ tách phải nằm trong câu, chỗ sau đứng sau chỗ trước. Đánh dấu lại."
EMPTY = "Có phần không còn chữ nào. Đặt chỗ tách giữa hai câu chữ rồi tách lại."


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what was said, from `start` to before `end` (characters)."""

    start: int
    end: int
    text: str


def cut(piece: Piece, cuts: Sequence[int]) -> tuple[Piece, ...]:
    """The pieces between the cuts (positions in what was said). Raises Refused."""
    if not cuts:
        raise Refused(NOWHERE)
    edges = [piece.start, *cuts, piece.end]
    if any(before >= after for before, after in zip(edges, edges[1:], strict=False)):
        raise Refused(OUTSIDE)
    pieces = tuple(
        Piece(start, end, piece.text[start - piece.start : end - piece.start])
        for start, end in zip(edges, edges[1:], strict=False)
    )
    if not all(one.text.strip() for one in pieces):
        raise Refused(EMPTY)
    return pieces


def tiling_fault(said: str, pieces: Sequence[Piece]) -> str:
    """Why the pieces, in order of their start, do not hold exactly what was said; "" if they do."""
    reached = 0
    for piece in pieces:
        if piece.start != reached:
            what = "thiếu" if piece.start > reached else "lặp"
            return f"{what} từ ký tự {min(piece.start, reached)}"
        if piece.text != said[piece.start : piece.end] or piece.end <= piece.start:
            return f"khác lời đã gửi từ ký tự {piece.start}"
        reached = piece.end
    return "" if reached == len(said) else f"thiếu từ ký tự {reached}"
