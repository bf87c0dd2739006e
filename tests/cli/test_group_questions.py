import json
from io import StringIO

import pytest
from django.core.management import call_command

LINES = [
    {"id": 7, "text": "Đề nghị sửa đường liên thôn Bản Sen đang hư hỏng nặng."},
    {"id": "b", "text": "Học phí trường mầm non công lập năm nay bao nhiêu?"},
    {"id": "c", "text": "de nghi sua duong lien thon ban sen dang hu hong nang"},
]


@pytest.fixture
def questions(tmp_path):
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in LINES))
    return str(path)


def printed(name, *arguments):
    out = StringIO()
    call_command(name, *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_each_question_is_told_its_group_in_the_lists_order(questions):
    told = printed("group_questions", questions)
    assert [line["id"] for line in told] == [7, "b", "c"]
    assert told[0]["cluster"] == told[2]["cluster"] != told[1]["cluster"]


def test_each_question_is_told_its_nearest_by_the_ids_of_the_list(questions):
    told = {line["id"]: line["near"] for line in printed("find_similar", "--near", questions)}
    assert (told[7][0], told["c"][0]) == ("c", 7)


@pytest.mark.parametrize("command", [["group_questions"], ["find_similar", "--near"]])
def test_an_id_that_comes_twice_is_refused_before_anything_is_printed(tmp_path, command):
    path = tmp_path / "twice.jsonl"
    path.write_text('{"id": "1", "text": "a"}\n{"id": 1, "text": "b"}\n')
    out, err = StringIO(), StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command(*command, str(path), stdout=out, stderr=err)
    assert (ended.value.code, out.getvalue()) == (2, "")
    assert "Mã “1” có ở nhiều dòng." in err.getvalue()


@pytest.mark.parametrize("command", [["group_questions"], ["find_similar", "--near"]])
def test_a_file_that_is_not_there_gets_one_sentence(tmp_path, command):
    err = StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command(*command, str(tmp_path / "none.jsonl"), stderr=err)
    assert ended.value.code == 2
    assert len(err.getvalue().strip().splitlines()) == 1
