"""What citizens fill in: the question, whom to report back to, a receipt code."""

from collections.abc import Iterable
from datetime import timedelta
from textwrap import shorten
from typing import Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db.models import QuerySet

from doithoai.answers.models import Answer
from doithoai.directory.models import Agency
from doithoai.planning.models import Conference
from doithoai.questions.rules import contact_faults, is_said, looks_like_code, read_code
from doithoai.vietnamese.letters import fold_in_place, nfc
from doithoai.vietnamese.phones import read_phone
from doithoai.web.portal.attaching import FilesForm
from doithoai.web.portal.naming import full_name

LONGEST = 2000
SHORTEST = 10
FASTEST = timedelta(seconds=2)
SALT = "doithoai.cau-hoi"
TOO_QUICK = "Trang vừa mở đã gửi. Chờ hai giây rồi bấm Tiếp tục; chữ đã viết còn nguyên."


def now_sealed() -> str:
    """The seal of a page opened at this moment."""
    return TimestampSigner(salt=SALT).sign("mo")


def _is_read(seal: str) -> bool:
    """Whether the page stood open long enough for a person to write."""
    try:
        TimestampSigner(salt=SALT).unsign(seal, max_age=FASTEST)
    except SignatureExpired:
        return True
    except BadSignature:
        return False
    return False


class TrapForm(forms.Form):
    """A form with a field that people never see and machines fill in, and when it was opened."""

    too_quick = TOO_QUICK
    website = forms.CharField(
        label="Để trống ô này",
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )

    opened = forms.CharField(required=False, widget=forms.HiddenInput, initial=now_sealed)

    def clean_opened(self) -> str:
        """A page filled in at once was filled in by a machine; without the seal nothing is said."""
        seal = self.cleaned_data["opened"]
        if seal and not _is_read(seal):
            self.add_error(None, self.too_quick)
        return seal

    def clean_website(self) -> str:
        """Whatever filled it may be a browser's own help, so say what to do."""
        if self.cleaned_data["website"]:
            raise forms.ValidationError("Xóa chữ trong ô phải để trống rồi bấm gửi lại.")
        return ""


HOW_TO_WRITE = "Viết như đang nói. Nêu rõ việc gì, ở đâu, từ khi nào."


class WordsForm(forms.Form):
    """The question in the sender's own words."""

    text = forms.CharField(
        label="Nội dung",
        help_text=HOW_TO_WRITE,
        max_length=LONGEST,
        min_length=SHORTEST,
        widget=forms.Textarea(attrs={"rows": 8, "data-count": str(LONGEST)}),
        error_messages={
            "required": "Viết điều cần hỏi hoặc kiến nghị.",
            "min_length": "Viết rõ hơn: việc gì, ở đâu.",
            "max_length": "Viết ngắn lại còn 2.000 chữ cái và dấu cách, "
            "hoặc tách thành hai lần gửi. Nội dung đang có %(show_value)d.",
        },
    )

    def clean_text(self) -> str:
        """Letters in one form, so that search and masking read them."""
        text = nfc(self.cleaned_data["text"]).replace("\r\n", "\n").strip()
        if len(text) < SHORTEST:
            raise forms.ValidationError(self.fields["text"].error_messages["min_length"])
        return text


