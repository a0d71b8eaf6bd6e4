"""What the customer says next: the author's line for just this, or else the persona's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from grader.roleplay.conditions import condition
from grader.roleplay.customer import Reaction, State
from grader.roleplay.persona import Line, Persona
from grader.roleplay.script import Beat, Roleplay, Suggestion

# What the author wrote for this customer goes before the persona's lines, unless those fit much better.
OWN = 2


@dataclass(frozen=True, slots=True)
class Speech:
    """What is said, and which beats said it."""

    parts: tuple[str, ...] = ()
    used: tuple[str, ...] = ()


def draw(seed: int, *of: object) -> int:
    """A number that the seed and the place decide, the same on every machine."""
    return int.from_bytes(sha256("/".join(map(str, (seed, *of))).encode()).digest()[:4], "big")


def worded(line: str, state: State) -> str:
    """A line with the time of the last promise in it, in the learner's words."""
    return line.replace("{time}", state.by or "so")


def opening(roleplay: Roleplay, seed: int) -> str:
    lines = [line for beat in roleplay.of("opening") for line in beat.lines]
    return lines[draw(seed, "opening") % len(lines)] if lines else ""


def question(roleplay: Roleplay, reaction: Reaction) -> Beat | None:
    """The question of the author's that they ask now, for the first time or again; none while they disclose something."""
    state = reaction.state
    for beat in roleplay.of("question") if not reaction.told else ():
        again = beat.id in state.asked
        if beat.until and not condition(beat.until).fits(state) if again else condition(beat.when).fits(state):
            return beat
    return None


def answer(
    roleplay: Roleplay, temper: Persona, reaction: Reaction, seed: int, asked: Beat | None = None, over: bool = False
) -> Speech:
    """At most one thing that they tell or decide, or else how they take it; and a question, unless it is over."""
    return _Voice(roleplay, temper, reaction.state, seed).answer(reaction, asked, over)


# What shows that nobody is there who listens.
ABSENT = ("silent", "unread", "repeated", "offstage", "grilled")


def ending(roleplay: Roleplay, state: State) -> Beat | None:
    """The first ending that holds.

    More than was yours to give ends badly, and so does a conversation that was no conversation twice; more than anybody can
    promise does not end well.
    """
    absent = sum(state.counts.get(rule, 0) for rule in ABSENT)
    barred = {"well", "fairly"} if state.has("said", "gift") or absent > 1 else {"well"} if state.has("said", "overpromise") else set()
    return next((beat for beat in roleplay.of("ending") if beat.outcome not in barred and condition(beat.when).fits(state)), None)


def suggestions(roleplay: Roleplay, state: State, lines: Mapping[str, frozenset[str]], seed: int) -> list[Suggestion]:
    """Three lines to choose from, if the author has so many left: of those that fit best, one of each sort first.

    `lines` are the words of each suggestion, so that none comes again.
    """
    fitting = sorted((beat for beat in roleplay.of("suggestions") if condition(beat.when).fits(state)),
                     key=lambda beat: -condition(beat.when).fits(state))
    left = [line for beat in fitting for line in beat.suggestions if lines[line.text] not in state.lines]
    firsts = [next((line for line in left if line.sort == sort), None) for sort in ("good", "tempting", "bad")]
    chosen = [line for line in firsts if line]
    chosen += [line for line in left if line not in chosen][:3 - len(chosen)]
    return sorted(chosen, key=lambda line: draw(seed, state.turn, line.text))


class _Voice:
    def __init__(self, roleplay: Roleplay, temper: Persona, state: State, seed: int) -> None:
        self.roleplay, self.temper, self.state, self.seed = roleplay, temper, state, seed

    def answer(self, reaction: Reaction, asked: Beat | None, over: bool) -> Speech:
        offer = reaction.taken or reaction.refused
        beat = next((beat for beat in self.roleplay.of("offer") if beat.id == offer), None)
        if reaction.told:
            said = self._one(reaction.told.id, reaction.told.lines)
        elif reaction.taken:
            said = self._one(f"{offer}:taken", beat.lines if beat else ()) or self._line(self.temper.lines, "taken")
        elif reaction.refused:
            said = self._one(f"{offer}:refused", beat.refused if beat else ()) or self._line(self.temper.lines, "refused")
        else:
            said = self._line(self.temper.lines)
        wants = self._one(asked.id, asked.lines) if asked else None
        if not (wants or over or reaction.told):
            wants = self._line(self.temper.asks, once=True)
        both = [part for part in (said, wants) if part]
        return Speech(tuple(text for _, text in both), tuple(used for used, _ in both))

    def _one(self, id: str, lines: Sequence[str]) -> tuple[str, str] | None:
        """One of the lines, another each time: the beat's id, and the text."""
        if not lines:
            return None
        first = draw(self.seed, id)
        line = lines[(first + self.state.used.get(id, 0)) % len(lines)]
        return id, worded(line, self.state)

    def _line(self, lines: Sequence[Line], event: str = "", once: bool = False) -> tuple[str, str] | None:
        """The line that fits best: of those for an event, if one is named; a fresh one before one that was said."""
        own = [(beat.id, beat.when, beat.lines, OWN) for beat in self.roleplay.of("answer")] if lines is self.temper.lines else []
        every = [*own, *((f"{line.when}|{line.say[0]}", line.when, line.say, 0) for line in lines)]
        ranked = []
        for place, (id, when, said, bonus) in enumerate(every):
            asked = condition(when)
            stale = self.state.used.get(id, 0) >= len(said)
            if (fits := asked.fits(self.state)) and not (once and stale) and (not event or ("after", event) in asked.names()):
                ranked.append((stale, -fits - bonus, place))
        if not ranked:
            return None
        id, _, said, _ = every[min(ranked)[-1]]
        return self._one(id, said)
