"""From characters to words in normal form: one spelling, no contractions, inflection taken off, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from grader.moves import english
from grader.moves.everyday import EVERYDAY

WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,:]\d+)*|e-mail|o'clock\b|[^\W\d_]+(?:'[^\W\d_]+)*", re.IGNORECASE)
QUOTES = str.maketrans("’‘ʼ`´“”„«»", "'''''\"\"\"\"\"")
VOWEL = re.compile("[aeiouy]")
LONGEST = 40
# Words up to this length are not put right.
SHORT = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared: `word` with its contraction opened, `stem` without inflection.

    It was typed at characters `start` to `end`; `before` is what stands between the word before and this one.
    """

    word: str
    stem: str
    start: int
    end: int
    before: str = ""
    capital: bool = False

    @property
    def number(self) -> bool:
        return self.word[0].isdigit() or self.stem[0].isdigit() or self.word in english.NUMBER_WORDS


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without inflection and in one spelling, alike for phrases and replies; not always a word itself."""
    word = english.NUMBERS.get(word, english.IRREGULAR.get(word, english.SPELLINGS.get(word, word)))
    if word[0].isdigit():
        bare = word.replace(",", "").replace(":", ".")
        return re.sub(r"\.00?$", "", bare)
    if len(word) < 4 or word in english.AUXILIARY or word in english.KEPT_WHOLE:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    if word in english.SPELLINGS or word in english.IRREGULAR:
        word = english.SPELLINGS.get(word, english.IRREGULAR.get(word, word))
    if word.endswith("ied") and len(word) > 4:
        word = word[:-3] + "y"
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and VOWEL.search(word[: -len(ending)]):
            if word not in english.KEPT_WHOLE and not word.endswith("eed"):
                word = word[: -len(ending)]
            break
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    word = re.sub(r"(?<=..)([iy])z(?=$|ation$)", r"\1s", word)
    return word[:-2] + "r" if word.endswith("our") and len(word) > 5 else word


@lru_cache(maxsize=20_000)
def opened(word: str) -> tuple[str, ...]:
    """The words that a word as typed stands for: "don't" is do and not, "im" is I and am, "pls" is please."""
    word = word.casefold()[:LONGEST]
    if word in english.SHORT:
        return tuple(english.SHORT[word].split())
    if word == "e-mail":
        return ("email",)
    if word[0].isdigit():
        number, ordinal = word.rstrip("stndrh"), word.lstrip("0123456789.,:")
        return (number, ordinal) if ordinal else (number, "o'clock") if ":" in number else (number,)
    if "'" not in word or word == "o'clock":
        return (word,)
    for ending, meant in english.ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            base = word[: -len(ending)]
            return (*opened(english.NEGATED.get(base, base) if meant == "not" else base), meant)
    base, _, rest = word.rpartition("'")
    if rest == "s":
        return ("let", "us") if base == "let" else (*opened(base), "is") if base in english.IS else opened(base or "is")
    return tuple(part for part in word.split("'") if part) or (word.replace("'", "x"),)


def one_slip(a: str, b: str) -> bool:
    """Whether one letter more, less, other or two swapped letters make the two words the same."""
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    last = 0
    while last < min(len(a), len(b)) - first and a[-1 - last] == b[-1 - last]:
        last += 1
    left, right = a[first : len(a) - last], b[first : len(b) - last]
    return len(left) <= 1 and len(right) <= 1 or len(left) == 2 and left == right[::-1]


EVERYDAY_STEMS = frozenset(map(stem, EVERYDAY | english.FUNCTION))


class Speller:
    """Puts a mistyped word right, but only towards the words it is given; words of everyday English are let be."""

    def __init__(self, words: Iterable[str], *others: Iterable[str]) -> None:
        """Where a word may be meant for several, the `words` come first, then the `others` in their order."""
        self.words = frozenset(words)
        every = dict.fromkeys(word for some in (sorted(self.words), *map(sorted, others)) for word in some)
        self.stems = frozenset(map(stem, every))
        self.near: dict[str, list[str]] = {}
        for word in every:
            if len(word) > SHORT and word.isalpha():
                for key in {word, *shortened(word)}:
                    self.near.setdefault(key, []).append(word)
        self.meant = lru_cache(maxsize=5_000)(self._meant)

    def knows(self, word: str) -> bool:
        return word in self.words or stem(word) in self.stems or stem(word) in EVERYDAY_STEMS

    def _meant(self, word: str) -> str:
        if not SHORT < len(word) <= 20 or not word.isalpha() or self.knows(word):
            return word
        close = dict.fromkeys(near for key in (word, *shortened(word)) for near in self.near.get(key, ()))
        # A short word is near too many others to be taken for one of another length.
        return next((near for near in close if near[0] == word[0] and one_slip(word, near)
                     and (len(word) > 4 or len(near) == len(word))), word)


def shortened(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def meant(word: str, spellers: Sequence[Speller]) -> str:
    if any(speller.knows(word) for speller in spellers):
        return word
    return next((other for speller in spellers if (other := speller.meant(word)) != word), word)


def tokens(text: str, *spellers: Speller) -> list[Token]:
    """The words of a text in normal form, in order; contractions give several words with the same offsets.

    A mistyped word, which none of the spellers knows, becomes the one that the first of them takes it for.
    """
    text = text.translate(QUOTES)
    found: list[Token] = []
    end = 0
    for match in WORD.finditer(text):
        before, end = text[end : match.start()], match.end()
        words = opened(match[0])
        if words == ("ill",) and not (found and found[-1].word in english.NOT_WILL):
            words = ("i", "will")
        named = match[0][0].isupper() and before.isspace()
        if not named:
            words = tuple(meant(word, spellers) for word in words)
        for word in words:
            found.append(Token(word, stem(word), match.start(), end, before, match[0][0].isupper()))
            before = ""
    return found
