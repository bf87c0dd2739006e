"""How much of a text is written in well-formed Vietnamese syllables."""

import re
import unicodedata

_ONSET_FRONT = "k|gh|ngh|(?:b|ch|d|đ|g|gi|h|kh|l|m|n|nh|ph|r|s|t|th|tr|v|x|p)?"
_ONSET_BACK = "c|g|ng|(?:b|ch|d|đ|gi|h|kh|l|m|n|nh|p|ph|r|s|t|th|tr|v|x)?"
_RIMES_FRONT = (
    "e(?:c|m|n|ng|o|p|t)?|ê(?:ch|m|n|ng|nh|p|t|u)?|i(?:ch|m|n|nh|p|t|u|a)?|"
    "iê(?:c|m|n|ng|p|t|u)|y|yê(?:m|n|ng|t|u)"
)
_RIMES_BACK = (
    "a(?:c|ch|i|m|n|ng|nh|o|p|t|u|y)?|ă(?:c|m|n|ng|p|t)|â(?:c|m|n|ng|p|t|u|y)|"
    "o(?:c|i|m|n|ng|p|t|ong|oc)?|oa(?:c|ch|i|m|n|ng|nh|o|p|t|y)?|oă(?:c|m|n|ng|t)|oe(?:n|o|t)?|"
    "ô(?:c|i|m|n|ng|p|t)?|ơ(?:i|m|n|p|t)?|u(?:a|c|i|m|n|ng|p|t)?|uâ(?:n|ng|t|y)|"
    "uê(?:nh|ch|n)?|uô(?:c|i|m|n|ng|t)|uơ|uy(?:a|ch|n|nh|p|t|u)?|uyê(?:n|t)|"
    "ư(?:a|c|i|m|n|ng|t|u)?|ươ(?:c|i|m|n|ng|p|t|u)"
)
_RIMES_AFTER_QU = (
    "a(?:c|ch|i|m|n|ng|nh|o|t|u|y)?|ă(?:c|m|n|ng|t|p)|â(?:n|ng|t|y)|e(?:n|o|t)?|ê(?:n|nh|ch)?|"
    "ơ|y|y(?:nh|ch|t|n|p)|yê(?:n|t)|i(?:t|ch|n|nh)?|ôc"
)
_SYLLABLE = re.compile(
    rf"(?:{_ONSET_FRONT})(?:{_RIMES_FRONT})|(?:{_ONSET_BACK})(?:{_RIMES_BACK})"
    rf"|qu(?:{_RIMES_AFTER_QU})"
)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_BETWEEN = re.compile(r"[\s!-/:-@\[-`{-~“”‘’–—…•]+")


def is_syllable(word: str) -> bool:
    """Whether a word, in any case and with any tone, is spelt as a Vietnamese syllable can be."""
    bare = _TONES.sub("", unicodedata.normalize("NFD", word.lower()))
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)) is not None


def share_of_syllables(text: str) -> tuple[float, int]:
    """Among the words with a letter beyond ASCII: the share that are syllables, and how many."""
    marked = [word for word in _BETWEEN.split(text) if word and not word.isascii()]
    if not marked:
        return 0.0, 0
    return sum(map(is_syllable, marked)) / len(marked), len(marked)
