"""A role-play as it is played: who the customer is, and the beats that its author wrote."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.roleplay.persona import BASE, Change

KINDS = ("opening", "hidden", "offer", "answer", "question", "ending", "suggestions")
OUTCOMES = ("well", "fairly", "badly")
WORTHS = ("fair", "too little", "too much")
SORTS = ("good", "tempting", "bad")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line for the learner to choose: good, tempting or bad, and why; what it does is for the finder to say."""

    text: str
    sort: str
    why: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Beat:
    """One `##` section of a role-play.

    `lines` are what the customer says, one of them at a time, and `text` what the learner is told about it in the end.
    `when` is the condition; of something hidden, what draws it out. `sayings` are words of the learner that ask for what
    is hidden, or that make an offer. A question with `until` is asked again until that holds.
    """

    id: str
    kind: str
    title: str
    lines: tuple[str, ...] = ()
    text: str = ""
    when: str = ""
    until: str = ""
    sayings: tuple[str, ...] = ()
    worth: str = ""
    refused: tuple[str, ...] = ()
    outcome: str = ""
    changes: Change = field(default_factory=Change)
    suggestions: tuple[Suggestion, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Roleplay:
    """One customer; `id` is the file's name without its ending.

    `story`, `about`, `you` and `good` are for the page. `facts` are sayings by name that say a fact back.
    """

    id: str
    title: str
    customer: str
    persona: str
    situations: tuple[str, ...] = ()
    channel: str = ""
    trade: str = ""
    about: str = ""
    you: str = ""
    good: str = ""
    story: str = ""
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beats: tuple[Beat, ...] = ()
    file: str = ""

    def of(self, kind: str) -> Iterator[Beat]:
        return (beat for beat in self.beats if beat.kind == kind)

    @property
    def layers(self) -> tuple[str, ...]:
        """The personas and situations that make this customer, the lowest first."""
        return BASE, self.persona, *self.situations


def dump_roleplay(roleplay: Roleplay) -> dict[str, Any]:
    """What playing needs of a role-play, as JSON can carry it; what stands empty is left out."""
    def sparse(beat: Beat) -> dict[str, Any]:
        entry = {name: getattr(beat, name) for name in ("id", "kind", "title", "lines", "text", "when", "until", "sayings",
                                                        "worth", "refused", "outcome")}
        entry["changes"] = [beat.changes.heat, beat.changes.trust, beat.changes.patience]
        entry["suggestions"] = [[line.text, line.sort, line.why] for line in beat.suggestions]
        return {name: value for name, value in entry.items() if value and value != [0, 0, 0]}

    return {
        "id": roleplay.id, "title": roleplay.title, "customer": roleplay.customer, "persona": roleplay.persona,
        "situations": roleplay.situations, "story": roleplay.story, "facts": dict(roleplay.facts),
        "beats": [sparse(beat) for beat in roleplay.beats],
    }


def load_roleplay(data: Mapping[str, Any]) -> Roleplay:
    """A role-play from what `dump_roleplay` wrote."""
    def beat(entry: Mapping[str, Any]) -> Beat:
        lists = {name: tuple(entry.get(name, ())) for name in ("lines", "sayings", "refused")}
        texts = {name: entry.get(name, "") for name in ("title", "text", "when", "until", "worth", "outcome")}
        return Beat(entry["id"], entry["kind"], **lists, **texts, changes=Change(*entry.get("changes", ())),
                    suggestions=tuple(Suggestion(*line) for line in entry.get("suggestions", ())))

    return Roleplay(
        data["id"], data["title"], data["customer"], data["persona"], tuple(data["situations"]), story=data["story"],
        facts={name: tuple(sayings) for name, sayings in data["facts"].items()}, beats=tuple(map(beat, data["beats"])))
