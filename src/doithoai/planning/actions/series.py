"""Conferences of lower levels held under one of the province."""

from django.db import transaction

from doithoai.audit.actions import record
from doithoai.directory.models import User
from doithoai.planning.models import Conference
from doithoai.planning.permissions import may_prepare, may_see
from doithoai.workflow import Refused, require

CIRCLE = "Hội nghị này đã thuộc một hội nghị khác, hoặc là hội nghị cấp trên. Chọn hội nghị khác."


@transaction.atomic
def attach(conference: Conference, *, parent: Conference, by: User) -> Conference:
    """Say that a conference is held under the province's plan.

    Plan: "Chủ tịch UBND cấp huyện tổ chức đối thoại … theo quy định".
    """
    conference = Conference.objects.select_for_update().get(pk=conference.pk)
    require(may_prepare(by, conference) and may_see(by, parent))
    if conference.parent_id or parent.parent_id or conference.children.exists():
        raise Refused(CIRCLE)
    if conference.pk == parent.pk:
        raise Refused(CIRCLE)
    conference.parent = parent
    conference.version += 1
    conference.save()
    record("planning.attach", conference, by=by, after={"parent": parent})
    return conference
