"""Addresses of news, difficulties and conferences of lower levels."""

from doithoai.documents.models import PaperKind
from doithoai.planning.models import Announcement, Difficulty
from tests.builders_documents import an_issued
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
planning:news                 conference in   200  200  200  200  200  200  200  404  200  200  404
planning:write_news           conference in   200  200  200  403  403  403  403  404  403  403  404
planning:announcement         news       in   200  200  200  403  403  403  403  404  403  403  404
planning:difficulties         conference in   200  200  200  200  200  200  200  404  200  200  404
planning:difficulty           difficulty in   200  200  200  200  200  404  404  404  200  200  404
planning:lower_levels         conference in   200  200  200  200  200  200  200  404  200  200  404
public:news                   conference 200  200  200  200  200  200  200  200  200  200  200  200
public:news_item              news       200  200  200  200  200  200  200  200  200  200  200  200
public:press                  conference 200  200  200  200  200  200  200  200  200  200  200  200
public:press_file             press_kit  200  200  200  200  200  200  200  200  200  200  200  200
"""

DEEDS = """
planning:news                 conference in   go   go   go   403  403  403  403  404  403  403  404
planning:write_news           conference in   go   go   go   403  403  403  403  404  403  403  404
planning:announcement         news       in   go   go   go   403  403  403  403  404  403  403  404
planning:announcement.go      news       in   go   go   go   403  403  403  403  404  403  403  404
planning:difficulties         conference in   go   go   go   go   go   go   go   404  403  403  404
planning:difficulty           difficulty in   go   go   go   403  403  404  404  404  403  403  404
planning:lower_levels         conference in   200  200  200  200  200  200  200  404  200  200  404
"""
KEPT = ("public:news", "public:news_item", "public:press", "public:press_file")


def lay(scene: Scene) -> None:
    """A published piece of news, a difficulty of the leading department, an issued press kit."""
    conference, slug = scene.conference, scene.conference.slug
    news = Announcement.objects.create(
        conference=conference,
        title="Mời gửi câu hỏi",
        body="Nhận câu hỏi đến hết ngày 9/10/2024.",
        state="published",
        published_at="2024-10-01T01:00Z",
        written_by=scene.people["host"],
    )
    difficulty = Difficulty.objects.create(
        conference=conference,
        agency=scene.people["leading"].agency,
        text="Thiếu số liệu của các huyện.",
        reported_by=scene.people["leading"],
    )
    an_issued(conference, PaperKind.PRESS_KIT, by=scene.people["host"])
    scene.more_keys["press_kit"] = {"slug": slug, "ending": "pdf"}
    scene.more_keys["news"] = {"slug": slug, "pk": news.pk}
    scene.more_keys["difficulty"] = {"slug": slug, "pk": difficulty.pk}


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What each page's form sends."""
    words = {"title": "Mời gửi câu hỏi", "body": "Nhận đến hết ngày 9/10/2024."}
    return {
        "planning:news": {"title": "Sắp đối thoại", "published_on": "5/10/2024"},
        "planning:write_news": words,
        "planning:announcement": {**words, "version": 0, "viec": deed or "luu"},
        "planning:difficulties": {"text": "Chưa có số liệu."},
        "planning:difficulty": {"reply": "Văn phòng đã yêu cầu các huyện gửi."},
    }
