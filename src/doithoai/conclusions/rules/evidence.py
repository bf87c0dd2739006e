"""Which files prove something: told by what is in them, never by their name."""

import io
import zipfile

LONGEST_FILE = 5 * 1024 * 1024
FILE_TYPES = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_STARTS = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WORD_PARTS = {"[Content_Types].xml", "word/document.xml"}


def file_type(data: bytes) -> str | None:
    """The media type of a PDF, JPEG, PNG or macro-free Word file; None of anything else."""
    for start, media_type in _STARTS:
        if data.startswith(start):
            return media_type
    return _DOCX if _is_word(data) else None


def _is_word(data: bytes) -> bool:
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return names >= _WORD_PARTS and not any(name.endswith("vbaProject.bin") for name in names)
