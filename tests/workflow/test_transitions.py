"""Transition tables, refusals and diagrams, on the life cycle of a letter."""

from dataclasses import dataclass
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doithoai.workflow import Forbidden, Refused, Transitions, diagram, require


class LetterState(Enum):
    """States with labels, as later floors have them."""

    DRAFT = "draft"
    SENT = "sent"
    READ = "read"

    @property
    def label(self):
        return {"draft": "Đang soạn", "sent": "Đã gửi", "read": "Đã đọc"}[self.value]


@dataclass
class Letter:
    """A thing with a state."""

    state: LetterState | str

    def __str__(self):
        return "Lá thư"


S = LetterState
TABLE = {S.DRAFT: {S.SENT}, S.SENT: {S.DRAFT, S.READ}, S.READ: set()}
LETTERS = Transitions(TABLE)


@given(st.sampled_from(S), st.sampled_from(S))
def test_a_move_happens_exactly_when_the_table_allows_it(source, target):
    letter = Letter(source)
    if target in TABLE[source]:
        LETTERS.move(letter, to=target)
        assert letter.state is target
    else:
        with pytest.raises(Refused):
            LETTERS.move(letter, to=target)
        assert letter.state is source


@given(st.sampled_from(S), st.sampled_from(S))
def test_asking_and_listing_agree(source, target):
    assert LETTERS.allows(source, target) == (target in LETTERS.targets(source))


def test_a_refusal_names_both_states():
    with pytest.raises(Refused) as refusal:
        LETTERS.move(Letter(S.DRAFT), to=S.READ)
    assert str(refusal.value) == (
        "Lá thư đang ở trạng thái “Đang soạn”, chưa chuyển sang “Đã đọc” được. "
        "Tải lại trang để xem việc tiếp theo."
    )


def test_stored_values_stand_for_their_states():
    letter = Letter("draft")
    LETTERS.move(letter, to="sent")
    assert letter.state is S.SENT
    assert LETTERS.targets("read") == frozenset()


def test_a_table_must_hold_every_state():
    with pytest.raises(ValueError, match="READ"):
        Transitions({S.DRAFT: {S.SENT}, S.SENT: set()})


def test_a_table_must_not_lead_out_of_its_states():
    with pytest.raises(ValueError, match="lost"):
        Transitions({**TABLE, S.READ: {"lost"}})


def test_what_is_not_allowed_is_forbidden_with_a_reason():
    require(True)
    with pytest.raises(Forbidden, match="không được giao"):
        require(False)
    with pytest.raises(Forbidden, match="^Chỉ Văn phòng thẩm định.$"):
        require(False, "Chỉ Văn phòng thẩm định.")


def test_a_diagram_shows_every_state_and_arrow():
    assert diagram(LETTERS, "Lá thư").splitlines() == [
        "---",
        'title: "Lá thư"',
        "---",
        "stateDiagram-v2",
        '    state "Đang soạn" as DRAFT',
        '    state "Đã gửi" as SENT',
        '    state "Đã đọc" as READ',
        "    [*] --> DRAFT",
        "    DRAFT --> SENT",
        "    SENT --> DRAFT",
        "    SENT --> READ",
        "    READ --> [*]",
    ]
