"""From characters to words in normal form: one spelling, no contractions, inflection taken off, offsets kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from grader.moves import english
from grader.moves.everyday import EVERYDAY

WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:[.,:]\d+)*|e-mail|o'clock\b|[^\W\d_]+(?:'[^\W\d_]+)*", re.IGNORECASE)
QUOTES = str.maketrans("’‘ʼ`´“”„«»", "'''''\"\"\"\"\"")
VOWEL = re.compile("[aeiouy]")
LONGEST = 40
# A word up to SHORT letters is near too many others, and is taken for one of the most frequent ones or left. One of LONG
# letters and more is near so few that it may have two slips.
SHORT, LONG = 3, 8
FREQUENT = 300


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


def is_near(a: str, b: str, slips: int) -> bool:
    """Whether so many slips at most make the two words the same: a letter more, less, other, or two swapped."""
    first = 0
    while first < min(len(a), len(b)) and a[first] == b[first]:
        first += 1
    a, b = a[first:], b[first:]
    if not a or not b or not slips:
        return len(a) + len(b) <= slips
    return (
        is_near(a[1:], b[1:], slips - 1)
        or is_near(a[1:], b, slips - 1)
        or is_near(a, b[1:], slips - 1)
        or a[:2] == b[1::-1] and len(b) > 1 and is_near(a[2:], b[2:], slips - 1)
    )


EVERYDAY_STEMS = frozenset(map(stem, EVERYDAY))
FREQUENCY = {word: place for place, word in enumerate(EVERYDAY)}


class Speller:
    """Puts a mistyped word right, but only towards the words it is given; words of everyday English are let be."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.meant = lru_cache(maxsize=5_000)(self._meant)

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(map(stem, self.words))

    @cached_property
    def near(self) -> dict[tuple[int, str], list[str]]:
        """The words by their length and each of their parts."""
        near: dict[tuple[int, str], list[str]] = {}
        for word in sorted(self.words):
            if len(word) > 1 and word.isalpha():
                for part in parts(word):
                    near.setdefault((len(word), part), []).append(word)
        return near

    def knows(self, word: str) -> bool:
        if word in self.words or word in FREQUENCY:
            return True
        base = stem(word)
        # "tim" has the stem of "time", and is no form of it.
        return base != word and (base in self.stems or base in EVERYDAY_STEMS)

    def _meant(self, word: str) -> str:
        if not 1 < len(word) <= 20 or not word.isalpha() or self.knows(word):
            return word
        lengths = (len(word), len(word) - 1, len(word) + 1)
        close = {near for length in lengths for part in parts(word) for near in self.near.get((length, part), ())}
        if len(word) <= SHORT:
            close = {near for near in close if FREQUENCY.get(near, FREQUENT) < FREQUENT}
        for slips in (1, 2) if len(word) >= LONG else (1,):
            found = [near for near in close if is_near(word, near, slips)]
            if found:
                return min(found, key=lambda near: (FREQUENCY.get(near, len(FREQUENCY)), near))
        return word


def parts(word: str) -> tuple[str, str, str]:
    """What a slip leaves as it is, this or that: how a word begins, how it ends, or its first and last letter."""
    return f"{word[:2]}-", f"-{word[-2:]}", f"{word[0]}-{word[-1]}"


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
