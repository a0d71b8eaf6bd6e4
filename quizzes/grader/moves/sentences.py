"""Sentences and clauses of a reply, also of one that was typed without a full stop."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from grader.moves import english
from grader.moves.normal import Speller, Token, tokens

LONG = 30
# A sentence without a full stop is cut into pieces of so many words.
SHORTEST, LONGEST = 3, 60
ABBREVIATIONS = frozenset("mr mrs ms dr st no vs etc approx ext".split())
JOINTS = frozenset("but and so because though although then however or as since".split())
SUBJECTS = frozenset("i we you he she it they there this that my our your the nobody somebody what which".split())
ASKS_WITH = frozenset("what how which who whose when where why whereabouts".split())
ASKED_OF = frozenset(
    "i you we it that this there they he she the your any anybody somebody someone anything something".split()
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words, its characters `start` to `end`, whether it asks, and the words that open a clause.

    `openings` are the clauses that could be sentences of their own: the first one, and those after a semicolon or dash.
    """

    tokens: tuple[Token, ...]
    start: int
    end: int
    asks: bool
    borders: frozenset[int]
    stems: frozenset[str] = field(default=frozenset())
    openings: frozenset[int] = field(default=frozenset({0}))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The characters to show for words `first` to `last`: the sentence, or its clauses around them if long."""
        if len(self.tokens) <= LONG:
            return self.start, self.end
        left = max((b for b in self.borders if b <= first), default=0)
        right = min((b for b in self.borders if b > last), default=len(self.tokens))
        start = self.start if left == 0 else self.tokens[left].start
        return start, self.end if right == len(self.tokens) else self.tokens[right - 1].end

    def clause(self, index: int) -> tuple[int, int]:
        """The clause around a word: index of its first word, and of the first word after it."""
        left = max((b for b in self.borders if b <= index), default=0)
        return left, min((b for b in self.borders if b > index), default=len(self.tokens))


Begins = Callable[[Sequence[Token], int], bool]


def nowhere(words: Sequence[Token], at: int) -> bool:
    return False


def split(text: str, *spellers: Speller, begins: Begins = nowhere) -> list[Sentence]:
    """The sentences of a text, in order.

    `begins` tells of a word, by its place among all words of the text, whether a sentence is likely to begin there; it
    is asked where nobody typed a full stop.
    """
    words = tokens(text, *spellers)
    ends = [i for i in range(1, len(words)) if ends_before(words[i - 1], words[i])]
    sentences: list[Sentence] = []
    for first, last in zip([0, *ends], [*ends, len(words)], strict=True):
        cuts = [first, *pieces(words, first, last, begins), last]
        for left, right in zip(cuts, cuts[1:], strict=False):
            if right > left:
                after = words[right].start if right < len(words) else len(text)
                sentences.append(sentence(text, words[left:right], after))
    return sentences


def sentence(text: str, words: list[Token], after: int) -> Sentence:
    """One sentence out of its words; `after` is where the next one begins."""
    start, end = words[0].start, words[-1].end
    while start > 0 and text[start - 1] in "£$€\"'“‘(":
        start -= 1
    tail = text[end:after]
    closing = re.match(r"\s{0,3}[.!?…%€)\"'”’:(]{1,8}", tail)
    end += len(closing[0].rstrip("( ")) if closing else 0
    borders = {0} | {i for i in range(1, len(words)) if opens_clause(words, i)}
    asks = "?" in tail[:12] or asks_without_mark(words)
    stems = frozenset(word.stem for word in words)
    openings = {i for i in borders if i == 0 or any(mark in words[i].before for mark in (";", "–", "—", " - "))}
    return Sentence(tuple(words), start, end, asks, frozenset(borders), stems, frozenset(openings))


def ends_before(previous: Token, word: Token) -> bool:
    """Whether a sentence ends between two neighbouring words."""
    gap = word.before
    if not gap or gap.isspace() and "\n" not in gap:
        return False
    if "?" in gap or "!" in gap or "\n" in gap:
        return True
    if "..." in gap or "…" in gap:
        return word.capital
    if "." not in gap or previous.word in ABBREVIATIONS or len(previous.word) == 1 and len(word.word) == 1:
        return False
    return gap != "." or word.capital


def opens_clause(words: list[Token], i: int) -> bool:
    """Whether a clause begins at word `i`: after a mark, at "but", and at "and", "so" ... before a subject."""
    if any(mark in words[i].before for mark in (*",;:–—()…", " - ", "...")):
        return True
    joined_on = words[i].word in JOINTS and i + 1 < len(words) and words[i + 1].word in SUBJECTS
    return joined_on or words[i].word == "but"


def pieces(words: list[Token], first: int, last: int, begins: Begins) -> list[int]:
    """Where to cut a run of words that nobody cut with a full stop; where they typed commas, only at one of these."""
    commas = [i for i in range(first + 1, last) if set(words[i].before) & set(",;:")]
    unmarked = len(commas) < (last - first) / 15
    if last - first <= (12 if not commas else LONG):
        return []
    cuts: list[int] = []
    begun = first
    for i in range(first + 1, last):
        room = i - begun >= SHORTEST and last - i >= SHORTEST
        if room and (unmarked or i in commas) and begins(words, i) or i - begun >= LONGEST:
            cuts.append(i)
            begun = i
    return cuts


def asks_without_mark(words: list[Token]) -> bool:
    """Whether a sentence typed without its question mark has the order of a question."""
    start = 1 if words[0].word in {"so", "and", "but", "please", "okay", "now"} and len(words) > 1 else 0
    opening = [word.word for word in words[start : start + 4]]
    if len(opening) < 3:
        return False
    if opening[0] in ASKS_WITH:
        rest = opening[1:]
        return any(word in english.AUXILIARY - {"this", "us", "as", "his", "thus"} for word in rest[:2]) and (
            opening[0] not in {"when", "where", "why"} or rest[0] in english.AUXILIARY
        ) or opening[0] == "what" and rest[0] in {"happened", "else", "went"}
    return opening[0] in english.AUXILIARY and opening[1] in ASKED_OF


def joined(one: Sentence, other: Sentence) -> Sentence:
    """Two neighbouring sentences as one."""
    borders = one.borders | {len(one.tokens) + border for border in other.borders}
    asks = one.asks or other.asks
    return Sentence(one.tokens + other.tokens, one.start, other.end, asks, borders, one.stems | other.stems)
