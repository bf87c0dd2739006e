"""Compare questions that wait, or all of them again; for a timer, and after the lexicon changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from doithoai.answers.actions import keep_all_answer_words
from doithoai.answers.learning import learn_routing
from doithoai.planning.models import Conference
from doithoai.questions.actions.comparing.working import compare_anew, compare_waiting


class Command(BaseCommand):
    """So các câu hỏi với nhau, lập lại các đề xuất."""

    help = (
        "So các câu hỏi chưa so của một hội nghị hoặc của mọi hội nghị; lập đề xuất về loại, cơ "
        "quan, câu giống nhau. Với --all thì so lại và lập lại chữ để tìm từ đầu."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """One conference, or all of them."""
        parser.add_argument("slug", nargs="?", metavar="HỘI_NGHỊ")
        parser.add_argument("--all", action="store_true", help="so lại cả các câu đã so")

    def handle(self, *, slug: str | None, **options: Any) -> None:
        """Say how many questions were compared."""
        conference = Conference.objects.filter(slug=slug).first() if slug else None
        if slug and conference is None:
            raise CommandError(f"Không có hội nghị nào mang mã “{slug}”.", returncode=2)
        learned = learn_routing(by=None)
        compare = compare_anew if options["all"] else compare_waiting
        if options["all"]:
            keep_all_answer_words()
        self.stdout.write(f"Đã so {compare(conference)} câu.")
        if learned:
            use = "đang dùng" if learned.is_in_use else "chưa dùng vì không tốt hơn"
            self.stdout.write(f"Đã học từ {learned.examples} câu đã chuyển, {use}.")
