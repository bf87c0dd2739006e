"""Taking delegates' telephones and e-mail out; the official list keeps names and posts."""

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.delegates.models import Delegate
from doithoai.directory.models import User
from doithoai.directory.permissions import may_administer
from doithoai.planning.models import Conference
from doithoai.workflow import require

NO_CONTACTS = {"phone": "", "email": ""}


@transaction.atomic
def forget_contacts(conference: Conference, *, by: User | None) -> int:
    """Take contacts of all delegates out for good; how many held any. Console: `by` is None."""
    require(by is None or may_administer(by))
    held = Delegate.objects.filter(conference=conference).exclude(**NO_CONTACTS)
    count = held.update(**NO_CONTACTS)
    record("delegates.forget_contacts", conference, by=by, after={"delegates": count})
    return count
