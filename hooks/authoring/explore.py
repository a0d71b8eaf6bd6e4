"""Plays a role-play in every way that its suggestions and a bank of typed lines allow, and says where it goes wrong."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from grader.roleplay import Conversation
from grader.roleplay.conditions import condition
from grader.roleplay.customer import State, start
from grader.roleplay.script import Beat, Suggestion
from grader.roleplay.speaking import draw

from authoring.roleplays import PLAYERS

# How many states are opened, and how many conversations are played at random beyond them.
STATES = 200
RANDOM = 100
# No customer has the patience for more turns than this.
TURNS = 30


@dataclass(slots=True)
class Explored:
    """What was found: how many states, the fewest and the most turns to each ending, what was reached, where it stuck.

    `players` are the outcomes of the fixed players, `winning` the lines that alone, said again and again, end it well,
    each with the ending. `stuck` are the beats at which a conversation was when no ending
    closed it, or "" where none was. `endless` is true if one
    went on for ever.
    """

    states: int = 0
    endings: dict[str, tuple[int, int]] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    stuck: set[str] = field(default_factory=set)
    endless: bool = False
    players: dict[str, str] = field(default_factory=dict)
    winning: list[tuple[str, Beat]] = field(default_factory=list)


class Explorer:
    """Plays one role-play; `players` are the lines of quizzes/players.yml."""

    def __init__(self, conversation: Conversation, players: Mapping[str, Sequence[str]]) -> None:
        self.conversation, self.roleplay = conversation, conversation.roleplay
        self.players = players
        self.suggested = [line for beat in self.roleplay.of("suggestions") for line in beat.suggestions]
        spoken = [f"I can offer you {example(beat.sayings[0])}." for beat in self.roleplay.of("offer") if beat.sayings]
        spoken += [f"And {example(beat.sayings[0])}?" for beat in self.roleplay.of("hidden") if beat.sayings]
        self.lines = self._different([*(line.text for line in self.suggested), *spoken, *players.get("typed", ())])
        temper = conversation.temper
        texts = [beat.when for beat in self.roleplay.beats] + [beat.until for beat in self.roleplay.beats]
        texts += [*temper.accepts, *temper.discloses]
        every = {term for text in texts for way in condition(text).ways for term in way if term.what != "after"}
        self.terms = sorted(every, key=repr)
        self.found = Explored()

    def explore(self) -> Explored:
        self._search()
        self._wander()
        self.found.players = {name: self._outcome(name) for name in PLAYERS if name in self.players}
        for line in (*(line.text for line in self.suggested), *self.players.get("typed", ())):
            over = self.conversation.play(0, [line] * TURNS).ending
            if over and over.outcome == "well":
                self.found.winning.append((line, over))
        return self.found

    def _different(self, lines: Sequence[str]) -> list[str]:
        """Of lines that a customer hears alike, the first."""
        heard = {(self.conversation.ear.hear(line).gate, self.conversation.ear.hear(line).acts): line for line in reversed(lines)}
        return [line for line in lines if line in heard.values()]

    def _key(self, state: State) -> tuple[object, ...]:
        """What tells two states apart: all that a condition asks, and roughly how the customer is."""
        return (*(term.holds(state) for term in self.terms), state.heat // 3, state.trust // 3, state.patience // 3,
                state.heard, state.promises > 0, state.disclosed, state.agreed, state.asked)

    def _search(self) -> None:
        """Breadth first over states, up to a limit."""
        first = start(self.conversation.temper)
        seen = {self._key(first)}
        waiting = deque([first])
        self._visit(first)
        while waiting and self.found.states < STATES:
            state = waiting.popleft()
            self.found.states += 1
            for line in self.lines:
                after = self.conversation.react(state, line)[0].state
                if not self._met(after) and (key := self._key(after)) not in seen:
                    seen.add(key)
                    waiting.append(after)

    def _wander(self) -> None:
        """Whole conversations, so that what lies deep is seen too: mostly what is suggested, now and then anything."""
        for number in range(RANDOM):
            state = start(self.conversation.temper)
            for turn in range(TURNS):
                suggested = [line.text for line in self.conversation.suggestions(state, number)]
                choice = suggested if suggested and draw(number, turn, "choice") % 4 else self.lines
                state = self.conversation.react(state, choice[draw(number, turn) % len(choice)])[0].state
                if self._met(state):
                    break
            else:
                self.found.endless = True

    def _met(self, state: State) -> bool:
        """Notes what a turn reached; whether the conversation is over with it."""
        self._visit(state)
        over = self.conversation.ending(state)
        if over:
            least, most = self.found.endings.get(over.id, (state.turn, state.turn))
            self.found.endings[over.id] = (min(least, state.turn), max(most, state.turn))
            self.found.reached.add(over.id)
        elif state.over:
            self.found.stuck.add(next(reversed((*state.disclosed, *state.asked)), ""))
        return bool(over) or state.over

    def _visit(self, state: State) -> None:
        reached = self.found.reached
        reached.update(state.disclosed, state.offered, state.asked)
        for beat in self.roleplay.beats:
            if beat.kind in ("answer", "suggestions") and beat.id not in reached and condition(beat.when).fits(state):
                reached.add(beat.id)
            if beat.until and beat.id in state.asked and condition(beat.until).fits(state):
                self.found.answered.add(beat.id)

    def _outcome(self, player: str) -> str:
        """How a fixed player fares."""
        lines, turns = list(self.players[player]), []
        while len(turns) < TURNS:
            played = self.conversation.play(0, turns)
            if played.ending or played.state.over:
                break
            good = self._good(played.state) if player == "textbook" else None
            turns.append(good.text if good else lines.pop(0) if len(lines) > 1 else lines[0])
        over = self.conversation.play(0, turns, stop=True).ending
        return over.outcome if over else "badly"

    def _good(self, state: State) -> Suggestion | None:
        return next((line for line in self.conversation.suggestions(state, 0) if line.sort == "good"), None)


def faults(conversation: Conversation, players: Mapping[str, Sequence[str]]) -> Iterator[tuple[int, str]]:
    """What an author must mend in how a role-play plays, each with its line."""
    roleplay = conversation.roleplay
    found = Explorer(conversation, players).explore()
    beats = {beat.id: beat for beat in roleplay.beats}
    asked = [beat for beat in roleplay.of("question") if beat.until and beat.id in found.reached]
    for beat in asked:
        if beat.id not in found.answered:
            yield beat.line, (f"dead end: once this is asked, no line leads on, for nothing brings '{beat.until}'; change "
                              "'until', or write a line that brings it")
    for id in sorted(found.stuck - {beat.id for beat in asked if beat.id not in found.answered}):
        yield beats[id].line if id in beats else 1, ("dead end: the customer's patience can run out here while no ending "
                                                     "holds; give one ending the condition 'over'")
    if found.endless:
        yield 1, "this conversation can go on for ever: something gives patience back again and again"
    for beat in roleplay.beats:
        if beat.kind not in ("opening", "offer") and beat.id not in found.reached:
            yield beat.line, f"unreachable: no conversation gets to this {beat.kind}; {_remedy(beat)}"
        elif beat.kind == "offer" and beat.id not in found.reached:
            yield beat.line, "unreachable: no line makes this offer; let 'said by' match a suggested line"
    lines = {line.text: line.line for beat in roleplay.of("suggestions") for line in beat.suggestions}
    for text, over in found.winning:
        yield lines.get(text, over.line), (f"always wins: '{text}', said alone, ends it well ('{over.id}'); let that ending "
                                           "ask for more, such as 'heard and agreed and promised and turn at least 3'")
    for player, outcome in found.players.items():
        if (outcome == "well") != (player == "textbook"):
            good = "should end well: see that the good suggestions lead there" if player == "textbook" else \
                "should not end well: let the good ending ask for more"
            yield 1, f"the player '{player}' (quizzes/players.yml) ends {outcome} and {good}"


def _remedy(beat: Beat) -> str:
    if beat.kind == "hidden":
        return f"look at what draws it out ('{beat.when}'), and suggest a line that does"
    return f"look at its condition ('{beat.when}')" + (" and at the endings before it" if beat.kind == "ending" else "")


def figures(conversation: Conversation, players: Mapping[str, Sequence[str]]) -> str:
    """One line of figures on a role-play."""
    found = Explorer(conversation, players).explore()
    endings = ", ".join(f"{id} {least} to {most}" for id, (least, most) in sorted(found.endings.items()))
    outcomes = ", ".join(f"{player} {outcome}" for player, outcome in found.players.items())
    limit = " (the limit)" if found.states >= STATES else ""
    return (f"role-play {conversation.roleplay.id}: {found.states} states{limit}, {RANDOM} conversations at random; "
            f"turns to each ending: {endings}; players: {outcomes}")


def example(saying: str) -> str:
    """Words that a saying finds: the first of each choice, and nothing that may be left out."""
    samples = {"<time>": "today", "<number>": "ten", "<name>": "Anna"}
    words = (word.split("/")[0] for word in saying.split() if word[0] not in "(.^~?")
    return " ".join(samples.get(word, word) for word in words)


