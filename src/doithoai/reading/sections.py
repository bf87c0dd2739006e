"""The outline tree of a plan and what each heading is for, by its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from doithoai.reading.blocks import Block, Grid, Item
from doithoai.reading.passages import EMPTY, Passage
from doithoai.vietnamese.outline import MarkerKind

BULLETS = (MarkerKind.DASH, MarkerKind.PLUS, MarkerKind.BULLET)
_LABEL_WORDS = 16
_UNMARKED_TOP = 15


class Purpose(StrEnum):
    """What a heading announces."""

    AIM = "mục đích"
    REQUIREMENT = "yêu cầu"
    THEME = "chủ đề"
    FORM = "hình thức"
    TIME = "thời gian"
    VENUE = "địa điểm"
    ATTENDANCE = "thành phần"
    TOPICS = "nội dung"
    FUNDING = "kinh phí"
    TASKS = "tổ chức thực hiện"
    PROGRAMME = "chương trình"
    QUOTAS = "phân bổ đại biểu"


_PURPOSES = (
    (Purpose.AIM, r"muc dich|muc tieu|y nghia"),
    (Purpose.REQUIREMENT, r"(?:cac |nhung )?yeu cau"),
    (Purpose.THEME, r"(?:ten )?chu de|thong diep"),
    (Purpose.FORM, r"hinh thuc|phuong thuc|cach thuc"),
    (Purpose.TIME, r"thoi gian(?! thuc hien| hoan thanh)|thoi diem|ngay gio"),
    (Purpose.VENUE, r"dia diem|noi to chuc|(?:cac )?diem cau"),
    (
        Purpose.QUOTAS,
        r"(?:du kien )?(?:bang )?(?:phan bo|co cau)(?: so luong)? (?:dai bieu|chi tieu|so luong)"
        r"|danh sach.*dai bieu",
    ),
    (
        Purpose.ATTENDANCE,
        r"(?:du kien )?(?:thanh phan|doi tuong|so luong|quy mo|dai bieu|khach moi|nguoi tham du)",
    ),
    (
        Purpose.PROGRAMME,
        r"(?:du kien |noi dung )?(?:chuong trinh|tien trinh|kich ban|lich trinh|trinh tu)"
        r"(?! phoi hop)",
    ),
    (
        Purpose.TASKS,
        r"to chuc thuc hien|phan cong|trach nhiem|nhiem vu|to chuc trien khai|trien khai thuc hien"
        r"|thuc hien$|cong tac chuan bi|tien do",
    ),
    (
        Purpose.TOPICS,
        r"(?:cac |nhung )?(?:nhom )?(?:noi dung|van de)(?! thu| \d| ve\b| [ivx]+\b)|trong tam"
        r"|(?:cac )?(?:nhom )?linh vuc(?: doi thoai|$)",
    ),
    (Purpose.FUNDING, r"(?:ve )?(?:nguon )?kinh phi|du toan|nguon (?:von|luc)"),
)
_STATEMENTS = frozenset({Purpose.FUNDING})
_CLOSED = frozenset({Purpose.AIM, Purpose.REQUIREMENT, Purpose.TASKS, Purpose.ATTENDANCE})
_BESIDE_PEOPLE = frozenset({Purpose.FORM, Purpose.THEME})
_COMPILED = tuple((purpose, re.compile(rf"(?:{words})\b")) for purpose, words in _PURPOSES)
_BETWEEN = re.compile(r"\s*[,;&/]\s*|\s+va\s+|\s+[-–]\s+")
_COUNT = re.compile(r"\s*\([^()]*\)")


@dataclass(slots=True)
class Node:
    """A heading or paragraph with what stands under it."""

    block: Block | None
    heading: Passage
    children: list[Node] = field(default_factory=list)
    grid: Grid | None = None

    @property
    def kind(self) -> MarkerKind | None:
        """The kind of marker that opens it."""
        return self.block.kind if self.block else None

    @property
    def is_bullet(self) -> bool:
        """Whether it is opened by -, + or a bullet."""
        return self.kind in BULLETS

    @property
    def gap(self) -> bool:
        """Whether a blank line stands before it."""
        return self.block is not None and self.block.gap

    def label(self, words: int = _LABEL_WORDS) -> Passage:
        """The words before the colon, or the whole of a heading of so many words at most."""
        colon = self.heading.text.find(":")
        if colon >= 0 and self.heading.text.count(" ", 0, colon) < words:
            return self.heading.cut(0, colon)
        if self.heading.text.count(" ") < words:
            return self.heading
        return EMPTY

    def rest(self, words: int = _LABEL_WORDS) -> Passage:
        """The words after the label's colon."""
        label = self.label(words)
        if not label or len(label.text) == len(self.heading.text):
            return EMPTY
        return self.heading.cut(self.heading.text.find(":") + 1)

    def purposes(self) -> frozenset[Purpose]:
        """What the heading announces; empty when it is ordinary text."""
        return purposes_of(self.label())

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def purposes_of(label: Passage) -> frozenset[Purpose]:
    """The purposes named by a heading's words, e.g. both of "Mục đích, yêu cầu"."""
    found: set[Purpose] = set()
    folded = _COUNT.sub("", label.folded)
    for phrase in _BETWEEN.split(folded):
        purpose = _purpose_of(phrase.strip())
        if purpose:
            found.add(purpose)
    return frozenset(found)


