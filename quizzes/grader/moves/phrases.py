"""The phrase notation of quizzes/README.md: from what an author writes to where a sentence says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from grader.moves import english
from grader.moves.normal import EVERYDAY_STEMS, Speller, Token, opened, stem, tokens
from grader.moves.sentences import Sentence


class PhraseError(ValueError):
    """A phrase that cannot be read: one sentence says what is wrong with it and what to write instead."""


@dataclass(frozen=True, slots=True)
class Words:
    """One word out of several, or one of the `kinds` number, time and name; an option of two stems is a contraction."""

    options: frozenset[tuple[str, ...]]
    kinds: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words in between."""

    most: int


@dataclass(frozen=True, slots=True)
class Maybe:
    """These or nothing."""

    items: tuple[Item, ...]


Item = Words | Gap | Maybe


@dataclass(frozen=True, slots=True)
class Phrase:
    """A compiled phrase: `items` in order; `first`: only where a main clause opens; `question`, `weak`: as they say.

    A sentence that lacks every stem of one of its `needs` cannot say it; `key` is the most telling of them.
    """

    text: str
    items: tuple[Item, ...]
    first: bool
    question: bool
    weak: bool
    needs: tuple[frozenset[str], ...]
    key: frozenset[str]

    def found(self, sentence: Sentence, times: dict[int, int]) -> list[tuple[int, int]]:
        """Every place where the sentence says the phrase: index of the first word, and of the one after the last."""
        if (self.question and not sentence.asks) or any(need.isdisjoint(sentence.stems) for need in self.needs):
            return []
        at = {i: i for i in (sentence.openings if self.first else range(len(sentence.tokens)))}
        for number, item in enumerate(self.items):
            at = follow(item, at, sentence.tokens, times, number == 0)
            if not at:
                return []
        return sorted((start, end) for end, start in at.items() if end > start)


def follow(
    item: Item, at: dict[int, int], words: Sequence[Token], times: dict[int, int], opening: bool = False
) -> dict[int, int]:
    """From the places reached (index of the next word: where the phrase began) to the places reached after `item`."""
    reached: dict[int, int] = {}

    def reach(place: int, start: int) -> None:
        if reached.get(place, -1) < start:
            reached[place] = start

    if isinstance(item, Gap):
        for place, start in at.items():
            reach(place, start)
            for step in range(place, min(place + item.most, len(words))):
                if words[step].word in english.NEGATORS:
                    break
                if words[step].word not in english.NOTHING:
                    reach(step + 1, start)
    elif isinstance(item, Maybe):
        inner = at
        for part in item.items:
            inner = follow(part, inner, words, times)
        for place, start in (*inner.items(), *at.items()):
            reached.setdefault(place, start) if opening else reach(place, start)
    else:
        for place, start in at.items():
            if place < len(words) and (item.kinds or words[place].stem in item.starts):
                for end in ends(item, place, words, times):
                    reach(end, start)
    return reached


def ends(item: Words, place: int, words: Sequence[Token], times: dict[int, int]) -> Iterable[int]:
    """Where the next word is when `item` is said at `place`; empty when it is not."""
    for option in item.options:
        if option[0] == words[place].stem:
            if option[1:] == tuple(word.stem for word in words[place + 1 : place + len(option)]):
                yield place + len(option)
    if "time" in item.kinds and place in times:
        yield times[place]
    if "number" in item.kinds and words[place].number or "name" in item.kinds and is_name(words, place):
        yield place + 1


def is_name(words: Sequence[Token], place: int) -> bool:
    """Whether a word is somebody's name: written large within the sentence, or large and not an everyday word."""
    word = words[place]
    if place and words[place - 1].word in {"mr", "mrs", "ms", "miss", "dr"}:
        return True
    if not word.capital or word.number or len(word.word) < 2 or word.word in english.FUNCTION:
        return False
    return stem(word.word) not in EVERYDAY_STEMS


PART = re.compile(r"\(|\)|[^\s()]+")
WORD = re.compile(r"[^\W_]+(?:['’.,:-][^\W_]+)*")
GAPS = {"..": Gap(3), "...": Gap(7), "…": Gap(7)}
KINDS = ("<number>", "<time>", "<name>")


