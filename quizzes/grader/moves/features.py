"""What the trained part of the finder looks at in a sentence: its words, their letters and what the phrases found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader.moves import english
from grader.moves.normal import Token
from grader.moves.sentences import Sentence

RUNS = (1, 2, 3)
LETTERS = (3, 4, 5)
NUMBER = "#"
MOST = 4
# A word that is quoted, reported or denied says something else than the same word meant.
UNMEANT = "~"
START, END, ASKS = "^", "$", "?"
US = frozenset("i we".split())
IMAGINING = frozenset("would could might had".split())
YOU = frozenset("you your yours".split())


@dataclass(frozen=True, slots=True)
class Feature:
    """A feature by name, and the words `first` up to `after` that have it; a feature of the whole has none."""

    name: str
    first: int = 0
    after: int = 0


def features(
    sentence: Sentence, mask: Sequence[bool], timed: bool, told: int | None, phrases: Iterable[str]
) -> list[Feature]:
    """Every feature of a sentence, each once.

    `mask` tells for each word whether it is unmeant, `timed` whether a time is named, `told` how many of the customer's
    own words it gives back, if what they said is known; `phrases` are what the phrases said, such as "found apology".
    """
    said = [UNMEANT + plain(word.word, word.number) if off else plain(word.word, word.number)
            for word, off in zip(sentence.tokens, mask, strict=True)]
    stems = [UNMEANT + plain(word.stem, word.number) if off else plain(word.stem, word.number)
             for word, off in zip(sentence.tokens, mask, strict=True)]
    every = [*runs("w", said, ASKS if sentence.asks else END, RUNS), *runs("s", stems, END, (1, 2))]
    meant = " ".join(plain(word.word, word.number) for word, off in zip(sentence.tokens, mask, strict=True) if not off)
    every += [Feature(f"c {name}") for name in letters(f" {meant} ")]
    every += [Feature(f"n {stems[i]}", i, i + 1) for i in denied(sentence)]
    every += [Feature(f"p {phrase}") for phrase in phrases]
    every += [Feature(f"k {name}") for name in shape(sentence, said, timed)]
    if told is not None:
        every.append(Feature(f"k told {min(told, MOST)}"))
    return list({feature.name: feature for feature in every}.values())


def denied(sentence: Sentence) -> Iterator[int]:
    """The words that a negation reaches: those after it in its clause."""
    negated = False
    for i, word in enumerate(sentence.tokens):
        if i in sentence.borders:
            negated = False
        if negated:
            yield i
        negated = negated or word.word in english.NEGATORS


def plain(word: str, number: bool) -> str:
    return NUMBER if number else word


def runs(kind: str, words: Sequence[str], closing: str, lengths: Iterable[int]) -> Iterator[Feature]:
    """Runs of neighbouring words, the sentence's beginning and end counted as words."""
    framed = [START, *words, closing]
    for length in lengths:
        for i in range(len(framed) - length + 1):
            after = min(i + length - 1, len(words))
            yield Feature(f"{kind} {' '.join(framed[i:i + length])}", max(0, i - 1), after)


def letters(text: str) -> list[str]:
    # In order, for a sum of fractions hangs on it, and the browser's must be the same.
    return [text[i:i + length] for length in LETTERS for i in range(len(text) - length + 1)]


def borders(words: Sequence[Token], at: int) -> Iterator[str]:
    """What tells whether a sentence begins at word `at`: up to two words before it, and up to three from it on."""
    around = [plain(words[i].word, words[i].number) if 0 <= i < len(words) else END for i in range(at - 2, at + 3)]
    two, one, first, second, third = around
    yield f"< {one}"
    yield f"< {two} {one}"
    yield f"> {first}"
    yield f"> {first} {second}"
    yield f"> {first} {second} {third}"
    yield f"<> {one} {first}"


def shape(sentence: Sentence, said: Sequence[str], timed: bool) -> Iterator[str]:
    """What kind of sentence it is, whatever its words: how long, who is in it, whether it asks or names a time."""
    yield f"length {min(8, len(said) // 4)}"
    ours = not US.isdisjoint(said)
    if sentence.asks:
        yield "asks"
    if ours:
        yield "we"
    if not YOU.isdisjoint(said):
        yield "you"
    if timed:
        yield "time"
        if ours:
            yield "we, time"
    if NUMBER in said:
        yield "number"
    if not english.NEGATORS.isdisjoint(said):
        yield "not"
        if timed and ours:
            yield "we, time, not"
    if "if" in said and not IMAGINING.isdisjoint(said):
        yield "if, would"
