"""What belongs to one conference is of no use in another."""

from uuid import uuid4

import pytest

from doithoai.questions.actions import receive
from doithoai.workflow import Refused
from tests.builders import a_conference

pytestmark = pytest.mark.django_db


def test_a_form_sent_once_is_not_sent_to_another_conference():
    token = uuid4()
    receive(a_conference(), text="Đường hỏng", by=None, token=token)
    other = a_conference()

    with pytest.raises(Refused, match="hội nghị khác"):
        receive(other, text="Đường hỏng", by=None, token=token)

    assert not other.submissions.exists()
