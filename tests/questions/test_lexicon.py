"""A province's own words: what is accepted, what they change, who may add them."""

import pytest

from doithoai.questions.actions.comparing.working import compare_waiting
from doithoai.questions.actions.lexicon import add_entry, switch_entry
from doithoai.questions.models import LexiconEntry, PartWords
from doithoai.questions.queries.comparing import waiting_questions
from doithoai.questions.queries.engine import house_lexicon
from doithoai.questions.queries.lexicon import lexicon_entries
from doithoai.questions.rules.lexicon import Entry, as_read, entry_fault, likened
from doithoai.workflow import Forbidden, Refused
from tests.builders import a_conference, a_question, an_administrator, an_official

FULL = "quỹ tín dụng nhân dân xã"


@pytest.mark.parametrize(
    "entry",
    [
        Entry("abbreviation", "QTDX", FULL),
        Entry("synonym", "ấp", "xóm; tổ tự quản"),
        Entry("opposed", "mở đại lý", "đóng đại lý"),
        Entry("formula", "kính thưa quý hội nghị", ""),
        Entry("agency", "lúa tôm", "Sở Nông nghiệp"),
    ],
)
def test_a_whole_entry_is_accepted(entry) -> None:
    assert entry_fault(entry) is None


@pytest.mark.parametrize(
    "entry, field",
    [
        (Entry("abbreviation", "…", FULL), "left"),
        (Entry("abbreviation", "QTDX", ""), "right"),
        (Entry("abbreviation", FULL, "QTDX"), "right"),
        (Entry("abbreviation", "UBND", "Ủy ban nhân dân"), "left"),
        (Entry("synonym", "ấp", "Ấp"), "right"),
        (Entry("opposed", "cấp", "thu; rút"), "right"),
        (Entry("formula", "kính", ""), "left"),
        (Entry("formula", "kính thưa quý hội nghị", "x"), "right"),
        (Entry("agency", "lúa tôm", ""), "right"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(entry, field) -> None:
    fault = entry_fault(entry)
    assert fault is not None
    assert fault[0] == field


def test_the_effect_is_seen_on_a_sentence() -> None:
    entries = (Entry("abbreviation", "QTDX", FULL), Entry("synonym", "xóm", "ấp"))
    told = " ".join(word.text for word in as_read("Vay QTDX ở ấp 3", entries))
    assert FULL in told
    assert any("xóm" in line for line in likened("Vay QTDX ở ấp 3", entries))


@pytest.mark.django_db
def test_an_entry_changes_what_is_kept_of_questions_already_there() -> None:
    conference = a_conference()
    a_question(conference, sender={"text": "Vay QTDX được bao nhiêu tiền?"})
    compare_waiting()
    entry = add_entry(kind="abbreviation", left="QTDX", right=FULL, by=an_official(conference.host))
    assert waiting_questions().count() == 1
    compare_waiting()
    assert "quy tin dung" in PartWords.objects.get().fold
    switch_entry(entry, on=False, by=an_administrator())
    compare_waiting()
    assert "quy tin dung" not in PartWords.objects.get().fold


@pytest.mark.django_db
def test_the_same_entry_is_not_added_twice() -> None:
    by = an_administrator()
    add_entry(kind="synonym", left="ấp", right="xóm", by=by)
    with pytest.raises(Refused, match="đã có"):
        add_entry(kind="synonym", left="ấp", right="xóm", by=by)
    assert LexiconEntry.objects.count() == 1


@pytest.mark.django_db
def test_only_hosts_offices_and_administrators_keep_the_lexicon() -> None:
    conference = a_conference()
    for user in (an_official(), an_official(conference.host, right="reader")):
        with pytest.raises(Forbidden):
            add_entry(kind="synonym", left="ấp", right="xóm", by=user)


@pytest.mark.django_db
def test_entries_are_found_without_diacritics_and_those_off_do_nothing() -> None:
    by, shipped = an_administrator(), house_lexicon()
    entry = add_entry(kind="synonym", left="ấp văn hóa", right="xóm văn hóa", by=by)
    assert lexicon_entries("xom van") == [entry]
    switch_entry(entry, on=False, by=by)
    assert house_lexicon() is shipped