class QuestionForm(FilesForm, WordsForm, TrapForm):
    """Bước 1: the question in the sender's own words, what it is about, what goes with it."""

    field_order = ("text", "topic", "papers")

    def __init__(self, conference: Conference, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = (
            f"{HOW_TO_WRITE} Nếu có nhiều việc, mỗi lần gửi một việc. Tên, số điện thoại ghi ở "
            "bước sau."
        )
        topics = [(str(topic.position), topic.text) for topic in conference.topics.all()]
        if topics:
            self.fields["topic"] = forms.ChoiceField(
                label="Câu hỏi thuộc nội dung nào của hội nghị?",
                help_text="Không bắt buộc. Câu hỏi về việc khác vẫn gửi được.",
                required=False,
                choices=[("", "Để cơ quan tiếp nhận xếp"), *topics],
                widget=forms.RadioSelect,
            )


class SenderForm(forms.Form):
    """Bước 2: whom to report back to; everything may stay empty."""

    sender_name = forms.CharField(
        label="Họ và tên",
        required=False,
        max_length=120,
        help_text="Không hiện công khai nếu ông/bà không đồng ý.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    sender_unit = forms.CharField(
        label="Nơi ở hoặc nơi làm việc",
        required=False,
        max_length=200,
        help_text="Ghi xã, phường hoặc tên cơ quan, công ty.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    phone = forms.CharField(
        label="Số điện thoại",
        required=False,
        max_length=20,
        help_text="Ví dụ 0912 345 678",
        widget=forms.TelInput(attrs={"size": "18", "autocomplete": "tel"}),
    )
    email = forms.EmailField(
        label="Thư điện tử",
        required=False,
        max_length=254,
        help_text="Ví dụ muoi@vidu.vn",
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": "Viết địa chỉ thư theo mẫu ten@vidu.vn, hoặc xóa để trống."},
    )
    consents_contact = forms.BooleanField(
        label="Đồng ý dùng số điện thoại, thư điện tử ở trên để báo kết quả cho tôi",
        required=False,
    )
    consents_name = forms.BooleanField(
        label="Đồng ý nêu tên tôi khi công khai câu hỏi và câu trả lời (không bắt buộc)",
        required=False,
    )
    consents_files = forms.BooleanField(
        label="Đồng ý để cơ quan được giao trả lời xem ảnh, giấy tờ kèm theo (không bắt buộc)",
        required=False,
    )

    def __init__(self, *args: Any, has_files: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_files:
            del self.fields["consents_files"]

    def clean_phone(self) -> str:
        """Digits alone."""
        try:
            return read_phone(self.cleaned_data["phone"])
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault

    def clean(self) -> dict[str, Any]:
        """Contact is kept only with consent, and a consent needs what it is about."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name, message in contact_faults(self.data, cleaned).items():
            self.add_error(name, message)
        return cleaned


class SupportForm(SenderForm, TrapForm):
    """Tôi cũng hỏi: who asks too, behind the same trap as a question."""

    too_quick = TOO_QUICK.replace("bấm Tiếp tục", "bấm gửi lại")

    @property
    def sender(self) -> dict[str, Any]:
        """What is kept of who asks too."""
        trap = TrapForm.base_fields
        return {name: value for name, value in self.cleaned_data.items() if name not in trap}


class CodeForm(forms.Form):
    """Mã biên nhận, with or without dashes, in any case."""

    code = forms.CharField(
        label="Mã biên nhận",
        help_text="Mã nhận được khi gửi câu hỏi, ví dụ TG24-7K3M-9QRT. "
        "Gõ chữ thường, bỏ dấu gạch cũng được.",
        max_length=40,
        widget=forms.TextInput(
            attrs={"size": "18", "autocomplete": "off", "autocapitalize": "characters"}
        ),
        error_messages={"required": "Nhập mã biên nhận."},
    )

    def clean_code(self) -> str:
        """The code as stored; its last letter tells a slip of the finger."""
        typed = self.cleaned_data["code"]
        code = read_code(typed)
        if code is None:
            raise forms.ValidationError(UNKNOWN if looks_like_code(typed) else WRONG_CODE)
        return code


class AnswersFilter(forms.Form):
    """Which published answers to list: words, a topic of the plan, an agency."""

    tim = forms.CharField(
        label="Tìm, không cần gõ dấu",
        required=False,
        widget=forms.SearchInput(),
    )

    def __init__(
        self, conference: Conference, agencies: Iterable[Agency], *args: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        topics = [
            (str(topic.position), f"{topic.position}. {shorten(topic.text, 70, placeholder=' …')}")
            for topic in conference.topics.all()
        ]
        names = [(str(a.pk), full_name(a, conference.place)) for a in agencies]
        self.fields["noi-dung"] = _choice("Nội dung", "Mọi nội dung", topics)
        self.fields["co-quan"] = _choice("Cơ quan trả lời", "Mọi cơ quan", names)

    def narrow(self, answers: "QuerySet[Answer]") -> "QuerySet[Answer]":
        """The answers of these words, topic and agency; an unknown choice narrows nothing."""
        self.is_valid()
        if topic := self.cleaned_data.get("noi-dung"):
            answers = answers.filter(referral__question__topic__position=topic)
        if agency := self.cleaned_data.get("co-quan"):
            answers = answers.filter(referral__agency_id=agency)
        if words := self.cleaned_data.get("tim"):
            answers = answers.filter(pk__in=_saying(answers, words))
        return answers


UNKNOWN = (
    "Không có phiếu nào mang mã này. So lại từng chữ với mã trên phiếu biên nhận; nếu đúng mã mà "
    "vẫn không thấy, gọi cơ quan tiếp nhận."
)
WRONG_CODE = (
    "Xem lại từng chữ của mã, dạng TG24-7K3M-9QRT: "
    "tám chữ cuối không có số 0, số 1, chữ I, chữ L, chữ O, chữ U, chữ Z."
)


def _saying(answers: "QuerySet[Answer]", words: str) -> list[int]:
    wanted = fold_in_place(nfc(words)).strip()
    texts = answers.order_by().values_list("pk", "referral__question__wording", "body")
    return [
        pk
        for pk, wording, body in texts
        if wanted in fold_in_place(nfc(body)) or is_said(words, wording)
    ]


def _choice(label: str, everything: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[("", everything), *choices])
