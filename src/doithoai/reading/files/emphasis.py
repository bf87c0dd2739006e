"""The stars and underscores of Markdown, taken out of the text they wrap."""

import re

_OPENS = r"(?=[^\s*_)\].,;:])"
_STARS = re.compile(
    rf"(?<![\w*])(\*{{1,3}}){_OPENS}((?:[^*\n]|\n(?![ \t]*\n)){{1,600}}?)(?<=[^\s*])\1(?![\w*])"
)
_UNDERSCORES = re.compile(
    rf"(?<![\w_])(_{{1,2}}){_OPENS}((?:[^_\n]|\n(?![ \t]*\n)){{1,600}}?)(?<=[^\s_])\1(?![\w_])"
)
_ALL_BOLD = re.compile(r"\s*(\*\*\*?|__)(?=[^\s*_])[^*_]+\1[.:;]?\s*")
_ESCAPED = re.compile(r"\\([-+*_.()#>\[\]\\`~&])")


def without_stars(text: str) -> str:
    """Text whose *emphasis* and **strong words** lost their stars; line breaks stay in place."""
    return _STARS.sub(r"\2", text)


def without_markup(text: str) -> str:
    """Text of a Markdown file without stars, underscores and backslashes of escape."""
    return _ESCAPED.sub(r"\1", _UNDERSCORES.sub(r"\2", without_stars(text)))


def is_all_bold(line: str) -> bool:
    """Whether one pair of double stars wraps the whole line."""
    return _ALL_BOLD.fullmatch(line) is not None
