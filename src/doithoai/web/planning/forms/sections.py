"""The sections of a plan that are single facts and lists of paragraphs."""

from typing import Any

from django import forms

from doithoai.web.fields import (
    CountField,
    IsoDayField,
    LinesField,
    MonthField,
    ParagraphsField,
    WordsField,
)
from doithoai.web.planning.forms.rows import SectionForm

BETWEEN_PARAGRAPHS = "Để một dòng trống giữa hai đoạn."


class IdentityForm(SectionForm):
    """What plan it is."""

    title = WordsField(
        label="Tên kế hoạch",
        help_text="Không có chữ “Kế hoạch” ở đầu.",
        max_length=500,
        rows=3,
        error_messages={"required": "Nhập tên kế hoạch."},
    )
    audience = WordsField(
        label="Đối tượng đối thoại",
        help_text="Ví dụ: cán bộ, hội viên, phụ nữ. Bỏ tên địa phương và năm.",
        max_length=300,
        error_messages={"required": "Nhập đối tượng đối thoại."},
    )
    year = CountField(
        label="Năm tổ chức",
        message="Nhập năm có bốn chữ số, ví dụ 2026.",
        min_value=2000,
        max_value=2100,
    )
    number = WordsField(
        label="Số, ký hiệu",
        help_text="Ví dụ 272/KH-UBND. Kế hoạch chưa có số thì để trống.",
        max_length=60,
        required=False,
    )
    issued_on = IsoDayField(label="Ngày ban hành", required=False)
    issuer = WordsField(label="Cơ quan ban hành", max_length=300, required=False)
    province = WordsField(label="Tỉnh, thành phố", max_length=100, required=False)
    chair = WordsField(
        label="Chủ trì hội nghị",
        help_text="Chức danh như kế hoạch ghi, ví dụ Chủ tịch Ủy ban nhân dân tỉnh.",
        max_length=200,
        required=False,
    )


class ScheduleForm(SectionForm):
    """When and where."""

    text = WordsField(label="Thời gian ghi trong kế hoạch", max_length=500, rows=2, required=False)
    date = IsoDayField(
        label="Ngày tổ chức", help_text="Kế hoạch chưa ghi ngày thì để trống.", required=False
    )
    month = MonthField(
        label="Tháng tổ chức", help_text="Khi mới biết tháng, ví dụ 10/2024.", required=False
    )
    tentative = forms.BooleanField(label="Thời gian còn dự kiến, chưa chốt", required=False)
    venue = WordsField(label="Địa điểm", max_length=500, required=False)

    @classmethod
    def initial_of(cls, facts: dict[str, Any]) -> dict[str, Any]:
        """The stated time taken apart."""
        return {**(facts.get("time") or {}), "venue": facts.get("venue")}

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The time put together; a day says its month."""
        found = super().values(facts)
        venue = found.pop("venue")
        if found["date"]:
            found["month"] = found["date"][:7]
        return {"time": {**(facts.get("time") or {}), **found}, "venue": venue}


class AimsForm(SectionForm):
    """Purposes and requirements."""

    purposes = ParagraphsField(
        label="Mục đích", help_text=BETWEEN_PARAGRAPHS, rows=12, required=False
    )
    requirements = ParagraphsField(
        label="Yêu cầu", help_text=BETWEEN_PARAGRAPHS, rows=12, required=False
    )


class ContentForm(SectionForm):
    """What the conference is about, and in which form."""

    theme = WordsField(label="Chủ đề", max_length=500, rows=2, required=False)
    form = WordsField(label="Hình thức", rows=3, required=False)
    topics = ParagraphsField(
        label="Nội dung đối thoại",
        help_text=f"Mỗi nội dung một đoạn. {BETWEEN_PARAGRAPHS}",
        rows=14,
        required=False,
    )


class ClosingForm(SectionForm):
    """Money, who receives the plan, who signed it."""

    funding = WordsField(label="Kinh phí", rows=4, required=False)
    recipients = LinesField(
        label="Nơi nhận", help_text="Mỗi nơi một dòng.", rows=10, longest=500, required=False
    )
    signer_title = WordsField(
        label="Chức vụ người ký",
        help_text="Ví dụ KT. Chủ tịch, Phó Chủ tịch.",
        max_length=120,
        required=False,
    )
    signer_name = WordsField(label="Họ và tên người ký", max_length=120, required=False)

    @classmethod
    def initial_of(cls, facts: dict[str, Any]) -> dict[str, Any]:
        """The signer taken apart."""
        signer = facts.get("signer") or {}
        people = {"signer_title": signer.get("title"), "signer_name": signer.get("name")}
        return super().initial_of(facts) | people

    def clean(self) -> dict[str, Any]:
        """An office without a person is no signer."""
        if self.cleaned_data.get("signer_title") and not self.cleaned_data.get("signer_name"):
            self.add_error("signer_name", "Nhập họ và tên người ký, hoặc xóa chức vụ.")
        return self.cleaned_data

    def values(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The signer put together; None when nobody has signed."""
        found = super().values(facts)
        title, name = found.pop("signer_title"), found.pop("signer_name")
        return {**found, "signer": {"title": title, "name": name} if name else None}
