"""Comparing what is asked: words kept, proposals and groups made, in the background.

`working` and what it leans on need numpy and are imported by whoever does the work, never by the
process that serves pages.
"""

from doithoai.questions.actions.comparing.later import compare_later

__all__ = ["compare_later"]
