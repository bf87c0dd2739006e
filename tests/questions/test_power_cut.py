"""The power goes while a list is taken: nothing half taken, nothing lost, nothing twice."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

COMMAND = Path(sys.executable).with_name("doithoai")
ROOT = Path(__file__).parents[2]
ROWS = 2_000
CUTS = (
    'INSERT INTO "questions_question"',
    'UPDATE "questions_listrow"',
    'UPDATE "questions_receivedlist" SET "conference_id"',
)
WORKERS = f"""
import json, os, signal
from datetime import timedelta
from django.db import connection
from doithoai.audit import clock
from doithoai.questions.actions import begin_taking, take_rows
from doithoai.questions.models import Part, Question, ReceivedList, Submission
from tests.builders import a_conference, an_official
from tests.builders_questions import a_list

conference = a_conference()
official = an_official(conference.host)
rows = [(n, f"Câu hỏi thứ {{n}} về đường liên ấp", f"Người {{n}}") for n in range({ROWS})]
received = a_list(conference, *rows, by=official)
begin_taking(received, without_faulty=False, version=received.version, by=official)

def worker(turn, where):
    def cut(execute, sql, *rest):
        if where and where in sql:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, *rest)
    later = clock.now() + timedelta(minutes=3 * turn)
    with clock.at(later), connection.execute_wrapper(cut):
        take_rows(received.pk)
    connection.close()

for turn, where in enumerate([*{CUTS!r}, "", ""]):
    connection.close()
    child = os.fork()
    if not child:
        worker(turn, where)
        os._exit(0)
    killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    kept = [found.objects.count() for found in (Submission, Question, Part)]
    texts = Submission.objects.order_by().values("text").distinct().count()
    print(json.dumps([killed, *kept, texts]))
"""


def test_a_list_cut_off_anywhere_is_taken_whole_and_once_after_the_restart(tmp_path, migrated_file):
    shutil.copy(migrated_file, tmp_path / "ds.sqlite3")
    environment = {
        **os.environ,
        "DOITHOAI_VAR": str(tmp_path),
        "DOITHOAI_DATABASE": f"sqlite:///{tmp_path / 'ds.sqlite3'}",
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    command = [COMMAND, "shell", "--verbosity=0", "-c", WORKERS]
    told = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout

    cut_off, whole = [True, 0, 0, 0, 0], [False, ROWS, ROWS, ROWS, ROWS]
    assert [json.loads(line) for line in told.splitlines()] == [cut_off] * 3 + [whole] * 2
