"""Whether a sentence says a fact of this customer back to them, rather than copy it, use it or ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from grader.model import Sureness
from grader.moves import english
from grader.moves.gate import copied
from grader.moves.normal import Speller, Token, stem, tokens
from grader.moves.phrases import prepared
from grader.moves.sentences import Sentence, asks_without_mark
from grader.moves.times import times

VAGUE = frozenset(
    map(
        stem,
        """issue problem concern situation thing matter case complaint experience inconvenience trouble service customer
        company product help please thank sorry apology apologise today tomorrow tonight day time way people someone
        anyone everyone everybody nobody something anything nothing want need tell say know think feel ask call contact
        look make like good bad better best great much many really right even well upset angry furious happy disappoint
        frustrate annoy absolutely ridiculous completely total refund money answer hear put week month year hour minute
        delay wrong never ever come get""".split(),
    )
)
PAST = english.IRREGULAR.keys() | set("was were had did been has have is are never nobody not without still".split())
DENYING = english.NEGATORS | {"only", "hardly"}
SAME = {"twice": "2", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7"}
BARE = 6
OFFERS = frozenset("will would can could should may might let please shall".split())


def content(words: Iterable[Token]) -> set[str]:
    """What a text is about: its telling words and its numbers."""
    return {SAME.get(word.word, word.stem) for word in words if is_telling(word)}


def is_telling(word: Token) -> bool:
    if word.word in SAME or word.stem[0].isdigit():
        return True
    return len(word.stem) > 2 and word.word not in english.FUNCTION and word.stem not in VAGUE


def is_offering(clause: Iterable[Token]) -> bool:
    """Whether a clause says what we will or may do, or asks for it."""
    words = [word.word for word in clause]
    return any(a in {"i", "we"} and b in OFFERS for a, b in zip(words, words[1:], strict=False)) or (
        words[:1] == ["please"] or words[:2] in (["can", "you"], ["could", "you"], ["let", "me"])
    )


class Listener:
    """Knows what a customer said, and tells how much of it a sentence gives back."""

    def __init__(self, customer: str, facts: Mapping[str, Sequence[str]]) -> None:
        """`facts` are sayings by name, in the phrase notation; a sentence that says one gives that fact back."""
        said = tokens(customer)
        self.said = said
        self.content = content(said)
        self.informed = bool(said or facts)
        banks = [prepared(tuple(texts)) for texts in facts.values()]
        self.facts = [bank for bank, _ in banks]
        self.spellers = [Speller({word.word for word in said}), *(speller for _, speller in banks)]

    def heard(self, sentence: Sentence, frames: Sequence[bool], warm: bool) -> tuple[Sureness | None, int, int]:
        """Whether the sentence gives a fact back, and its first and last word that show it.

        `frames` are the telling phrases found in it, True for the clear ones; in a `warm` sentence we also feel or
        answer for something, so that it is not likely to argue.
        """
        nothing = (None, 0, 0)
        if asks_without_mark(list(sentence.tokens)):
            return nothing
        shown = self.shown(sentence)
        when = times(sentence)
        places = [place for bank in self.facts for _, _, *place in list(bank.found(sentence, when))[:1]]
        strength = len({sentence.tokens[i].stem for i in shown}) + 2 * len(places)
        if not strength:
            return nothing
        if not self.informed:
            sure, unsure = any(frames) and strength >= 2 or bool(frames) and strength >= 3, False
        else:
            # Without a telling frame many of their words must come back, and none to contradict them.
            denies = not DENYING.isdisjoint(word.word for word in sentence.tokens)
            enough = 2 if warm or frames else 3 if tells(sentence) and not denies else 4
            # "Sorry about the boots" names a thing, and no fact.
            telling = any(frames) and (strength >= 2 or len(sentence.tokens) > BARE)
            sure, unsure = telling or strength >= enough, bool(frames) or strength >= 2
        marks = [*shown, *(index for first, after in places for index in (first, after - 1))]
        return ("found" if sure else "unsure" if unsure else None), min(marks), max(marks)

    def shown(self, sentence: Sentence) -> list[int]:
        """The words of the sentence that are telling ones of the customer, unless it offers, asks or copies."""
        words = sentence.tokens
        mine = copied(list(words), self.said)
        if sum(mine) >= 0.8 * len(mine) and any(word.word in {"i", "my", "me"} for word in words):
            return []
        told = [part for part in clauses(sentence) if not is_offering(words[slice(*part)])]
        telling = [i for part in told for i in range(*part) if is_telling(words[i])]
        return [i for i in telling if not self.informed or content(words[i : i + 1]) <= self.content]


def tells(sentence: Sentence) -> bool:
    """Whether a sentence tells what happened."""
    return any(word.word in PAST or word.word.endswith("ed") for word in sentence.tokens)


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    marks = [*sorted(sentence.borders), len(sentence.tokens)]
    return list(zip(marks, marks[1:], strict=False))
