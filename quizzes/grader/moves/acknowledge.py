"""Whether a sentence says a fact of this customer back to them, rather than copy it, use it or ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from grader.moves import english
from grader.moves.gate import copied
from grader.moves.normal import Token, tokens
from grader.moves.sentences import Sentence

VAGUE = frozenset(
    """issue problem concern situation thing matter case complaint experience inconvenience trouble service customer
    company product help please thank thanks sorry apology apologis today tomorrow tonight now day time way people
    someone anyone everybody nobody something anything nothing want ne tell say know think feel ask call contact look
    make mak like good bad better best great much many really right even still back well upset angry furious happy
    disappoint frustrat annoy absolut ridicul complet total refund money answer wait hear leave put really son com
    week month year hour minute someon anyon not us""".split()
)
TOLD = frozenset("was were had did been has have is are never nobody not without still came got went".split())
OFFERS = frozenset("will would can could should may might let please shall".split())


def content(words: Iterable[Token]) -> set[str]:
    """What a text is about: its telling words and its numbers."""
    return {
        word.stem
        for word in words
        if word.stem[0].isdigit() or word.word not in english.FUNCTION and word.stem not in VAGUE and len(word.stem) > 2
    }


def is_offering(sentence: Sentence, left: int, right: int) -> bool:
    """Whether a clause says what we will or may do, or asks for it."""
    words = [word.word for word in sentence.tokens[left:right]]
    return any(a in {"i", "we"} and b in OFFERS for a, b in zip(words, words[1:], strict=False)) or (
        words[:1] == ["please"] or words[:2] in (["can", "you"], ["could", "you"], ["let", "me"])
    )


class Listener:
    """Knows what a customer said, and how much of it a sentence gives back."""

    def __init__(self, customer: str, facts: Mapping[str, Sequence[str]]) -> None:
        self.said = tokens(customer)
        self.content = content(self.said)
        self.informed = bool(self.content or facts)

    def given_back(self, sentence: Sentence) -> set[str]:
        """The telling words of the customer in a sentence, without what it offers and without a plain copy."""
        told = [
            word
            for left, right in clauses(sentence)
            if not is_offering(sentence, left, right)
            for word in sentence.tokens[left:right]
        ]
        mine = copied(list(sentence.tokens), self.said)
        if sum(mine) >= 0.8 * len(mine) and any(w.word in {"i", "my", "me"} for w in sentence.tokens):
            return set()
        return content(told) & self.content if self.content else content(told)

    def tells(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what happened."""
        return any(word.word in TOLD or word.word.endswith("ed") for word in sentence.tokens)


def clauses(sentence: Sentence) -> list[tuple[int, int]]:
    marks = [*sorted(sentence.borders), len(sentence.tokens)]
    return list(zip(marks, marks[1:], strict=False))
