"""A whole conversation, replayed from its seed and the learner's turns: what was said, how it ended, and what to learn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from grader.moves import Finder
from grader.moves.normal import tokens
from grader.roleplay.customer import MOST, Reaction, State, react, start
from grader.roleplay.hearing import Ear, Heard
from grader.roleplay.persona import Persona, layered
from grader.roleplay.script import Beat, Roleplay, Suggestion
from grader.roleplay.speaking import ABSENT, answer, draw, ending, opening, question, suggestions, worded

# Where the scores of each outcome begin, and how wide they run.
SCORES = {"well": (70, 30), "fairly": (40, 29), "badly": (0, 39)}
# What the parts of a score add up to.
WHOLE = 1.3
# What does not take part in a conversation, however kind its words.
MISUSE = (*ABSENT, "elsewhere", "grilled", "crowded", "sorry_again", "gift", "overpromise")
# A conversation of fewer turns was hardly begun.
SHORT = 4
# A change of trust and heat together that a conversation may have turned on.
TURN = 2


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn of the learner and what came of it; `before` is the state they spoke into."""

    said: str
    heard: Heard
    before: State
    reaction: Reaction
    answer: str

    @property
    def promised(self) -> list[tuple[str, bool]]:
        """What the learner said that they would do, each with whether it had a time."""
        timed = [(text, True) for text in self.heard.promises]
        loose = [(self.said[e.start:e.end].strip(), False) for e in self.heard.evidence
                 if e.move == "follow_up" and e.sureness == "found" and not timed]
        return timed + loose

    @property
    def gain(self) -> int:
        """How much trust it won and heat it cooled."""
        after = self.reaction.state
        return after.trust - self.before.trust - (after.heat - self.before.heat)


@dataclass(frozen=True, slots=True)
class Played:
    """A conversation so far: `ending` is None while it goes on."""

    opening: str
    start: State
    state: State
    exchanges: tuple[Exchange, ...] = ()
    ending: Beat | None = None
    score: int = 0
    suggestions: tuple[Suggestion, ...] = field(default=())

    @property
    def outcome(self) -> str:
        return self.ending.outcome if self.ending else "badly"

    @property
    def turning(self) -> int | None:
        """The turn on which most hung, or None."""
        gains = [abs(exchange.gain) for exchange in self.exchanges]
        return gains.index(max(gains)) if gains and max(gains) >= TURN else None

    @property
    def weakest(self) -> list[int]:
        """The turns that won least, two at most, in their order: such as lost something, or nothing was found in."""
        weak = sorted((exchange.gain, place) for place, exchange in enumerate(self.exchanges)
                      if exchange.gain < 0 or "nothing" in exchange.reaction.state.last)
        return sorted(place for _, place in weak[:2])


class Conversation:
    """Plays one role-play; build it once, it keeps what it read of each text and nothing else."""

    def __init__(self, roleplay: Roleplay, personas: Mapping[str, Persona], finder: Finder) -> None:
        self.roleplay = roleplay
        self.temper = layered(personas, roleplay.layers)
        self.ear = Ear(roleplay, self.temper, finder)
        self.lines = {line.text: frozenset(token.stem for token in tokens(line.text))
                      for beat in roleplay.of("suggestions") for line in beat.suggestions}

    def react(self, state: State, text: str) -> tuple[Reaction, Beat | None]:
        """What one turn does to a customer in this state, and the question of the author's that they then ask."""
        reaction = react(self.roleplay, self.temper, state, self.ear.hear(text))
        asked = None if self.ending(reaction.state) else question(self.roleplay, reaction)
        if asked and asked.id not in reaction.state.asked:
            reaction.state.asked += (asked.id,)
        return reaction, asked

    def step(self, state: State, text: str, seed: int = 0) -> Exchange:
        """One turn, and all that they say to it."""
        reaction, asked = self.react(state, text)
        over = self.ending(reaction.state) is not None
        speech = answer(self.roleplay, self.temper, reaction, seed, asked, over)
        for id in speech.used:
            reaction.state.used = {**reaction.state.used, id: reaction.state.used.get(id, 0) + 1}
        return Exchange(text, self.ear.hear(text), state, reaction, "\n\n".join(speech.parts))

    def play(self, seed: int, turns: Sequence[str], stop: bool = False) -> Played:
        """Plays the turns up to where it ends; with `stop` the learner ends it after the last."""
        first = state = start(self.temper)
        exchanges: list[Exchange] = []
        over = None
        for text in turns:
            exchange = self.step(state, text, seed)
            state = exchange.reaction.state
            exchanges.append(exchange)
            over = self.ending(state)
            if over or state.over:
                break
        if stop and not over:
            state = replace(state, over=True)
            over = self.ending(state)
        return Played(opening(self.roleplay, seed), first, state, tuple(exchanges), over, self.score(state, over),
                      () if over or state.over else tuple(self.suggestions(state, seed)))

    def ending(self, state: State) -> Beat | None:
        return ending(self.roleplay, state)

    def last_words(self, over: Beat, seed: int, state: State) -> str:
        """What they say at an ending."""
        return worded(over.lines[draw(seed, over.id) % len(over.lines)], state)

    def suggestions(self, state: State, seed: int = 0) -> list[Suggestion]:
        return suggestions(self.roleplay, state, self.lines, seed)

    def score(self, state: State, over: Beat | None) -> int:
        """0 to 100, by which any two conversations can be compared: the outcome first, then how things stand."""
        hidden = len(list(self.roleplay.of("hidden")))
        misused = sum(state.counts.get(rule, 0) for rule in MISUSE)
        parts = (
            0.2 * (MOST - state.heat) / MOST, 0.2 * state.trust / MOST, 0.05 * state.patience / MOST, 0.1 * state.heard,
            0.1 * (len(state.disclosed) / hidden if hidden else 1), 0.1 * bool(state.offered), 0.1 * bool(state.agreed),
            0.05 * bool(state.promises), 0.1 * state.helped / max(1, state.turn))
        if not over or over.outcome == "badly":
            # Little was said, so little can have gone well.
            parts = tuple(part * min(1.0, state.turn / SHORT) for part in parts)
        near = (0.3 * state.near - 0.1 * state.counts.get("nothing", 0)) / max(1, state.turn)
        low, width = SCORES[over.outcome if over else "badly"]
        return low + round(width * min(1.0, max(0.0, (sum(parts) + near - 0.2 * misused) / WHOLE)))


