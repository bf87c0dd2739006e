"""Papers as files: layout after Nghị định 30/2020/NĐ-CP, Phụ lục I, set once for every kind."""

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
"""Endings of the files a paper is kept as, with what a browser is told of each."""
