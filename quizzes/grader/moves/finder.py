"""Reads a reply: which moves it makes, in which sentence, and which words showed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from grader.model import Evidence, Move, Reading
from grader.moves import gate
from grader.moves.acknowledge import Listener
from grader.moves.normal import Speller
from grader.moves.phrases import Bank, Phrase, PhraseError, compiled, plain_words, prepared
from grader.moves.rules import Hit, settled
from grader.moves.sentences import Sentence, joined, split
from grader.moves.speech import negated, quotations, unmeant
from grader.moves.times import times

LONGEST = 20_000
# Its phrases only frame a fact; whether it is one of this customer's is for the listener to say.
FRAMED = "acknowledge"
# A hand-over and its reason often stand in two sentences.
OVER_TWO = "explain_transfer"
WARM = frozenset(("apology", "empathy", "ownership"))


class Finder:
    """Finds moves by their phrases; build it once, it keeps nothing of the replies it reads."""

    def __init__(self, moves: Mapping[str, Move]) -> None:
        """Compiles the phrases and vetoes of all moves; PhraseError names the move and the phrase that is wrong."""
        phrases = [(name, read_phrase(name, text)) for name, move in moves.items() for text in move.phrases]
        self.bank = Bank(phrases)
        self.over_two = Bank((name, phrase) for name, phrase in phrases if name == OVER_TWO)
        self.vetoes = {name: Bank((name, read_phrase(name, v)) for v in move.vetoes) for name, move in moves.items()}
        texts = (text for move in moves.values() for text in (*move.phrases, *move.vetoes))
        self.speller = Speller(word for text in texts for word in plain_words(text))

    def read(self, reply: str, customer: str = "", facts: Mapping[str, Sequence[str]] = {}) -> Reading:
        """What a reply to a customer does; `facts` are the sayings, any of which gives that fact back."""
        reply = reply[:LONGEST]
        reason = gate.reason(reply, customer, self.speller.stems)
        if reason:
            return Reading(gate=reason)
        listener = Listener(customer, facts)
        sentences = split(reply, self.speller, *listener.spellers)
        quoted = quotations(reply)
        hits = [hit for at in range(len(sentences)) for hit in self.hits(at, sentences, quoted, listener)]
        best: dict[str, Hit] = {}
        for hit in settled(hits, sentences):
            if hit.move not in best or (best[hit.move].weak and not hit.weak):
                best[hit.move] = hit
        ordered = sorted(best.values(), key=lambda hit: (hit.at, hit.first))
        return Reading(evidence=tuple(evidence(hit, reply, sentences) for hit in ordered))

    def says(self, sayings: Sequence[str], reply: str) -> tuple[int, int] | None:
        """The characters of a reply that say one of these sayings, or None."""
        bank, speller = prepared(tuple(sayings))
        for sentence in split(reply[:LONGEST], speller):
            for _, _, first, after in bank.found(sentence, times(sentence)):
                return sentence.tokens[first].start, sentence.tokens[after - 1].end
        return None

    def hits(
        self, at: int, sentences: Sequence[Sentence], quoted: Sequence[tuple[int, int]], listener: Listener
    ) -> Iterator[Hit]:
        """The moves of one sentence, before they are weighed against each other."""
        sentence = sentences[at]
        if gate.is_heap(sentence.tokens):
            return
        mask, when = unmeant(sentence, quoted), times(sentence)
        found = [
            Hit(move, at, first, after, phrase.weak)
            for move, phrase, first, after in self.bank.found(sentence, when)
            if not mask[first] and not negated(sentence, first, after)
        ]
        against = {move: self.vetoed(move, sentence, when) for move in {FRAMED, *(hit.move for hit in found)}}
        meant = [hit for hit in found if not touched(sentence, hit.first, hit.after, against[hit.move])]
        yield from (hit for hit in meant if hit.move != FRAMED)
        # A fact is said back by a whole sentence, so that a veto anywhere in it counts.
        if FRAMED in self.vetoes and not against[FRAMED]:
            frames = [not hit.weak for hit in found if hit.move == FRAMED]
            warm = any(hit.move in WARM for hit in meant)
            sureness, first, last = listener.heard(sentence, frames, warm)
            if sureness:
                yield Hit(FRAMED, at, first, last + 1, sureness == "unsure")
        if at + 1 < len(sentences):
            yield from self.hand_overs(at, sentence, sentences[at + 1])

    def vetoed(self, move: str, sentence: Sentence, when: dict[int, int]) -> list[tuple[int, int]]:
        """The places in a sentence that take this move away: first word, and the one after the last."""
        bank = self.vetoes.get(move)
        return [(first, after) for _, _, first, after in bank.found(sentence, when)] if bank else []

    def hand_overs(self, at: int, sentence: Sentence, following: Sentence) -> Iterable[Hit]:
        """A hand-over in one sentence whose reason stands in the next."""
        border = len(sentence.tokens)
        both = joined(sentence, following)
        for move, phrase, first, after in self.over_two.found(both, {}):
            if first < border < after and not negated(both, first, after) and not self.vetoed(move, both, {}):
                yield Hit(move, at, first, border, phrase.weak, at + 1)


def touched(sentence: Sentence, first: int, after: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the places lies, if only in part, in the clauses in which words `first` up to `after` stand."""
    left, right = sentence.clause(first)[0], sentence.clause(after - 1)[1]
    return any(begin < right and left < end for begin, end in places)


def read_phrase(move: str, text: str) -> Phrase:
    try:
        return compiled(text)
    except PhraseError as error:
        raise PhraseError(f"{move}: {error}") from None


def evidence(hit: Hit, reply: str, sentences: Sequence[Sentence]) -> Evidence:
    sentence = sentences[hit.at]
    start, end = sentence.span(hit.first, hit.after - 1)
    if hit.until > hit.at:
        end = sentences[hit.until].end
    why = reply[sentence.tokens[hit.first].start : sentence.tokens[hit.after - 1].end]
    return Evidence(hit.move, start, end, "unsure" if hit.weak else "found", why)
