"""What is told about a conference, and the difficulties agencies report."""

from datetime import date
from uuid import UUID

from django.db import transaction

from doithoai.audit import clock
from doithoai.audit.actions import changes, record
from doithoai.directory.models import User
from doithoai.planning.models import Announcement, Conference, Coverage, Difficulty, Work
from doithoai.planning.permissions import may_do, may_reply, may_report_difficulty
from doithoai.planning.states import (
    ANNOUNCEMENT_TRANSITIONS,
    DIFFICULTY_TRANSITIONS,
    AnnouncementState,
    ConferenceState,
    DifficultyState,
)
from doithoai.workflow import Refused, require

STALE = "Có người vừa sửa tin này. Chữ vừa gõ còn ở dưới; tải lại trang để xem bản mới."
SENT = "Trang này đã lưu một tin khác. Mở lại “Soạn tin” rồi viết tin mới."
NOT_ISSUED = "Kế hoạch chưa ban hành, chưa đăng tin được. Ghi số, ngày ban hành kế hoạch trước."


@transaction.atomic
def write_announcement(
    conference: Conference, *, title: str, body: str, token: UUID | None = None, by: User
) -> Announcement:
    """Begin a piece of news, once a `token`; nobody outside sees it until it is published."""
    require(may_do(by, conference, Work.PUBLICITY))
    Conference.objects.select_for_update().get(pk=conference.pk)
    sent = conference.announcements.filter(token=token).first() if token else None
    if sent and (sent.title, sent.body) != (title, body):
        raise Refused(SENT)
    if sent:
        return sent
    news = Announcement.objects.create(
        conference=conference, title=title, body=body, token=token, written_by=by
    )
    record("planning.write_announcement", news, by=by, after={"title": title})
    return news


@transaction.atomic
def amend_announcement(
    news: Announcement, *, title: str, body: str, version: int, by: User
) -> Announcement:
    """Change the words of a piece of news."""
    news = _locked(news, by)
    if news.version != version:
        raise Refused(STALE)
    before, after = changes(news, {"title": title, "body": body})
    news.title, news.body = title, body
    news.version += 1
    news.save()
    record("planning.amend_announcement", news, by=by, before=before, after=after)
    return news


@transaction.atomic
def publish_announcement(news: Announcement, *, by: User) -> Announcement:
    """Put the news on the portal (plan: "đăng tải", "đăng tin tuyên truyền")."""
    news = _locked(news, by)
    if news.conference.state != ConferenceState.ISSUED:
        raise Refused(NOT_ISSUED)
    return _move(news, AnnouncementState.PUBLISHED, by=by)


@transaction.atomic
def withdraw_announcement(news: Announcement, *, by: User) -> Announcement:
    """Take the news off the portal; it stays in the list."""
    return _move(_locked(news, by), AnnouncementState.WITHDRAWN, by=by)


@transaction.atomic
def record_coverage(
    conference: Conference, *, title: str, url: str, published_on: date, by: User
) -> Coverage:
    """A newspaper or station says what it published (plan: "đưa tin, bài tuyên truyền")."""
    require(may_do(by, conference, Work.PUBLICITY))
    if published_on > clock.today():
        raise Refused("Ngày đăng, phát chưa đến. Nhập ngày đã đăng, phát.")
    assert by.agency is not None
    piece = Coverage.objects.create(
        conference=conference,
        agency=by.agency,
        title=title,
        url=url,
        published_on=published_on,
        recorded_by=by,
    )
    record("planning.record_coverage", piece, by=by, after={"title": title, "url": url})
    return piece


@transaction.atomic
def report_difficulty(conference: Conference, *, text: str, by: User) -> Difficulty:
    """An agency tells the host what hinders it (plan: "có phát sinh khó khăn, vướng mắc")."""
    require(may_report_difficulty(by, conference))
    assert by.agency is not None
    difficulty = Difficulty.objects.create(
        conference=conference, agency=by.agency, text=text, reported_by=by, reported_at=clock.now()
    )
    record("planning.report_difficulty", difficulty, by=by, after={"text": text})
    return difficulty


@transaction.atomic
def settle_difficulty(difficulty: Difficulty, *, reply: str, by: User) -> Difficulty:
    """Host or office says how it is dealt with."""
    difficulty = Difficulty.objects.select_for_update(of=("self",)).get(pk=difficulty.pk)
    require(may_reply(by, difficulty.conference))
    DIFFICULTY_TRANSITIONS.move(difficulty, to=DifficultyState.SETTLED)
    difficulty.reply, difficulty.replied_by, difficulty.replied_at = reply, by, clock.now()
    difficulty.save()
    record("planning.settle_difficulty", difficulty, by=by, after={"reply": reply})
    return difficulty


def _locked(news: Announcement, by: User) -> Announcement:
    news = Announcement.objects.select_for_update(of=("self",)).get(pk=news.pk)
    require(may_do(by, news.conference, Work.PUBLICITY))
    return news


def _move(news: Announcement, state: AnnouncementState, *, by: User) -> Announcement:
    before = {"state": news.state}
    ANNOUNCEMENT_TRANSITIONS.move(news, to=state)
    if state == AnnouncementState.PUBLISHED:
        news.published_at = clock.now()
    news.version += 1
    news.save()
    record(f"planning.announcement_{state}", news, by=by, before=before, after={"state": state})
    return news
