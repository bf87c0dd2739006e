"""Doing what a sender asked of their own data, together with the answer they read."""

from collections.abc import Mapping

from django.db import transaction

from doithoai.directory.models import User
from doithoai.lifecycle.forgetting import forget_person
from doithoai.questions.actions import (
    answer_data_request,
    correct_sender,
    withdraw_consents,
)
from doithoai.questions.models import DataRequest
from doithoai.questions.queries import standing_consents


@transaction.atomic
def grant_deletion(request: DataRequest, *, answer: str, by: User) -> DataRequest:
    """Tell the sender, then take out name, contact and files in every room."""
    answered = answer_data_request(request, is_agreed=True, answer=answer, by=by)
    forget_person(request.submission, by=by)
    return answered


@transaction.atomic
def grant_correction(
    request: DataRequest, *, values: Mapping[str, str], answer: str, by: User
) -> DataRequest:
    """Write name, place and contact as asked, then tell the sender where the new contact is."""
    correct_sender(request.submission, values=values, by=by)
    return answer_data_request(request, is_agreed=True, answer=answer, by=by)


@transaction.atomic
def grant_restriction(request: DataRequest, *, answer: str, by: User) -> DataRequest:
    """Tell the sender, then use name, contact and files no further: every consent ends."""
    answered = answer_data_request(request, is_agreed=True, answer=answer, by=by)
    standing = standing_consents(request.submission)
    if standing:
        withdraw_consents(request.submission, consents=standing, by=by)
    return answered