def _purpose_of(phrase: str) -> Purpose | None:
    for purpose, pattern in _COMPILED:
        if pattern.match(phrase):
            return purpose
    return None


def build_tree(items: Iterable[Item]) -> Node:
    """The items of the body as a tree under an unnamed root."""
    root = Node(None, EMPTY)
    stack: list[tuple[int, Node]] = [(-1, root)]
    for item in items:
        if isinstance(item, Grid):
            _close_bullets(stack)
            stack[-1][1].children.append(Node(None, EMPTY, grid=item))
            continue
        if item.marker is None and _completes(stack[-1][1]):
            top = stack[-1][1]
            top.heading = item.body
            continue
        _place(item, stack)
    return root


def _completes(node: Node) -> bool:
    """Whether the node is a bare "Phần I" that waits for its title on the next line."""
    return node.block is not None and not node.heading and not node.children


def _place(block: Block, stack: list[tuple[int, Node]]) -> None:
    node = Node(block, block.body)
    depth = _depth(block, node, stack)
    if depth is None:
        _close_bullets(stack)
        stack[-1][1].children.append(node)
        return
    while stack[-1][0] >= depth:
        stack.pop()
    stack[-1][1].children.append(node)
    stack.append((depth, node))


def _depth(block: Block, node: Node, stack: list[tuple[int, Node]]) -> int | None:
    if block.marker is None:
        return _unmarked_depth(block, node, stack)
    if block.kind not in BULLETS:
        return block.marker.depth
    for depth, open_node in stack:
        if open_node.block and open_node.is_bullet and _same_bullet(open_node.block, block):
            return depth
    deepest = stack[-1][0]
    return max(deepest, 200) + 1


def _same_bullet(one: Block, other: Block) -> bool:
    if one.kind is not other.kind:
        return False
    return one.level == other.level


def _unmarked_depth(block: Block, node: Node, stack: list[tuple[int, Node]]) -> int | None:
    text = block.body.text.rstrip(": ")
    if not text or text.count(" ") > 9 or not node.purposes() or node.rest():
        return None
    if text.isupper():
        return _UNMARKED_TOP
    if not block.bold and not block.body.text.endswith(":"):
        return None
    marked = (
        depth
        for depth, open_node in stack
        if open_node.block and open_node.block.marker and not open_node.is_bullet
    )
    return max(marked, default=_UNMARKED_TOP) + 1


def _close_bullets(stack: list[tuple[int, Node]]) -> None:
    while stack[-1][1].is_bullet:
        stack.pop()


def find_sections(root: Node, purpose: Purpose) -> list[Node]:
    """The nodes that announce a purpose, in order: a mixed heading only if none below is pure."""
    found: list[Node] = []
    for child in root.children:
        purposes = child.purposes() if is_section(child) else frozenset()
        if purposes == {purpose}:
            inner = find_sections(child, purpose) if purpose in _STATEMENTS else []
            found += inner or [child]
        elif purpose in purposes:
            found += find_sections(child, purpose) or [child]
        elif _may_hold(child, purposes, purpose):
            found += find_sections(child, purpose)
    return found


def _may_hold(node: Node, purposes: frozenset[Purpose], wanted: Purpose) -> bool:
    """Whether a heading of other purposes may have the wanted section below it."""
    if not purposes & _CLOSED or (wanted is Purpose.FUNDING and not node.is_bullet):
        return True
    if Purpose.TASKS in purposes:
        return False
    return bool(purposes - _CLOSED) or (
        purposes == {Purpose.ATTENDANCE} and wanted in _BESIDE_PEOPLE
    )


def is_section(node: Node) -> bool:
    """Whether something stands under the heading or after its colon."""
    return bool(node.heading) and bool(node.children or node.rest())
