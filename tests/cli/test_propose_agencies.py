import json

import pytest
from django.core.management import call_command

from doithoai.matching.agencies import NAMES


@pytest.fixture
def propose(tmp_path, capsys):
    def run(content):
        path = tmp_path / "questions.jsonl"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        call_command("propose_agencies", str(path))
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


def test_each_question_gets_its_agencies_by_their_standard_names(propose):
    rows = [
        {"id": "a", "text": "Đóng học phí trường mầm non"},
        {"id": 2, "text": "lam ho chieu o dau"},
    ]
    told = propose("\n".join(map(json.dumps, rows)))
    assert [row["id"] for row in told] == ["a", 2]
    assert [row["agency"][0] for row in told] == ["Sở Giáo dục và Đào tạo", "Công an tỉnh"]
    assert all(sorted(row["agency"]) == sorted(NAMES.values()) for row in told)
    assert "học phí" in told[0]["why"][0]


def test_blank_lines_and_a_mark_of_byte_order_are_read_over(propose):
    assert [row["id"] for row in propose('\ufeff{"id": "a", "text": ""}\r\n\r\n')] == ["a"]


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        "3",
        '{"id": "a"}',
        '{"id": "a", "text": 3}',
        '{"id": true, "text": "a"}',
        '{"id": "a", "text": "\\ud800"}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_question_is_named(propose, capsys, line):
    with pytest.raises(SystemExit, match="2"):
        propose('{"id": "a", "text": "b"}\n' + line)
    told = capsys.readouterr()
    assert told.err == 'Dòng 2 phải có dạng {"id": "…", "text": "…"}.\n'
    assert told.out == ""


def test_what_cannot_be_opened_gets_one_sentence(propose, capsys, tmp_path):
    with pytest.raises(SystemExit, match="2"):
        call_command("propose_agencies", str(tmp_path / "none.jsonl"))
    assert capsys.readouterr().err.startswith("Không có tệp “")
    with pytest.raises(SystemExit, match="2"):
        propose(b"\xff\xfe\x00")
    assert "không phải văn bản UTF-8" in capsys.readouterr().err
    with pytest.raises(SystemExit, match="2"):
        call_command("propose_agencies", str(tmp_path))
    assert capsys.readouterr().err.startswith("Không mở được tệp “")
