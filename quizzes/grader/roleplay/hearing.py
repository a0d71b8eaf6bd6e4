"""What a customer makes of a text by itself, whatever went before; so each text of a role-play is read but once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.model import Evidence
from grader.moves import Finder
from grader.moves.acknowledge import content
from grader.moves.normal import tokens
from grader.roleplay.persona import Persona
from grader.roleplay.script import Roleplay

# So many telling words, none of which is of this case, tell of another one.
FOREIGN = 6
# Lines that share this much of their words are the same line.
SAME = 0.7


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
        written = [roleplay.story, roleplay.customer]
        for beat in roleplay.beats:
            written += [beat.title, beat.text, *beat.lines, *beat.refused, *beat.sayings]
            written += [line.text for line in beat.suggestions]
        written += [saying for sayings in roleplay.facts.values() for saying in sayings]
        self.about = content(tokens("\n".join(written)))
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
        found = tuple(evidence for evidence in reading.evidence if evidence.sureness == "found")
        telling = content(said)
        # One word is no sentence: what it may mean is not enough to act on.
        acts = tuple(evidence.move for evidence in found) if len(said) > 1 else ()
        return Heard(
            reading.gate, acts, reading.evidence,
            tuple(text[e.start:e.end].strip() for e in found if e.move == "commit"), words,
            len(telling) >= FOREIGN and telling.isdisjoint(self.about))
