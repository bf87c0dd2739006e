"""Two workers at the same letters, on a database that really lets them in together."""

import threading
from contextvars import copy_context

import pytest
from django.core import mail
from django.db import connection

from doithoai.outbox.actions import deliver_due
from doithoai.outbox.models import Message
from doithoai.outbox.states import MessageState
from tests.builders_outbox import a_letter

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


@pytest.fixture(autouse=True)
def _a_mail_server(settings):
    settings.SENDS_EMAIL = True


def test_two_workers_send_each_letter_once():
    for _ in range(6):
        a_letter()
    gate = threading.Barrier(2)

    def work():
        gate.wait()
        deliver_due()
        connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(work,)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Message.objects.filter(state=MessageState.SENT, attempts=1).count() == 6
    assert len(mail.outbox) == 6
