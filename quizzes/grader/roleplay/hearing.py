"""What a customer makes of a text by itself, whatever went before; so each text of a role-play is read but once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.model import Evidence, Reading
from grader.moves import Finder
from grader.moves.acknowledge import content, is_offering
from grader.moves.english import NEGATORS
from grader.moves.normal import stem, tokens
from grader.moves.phrases import plain_words
from grader.roleplay.persona import Persona
from grader.roleplay.script import Roleplay

# So many telling words of its own, of which less than this share is of this case: a text tells of another one.
OWN = 4
SHARED = 0.15
# Lines that share this much of their words are the same line.
SAME = 0.7
REMEDIES = frozenset(("options", "commit", "follow_up"))
WISHED = frozenset("want wanted ask asked wish expect expected demand had hoped".split())


@dataclass(frozen=True, slots=True)
class Heard:
    """One text as it was heard.

    `gate` says why it is no reply, or nothing. `acts` are, in their order, the moves that were found, what the persona
    `hears`, "offer:<id>" and "hidden:<id>"; `evidence` shows them, and what the finder is not sure of. `promises` are the
    sentences that promise with a time. `words` are the text's words; `foreign` texts tell of another case.
    """

    gate: str = ""
    acts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    promises: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    foreign: bool = False

    def is_like(self, words: frozenset[str]) -> bool:
        """Whether this says nearly what those words said."""
        return bool(words) and len(self.words & words) >= SAME * len(self.words | words)


class Ear:
    """Reads texts as the customer of one role-play hears them."""

    def __init__(self, roleplay: Roleplay, temper: Persona, finder: Finder) -> None:
        told = [line for kind in ("opening", "hidden") for beat in roleplay.of(kind) for line in beat.lines]
        self.customer = "\n".join(told)
        self.facts: Mapping[str, Sequence[str]] = roleplay.facts
        self.sayings = {f"{beat.kind}:{beat.id}": beat.sayings for beat in roleplay.beats if beat.sayings} | dict(temper.hears)
        self.modest = {f"offer:{beat.id}" for beat in roleplay.of("offer") if beat.worth != "too much"}
        written = [roleplay.story, roleplay.customer]
        for beat in roleplay.beats:
            written += [beat.title, beat.text, *beat.lines, *beat.refused, *beat.sayings]
            written += [line.text for line in beat.suggestions]
        written += [saying for sayings in roleplay.facts.values() for saying in sayings]
        self.about = content(tokens("\n".join(written)))
        # What is said in any case: the words of the moves themselves.
        self.everyday = {stem(word) for move in finder.moves.values() for text in (*move.phrases, *move.vetoes)
                         for word in plain_words(text)}
        self.finder = finder
        self._heard: dict[str, Heard] = {}

    def hear(self, text: str) -> Heard:
        if text not in self._heard:
            self._heard[text] = self._read(text)
        return self._heard[text]

    def _read(self, text: str) -> Heard:
        said = tokens(text)
        words = frozenset(token.stem for token in said)
        reading = self.finder.read(text, self.customer, self.facts, self.sayings)
        evidence = tuple(e for e in reading.evidence if self._is_meant(e, text, reading))
        found = tuple(e for e in evidence if e.sureness == "found")
        own = content(token for token in said if not token.number and not token.capital) - self.everyday
        # One word is no sentence: what it may mean is not enough to act on.
        acts = tuple(e.move for e in found) if len(said) > 1 else ()
        return Heard(
            reading.gate, acts, evidence,
            tuple(text[e.start:e.end].strip() for e in found if e.move == "commit"), words,
            len(own) >= OWN and len(own & self.about) < SHARED * len(own))

    def _is_meant(self, evidence: Evidence, text: str, reading: Reading) -> bool:
        """Whether words that may be an offer make one: not refused, not the customer's wish, and more than mentioned."""
        if evidence.move != "gift" and not evidence.move.startswith("offer:"):
            return True
        said = tokens(text[evidence.start:evidence.end])
        words = [token.word for token in said]
        wished = any(a == "you" and b in WISHED for a, b in zip(words, words[1:], strict=False))
        if wished or not NEGATORS.isdisjoint(words):
            return False
        # Whoever gives too much says it in any form.
        return evidence.move not in self.modest or is_offering(said) or any(
            other.move in REMEDIES and other.start < evidence.end and evidence.start < other.end for other in reading.evidence)
