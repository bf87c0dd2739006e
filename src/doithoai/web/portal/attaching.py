"""Photos and papers chosen with a question: made anew at once, kept with its form's token."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, QueryDict
from django.utils.http import content_disposition_header

from doithoai.questions.actions import drop_files, keep_files
from doithoai.questions.models import Attachment
from doithoai.questions.queries import draft_files
from doithoai.questions.rules.attachments import (
    LARGEST_FILE,
    MOST_FILES,
    TOO_LARGE,
    CleanFile,
    made_anew,
)
from doithoai.questions.rules.unfit import Unfit

SANDBOX = "default-src 'none'; sandbox"
ACCEPTED = "image/jpeg,image/png,image/webp,application/pdf,.jpg,.jpeg,.png,.webp,.pdf"
TOO_MANY = "Chỉ kèm được 3 tệp. Chưa kèm: {names}. Bỏ bớt tệp rồi chọn lại tệp đó."


def file_response(file: Attachment) -> HttpResponse:
    """A file to be saved, never shown in the browser."""
    response = HttpResponse(bytes(file.content), content_type=file.content_type)
    response.headers["Content-Disposition"] = content_disposition_header(True, file.name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "no-store"
    return response


def token_from(text: str | None) -> UUID | None:
    """The token an address or a form carries, or None when it is no token."""
    try:
        return UUID(text or "")
    except ValueError:
        return None


class SeveralFiles(forms.ClearableFileInput):
    """A file input that takes several."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/input.html"


class FilesField(forms.FileField):
    """Files as (name, bytes); what each of them is, is told later by its bytes."""

    def __init__(self, **options: Any) -> None:
        widget = SeveralFiles(attrs={"accept": ACCEPTED, "class": "file-drop"})
        super().__init__(widget=widget, **options)

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Whatever was chosen, one or several; an empty file too, to be told by its name."""
        chosen = data if isinstance(data, list | tuple) else [data]
        return [file for file in chosen if file]


class FilesForm(forms.Form):
    """Ảnh, giấy tờ kèm theo: those fit are kept even when another is not."""

    papers = FilesField(
        label="Ảnh, giấy tờ kèm theo",
        help_text="Không bắt buộc. Nhiều nhất 3 tệp, mỗi tệp không quá 8 MB: ảnh JPEG, PNG, WebP "
        "hoặc PDF. Chỉ cơ quan tiếp nhận xem được. Nơi chụp, ngày giờ chụp ghi ẩn trong ảnh "
        "được xóa.",
        required=False,
    )

    def __init__(self, *args: Any, token: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.written_under = token
        self.kept = list(draft_files(token))

    def keep(self) -> bool:
        """Take back what was unticked, keep what is fit; False when something is to be mended."""
        drop_files(self.written_under, self._dropped())
        fit, faults = _sorted(self.cleaned_data.get("papers") or [])
        left = keep_files(self.written_under, fit)
        if left:
            faults.append(TOO_MANY.format(names=", ".join(f"“{file.name}”" for file in left)))
        self.kept = list(draft_files(self.written_under))
        for fault in faults:
            self.add_error("papers", fault)
        return not faults

    def _dropped(self) -> list[int]:
        data = self.data
        chosen = set(data.getlist("bo")) if isinstance(data, QueryDict) else set()
        return [file.pk for file in self.kept if str(file.pk) in chosen]


def _sorted(files: list[UploadedFile]) -> tuple[list[CleanFile], list[str]]:
    fit, faults = [], []
    for file in files[: 2 * MOST_FILES]:
        try:
            fit.append(_made_anew(file))
        except Unfit as unfit:
            faults.append(f"“{file.name}” {unfit}")
    faults += [TOO_MANY.format(names=f"“{file.name}”") for file in files[2 * MOST_FILES :][:1]]
    return fit, faults


def _made_anew(file: UploadedFile) -> CleanFile:
    if (file.size or 0) > LARGEST_FILE:
        raise Unfit(TOO_LARGE)
    return made_anew(file.name or "", file.read())
