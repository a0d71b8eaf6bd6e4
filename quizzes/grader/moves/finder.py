"""Reads a reply: which moves it makes, in which sentence, and which words showed it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from grader.model import Evidence, Move, Reading
from grader.moves import gate
from grader.moves.acknowledge import Listener
from grader.moves.normal import Speller
from grader.moves.phrases import Bank, Phrase, PhraseError, compiled, plain_words
from grader.moves.rules import Hit, settled
from grader.moves.sentences import Sentence, asks_without_mark, joined, split
from grader.moves.speech import negated, quotations, unmeant
from grader.moves.times import times

LONGEST = 20_000
# A hand-over and its reason often stand in two sentences.
OVER_TWO = "explain_transfer"
BACK = "acknowledge"


class Finder:
    """Finds moves by their phrases; build it once, it keeps nothing of the replies it reads."""

    def __init__(self, moves: Mapping[str, Move]) -> None:
        """Compiles the phrases and vetoes of all moves; PhraseError names the move and the phrase that is wrong."""
        phrases = {name: [compiled_of(name, text) for text in move.phrases] for name, move in moves.items()}
        self.vetoes = {name: Bank([(name, compiled_of(name, v)) for v in move.vetoes]) for name, move in moves.items()}
        self.bank = Bank((name, phrase) for name, its in phrases.items() for phrase in its)
        self.over_two = Bank((OVER_TWO, phrase) for phrase in phrases.get(OVER_TWO, ()))
        words = {word for move in moves.values() for text in (*move.phrases, *move.vetoes) for word in plain_words(text)}
        self.speller = Speller(words)
        self.known = gate.known_words(words)

    def read(self, reply: str, customer: str = "", facts: Mapping[str, Sequence[str]] = {}) -> Reading:  # noqa: B006
        """What a reply to a customer does; `facts` are the sayings, any of which gives that fact back."""
        reply = reply[:LONGEST]
        reason = gate.reason(reply, customer, self.known)
        if reason:
            return Reading(gate=reason)
        sentences = split(reply, self.speller)
        hits = settled(self.hits(reply, sentences, Listener(customer, facts), facts), sentences)
        best: dict[str, Hit] = {}
        for hit in hits:
            if hit.move not in best or (best[hit.move].weak and not hit.weak):
                best[hit.move] = hit
        ordered = sorted(best.values(), key=lambda hit: (hit.at, hit.first))
        return Reading(evidence=tuple(evidence(hit, reply, sentences) for hit in ordered))

    def says(self, sayings: Sequence[str], reply: str) -> tuple[int, int] | None:
        """The characters of a reply that say one of these sayings, or None."""
        bank, speller = spoken(tuple(sayings))
        for sentence in split(reply[:LONGEST], speller):
            for _, _, first, after in bank.found(sentence, times(sentence)):
                return sentence.tokens[first].start, sentence.tokens[after - 1].end
        return None

    def hits(
        self, reply: str, sentences: Sequence[Sentence], listener: Listener, facts: Mapping[str, Sequence[str]]
    ) -> list[Hit]:
        """All moves of all sentences, before they are weighed against each other."""
        quoted = quotations(reply)
        hits: list[Hit] = []
        for at, sentence in enumerate(sentences):
            if gate.is_heap(list(sentence.tokens)):
                continue
            mask = unmeant(sentence, quoted)
            when = times(sentence)
            mine = self.bank.found(sentence, when)
            told = [Hit(move, at, *place, phrase.weak) for move, phrase, *place in mine if self.meant(sentence, mask, *place)]
            framed = [hit for hit in told if hit.move == BACK]
            hits += (hit for hit in told if hit.move != BACK and not self.vetoed(hit.move, sentence, when))
            if not self.vetoed(BACK, sentence, when):
                hits += self.given_back(at, sentence, framed, listener, facts)
            if at + 1 < len(sentences):
                hits += self.hand_overs(at, sentence, sentences[at + 1], len(mask))
        return hits

    def meant(self, sentence: Sentence, mask: Sequence[bool], first: int, after: int) -> bool:
        return not mask[first] and not negated(sentence, first)

    def vetoed(self, move: str, sentence: Sentence, when: dict[int, int]) -> bool:
        return move in self.vetoes and any(True for _ in self.vetoes[move].found(sentence, when))

    def hand_overs(self, at: int, sentence: Sentence, following: Sentence, length: int) -> Iterable[Hit]:
        """A hand-over in one sentence whose reason stands in the next."""
        both = joined(sentence, following)
        for move, phrase, first, after in self.over_two.found(both, {}):
            if first < length < after and not negated(both, first) and not self.vetoed(move, both, {}):
                yield Hit(move, at, first, length, phrase.weak, at + 1)

    def given_back(
        self,
        at: int,
        sentence: Sentence,
        framed: Sequence[Hit],
        listener: Listener,
        facts: Mapping[str, Sequence[str]],
    ) -> Iterable[Hit]:
        """The customer's own facts said back in a sentence."""
        if asks_without_mark(list(sentence.tokens)):
            return
        given = listener.given_back(sentence)
        strength = len(given) + (2 if given and any(stem[0].isdigit() for stem in given) else 0)
        for sayings in facts.values():
            bank, _ = spoken(tuple(sayings))
            strength += 2 * any(True for _ in bank.found(sentence, times(sentence)))
        clear = [hit for hit in framed if not hit.weak]
        tells = listener.tells(sentence)
        if not listener.informed:
            sure = bool(clear) and strength >= 2
            unsure = False
        else:
            sure = bool(clear) and strength >= 2 or tells and strength >= 3
            unsure = bool(framed) and strength >= 1 or tells and strength >= 2
        if sure or unsure:
            place = [i for i, word in enumerate(sentence.tokens) if word.stem in given] or [0]
            yield Hit(BACK, at, place[0], place[-1] + 1, not sure)


def compiled_of(move: str, text: str) -> Phrase:
    try:
        return compiled(text)
    except PhraseError as error:
        raise PhraseError(f"{move}: {error}") from None


@lru_cache(maxsize=200)
def spoken(sayings: tuple[str, ...]) -> tuple[Bank, Speller]:
    """The sayings of a case, ready to be looked for."""
    return Bank((text, compiled(text)) for text in sayings), Speller({word for text in sayings for word in plain_words(text)})


def evidence(hit: Hit, reply: str, sentences: Sequence[Sentence]) -> Evidence:
    sentence = sentences[hit.at]
    start, end = sentence.span(hit.first, hit.after - 1)
    if hit.until > hit.at:
        end = sentences[hit.until].end
    why = reply[sentence.tokens[hit.first].start : sentence.tokens[hit.after - 1].end]
    return Evidence(hit.move, start, end, "unsure" if hit.weak else "found", why)