def compiled(text: str) -> Phrase:
    """Reads a phrase; raises PhraseError when it is not in the notation."""
    if not isinstance(text, str) or not text.strip():
        raise PhraseError("a phrase is empty: write the words, or take the line out")
    rest = text.strip()
    weak = rest.endswith("~")
    rest = rest.removesuffix("~").rstrip()
    question = rest.endswith("?")
    rest = rest.removesuffix("?").rstrip()
    first = rest.startswith("^")
    parts = PART.findall(rest.removeprefix("^"))
    items, left = sequence(text, parts, 0, inside=False)
    if left < len(parts):
        raise PhraseError(f'"{text}" closes a bracket that was not opened: take out ")" or write "(" before the words')
    if items and (isinstance(items[0], Gap) or isinstance(items[-1], Gap)):
        raise PhraseError(f'"{text}" begins or ends with dots: a phrase finds its words anywhere, so leave them out')
    required = [item for item in items if isinstance(item, Words) and not item.kinds]
    if not required:
        raise PhraseError(f'"{text}" has no word that must be there: write at least one word outside brackets')
    needs = tuple(frozenset(max(option, key=weight) for option in item.options) for item in required)
    key = max(needs, key=lambda need: min(map(weight, need)))
    return Phrase(text, items, first, question, weak, needs, key)


@cache
def ready(text: str) -> Phrase:
    """What `compiled` makes of a text, made once."""
    return compiled(text)


def weight(word: str) -> int:
    """How telling a word is: small words say little about whether a phrase is there."""
    return 1 if word in english.FUNCTION else 1 + len(word)


def sequence(text: str, parts: list[str], place: int, inside: bool) -> tuple[tuple[Item, ...], int]:
    items: list[Item] = []
    while place < len(parts):
        part = parts[place]
        if part == ")":
            if inside and items:
                return tuple(items), place + 1
            if inside:
                raise PhraseError(f'"{text}" has empty brackets: write the word that may be left out between them')
            break
        if part == "(":
            inner, place = sequence(text, parts, place + 1, inside=True)
            items.append(Maybe(inner))
            continue
        try:
            items.append(GAPS[part] if part in GAPS else choice(part))
        except PhraseError as error:
            raise PhraseError(f'"{text}" {error}') from None
        place += 1
    if inside:
        raise PhraseError(f'"{text}" opens a bracket and does not close it: write ")" after the word')
    return tuple(items), place


@lru_cache(maxsize=5_000)
def choice(part: str) -> Words:
    """One word or kind, or one of several with strokes between them."""
    options: set[tuple[str, ...]] = set()
    kinds: set[str] = set()
    for option in part.strip(",.!;:").split("/"):
        if option.startswith("<") or option.endswith(">"):
            if option not in KINDS:
                raise PhraseError(f'asks for {option}: write <number>, <time> or <name>')
            kinds.add(option.strip("<>"))
        elif WORD.fullmatch(option):
            options.add(tuple(word.stem for word in tokens(option)))
        else:
            raise PhraseError(f'has "{part}": write plain words, and a/b for either of two words')
    return Words(frozenset(options), frozenset(kinds), frozenset(option[0] for option in options))


def plain_words(text: str) -> set[str]:
    """The words of a phrase as their author spelt them, with contractions opened."""
    found = re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.sub(r"<\w+>", " ", text))
    return {word for typed in found for word in opened(typed.replace("’", "'"))}


class Bank:
    """Many phrases, each under a label, and which of them a sentence says.

    `keys` are those of phrases by their texts; a phrase whose key stands there is compiled when it is first looked for.
    Raises PhraseError if another is not in the notation.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]], keys: Mapping[str, Iterable[str]] = {}) -> None:
        self.by_key: dict[str, list[tuple[str, str]]] = {}
        for labelled in phrases:
            text = labelled[1]
            for part in keys[text] if text in keys else ready(text).key:
                self.by_key.setdefault(part, []).append(labelled)

    def found(self, sentence: Sentence, times: dict[int, int]) -> Iterable[tuple[str, Phrase, int, int]]:
        """Every label found, with its phrase and its place in the sentence; in the order of the sentence's words."""
        seen: set[tuple[str, str]] = set()
        for part in dict.fromkeys(word.stem for word in sentence.tokens):
            for labelled in self.by_key.get(part, ()):
                if labelled not in seen:
                    seen.add(labelled)
                    label, phrase = labelled[0], ready(labelled[1])
                    for first, after in phrase.found(sentence, times):
                        yield label, phrase, first, after


@lru_cache(maxsize=500)
def prepared(texts: tuple[str, ...]) -> tuple[Bank, Speller]:
    """The sayings of a case, ready to be looked for, and the speller that knows their words."""
    return Bank((text, text) for text in texts), Speller(word for text in texts for word in plain_words(text))
