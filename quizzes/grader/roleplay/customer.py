"""What a turn does to a customer: the state they are in, and the few rules by which what is said finds its effect."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from grader.roleplay.conditions import condition
from grader.roleplay.hearing import Heard
from grader.roleplay.persona import MEASURES, Change, Persona
from grader.roleplay.script import Beat, Roleplay

MOST = 10
CALM, TENSE, HOTTEST = 3, 6, 8
# What our rules are called; every-customer.yml says of each what it does and why.
RULES = ("grilled", "silent", "unread", "repeated", "echoed", "elsewhere", "nothing", "again", "sorry_again", "too_early", "vague", "crowded", "capped",
         "told", "taken", "refused", "held", "raised", "gift", "long")
REMEDY = frozenset(("options", "commit"))
# What says that something will be done.
UNDATED = frozenset(("options", "follow_up", "gift"))
# What may be done twice and still be new: another fact, another feeling, another answer.
TWICE = 2
ONCE = frozenset(("apology", "thanks"))
# A conversation that lasts longer than this tires anybody.
LONG = 9


@dataclass(slots=True)
class State:
    """How the customer is, and what stands between the two; only the turn that makes a state changes it.

    `heat` (arousal), `trust` and `patience` run from 0 to 10. `heard` says whether they have been heard, `by` for when the
    last promise was. `disclosed`,
    `offered`, `agreed` and `asked` (questions of theirs) are ids; an offer that is none of the author's is "remedy".
    `helped` counts the turns that did something good, `near` those that spoke of this case,
    `counts` says how often each move was made and each rule applied, `last` which in the last turn. `lines` are the words
    of each turn of the learner, `used` how often each beat was said. `over` is true when they go, or the learner does.
    """

    heat: int
    trust: int
    patience: int
    turn: int = 0
    heard: bool = False
    promises: int = 0
    by: str = ""
    disclosed: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    helped: int = 0
    near: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    last: tuple[str, ...] = ()
    lines: tuple[frozenset[str], ...] = ()
    used: Mapping[str, int] = field(default_factory=dict)
    over: bool = False

    @property
    def mood(self) -> str:
        return "calm" if self.heat <= CALM else "tense" if self.heat <= TENSE else "hot"

    def measure(self, name: str) -> int:
        return getattr(self, name) if name in ("heat", "trust", "patience", "turn") else self.counts.get(name, 0)

    def has(self, what: str, name: str) -> bool:
        match what:
            case "mood":
                return self.mood == name
            case "promised":
                return self.promises > 0
            case "after":
                return name in self.last
            case "said":
                return self.counts.get(name, 0) > 0
            case _:
                kept = getattr(self, what)
                return name in kept if name else bool(kept)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one move or rule did in a turn, as far as the scales allowed."""

    of: str
    heat: int
    trust: int
    patience: int


@dataclass(frozen=True, slots=True)
class Reaction:
    """A turn's outcome: the new state, its effects, and what the customer will speak of.

    `told` is what they disclose, `taken` the offer they take, `refused` one they do not take yet.
    """

    state: State
    effects: tuple[Effect, ...] = ()
    told: Beat | None = None
    taken: str = ""
    refused: str = ""


def start(temper: Persona) -> State:
    """How they are as it begins; nobody has boiled over before a word was said."""
    begins = temper.starts
    return State(min(HOTTEST, max(0, begins.heat)), min(MOST, max(0, begins.trust)), min(MOST, max(1, begins.patience)))


def react(roleplay: Roleplay, temper: Persona, state: State, heard: Heard) -> Reaction:
    """The customer takes in one turn of the learner."""
    return _Turn(roleplay, temper, state).take(heard)


class _Turn:
    """One turn while it is taken in."""

    def __init__(self, roleplay: Roleplay, temper: Persona, state: State) -> None:
        self.roleplay, self.temper, self.before = roleplay, temper, state
        self.state = replace(state, turn=state.turn + 1, counts=dict(state.counts), last=())
        self.effects: list[Effect] = []
        self.offers: list[str] = []
        self.topics: list[str] = []
        self.fixes = False

    def take(self, heard: Heard) -> Reaction:
        told = taken = None
        rule = self._unfit(heard)
        self.state.near += heard.near and rule in ("", "nothing")
        if rule:
            self._feel(rule)
        else:
            acts = self._taken_in(list(self._acts(heard)))
            # A promise that is more than to get in touch is a remedy of its own.
            self.fixes = {"options", "gift", "follow_up"}.isdisjoint(acts)
            for act in acts:
                self._act(act, heard.bare)
            self.state.helped += any(map(self._helps, acts))
            self._hold(heard)
            self._cap()
            self._time(heard)
            told = self._tell()
            taken = self._settle()
        refused = self._refuse(taken or "")
        if self.state.turn >= LONG:
            self._feel("long")
        # Nobody goes at the first wrong word.
        self.state.over = self.state.patience <= 0 or self.state.heat >= MOST and self.state.turn > 1
        self.state.lines += (heard.words,)
        return Reaction(self.state, tuple(self.effects), told, taken or "", refused)

    def _unfit(self, heard: Heard) -> str:
        """What is no turn of this conversation: silence, no sentence, the same again, or about somebody else.

        The same line again tells them that nobody listens (S4-183); an answer to another case does so at once (S4-128).
        """
        if heard.gate:
            return "silent" if heard.gate == "empty" else "unread"
        if any(heard.is_like(words) for words in self.state.lines):
            return "repeated"
        if heard.echo:
            return "echoed"
        return "elsewhere" if heard.foreign else "" if heard.acts or self._is_on_the_table(heard) else "nothing"

    def _acts(self, heard: Heard) -> Iterator[str]:
        """The moves in their order: an offer is a remedy, and who asks for what is hidden asks openly."""
        seen: set[str] = set()
        for act in heard.acts:
            kind, _, id = act.partition(":")
            if kind == "offer":
                if id not in self.offers:
                    self.offers.append(id)
                act = "gift" if self._worth(id) == "too much" else "options"
            elif kind == "hidden":
                self.topics.append(id)
                act = "clarify"
            if act not in seen:
                seen.add(act)
                yield act

    def _act(self, act: str, bare: bool) -> None:
        if act == "held" and not self.before.offered:
            # There is nothing to hold to yet.
            return
        # What they have told meanwhile may be given back, felt and made good anew.
        count = self.state.counts.get(act, 0) - len(self.before.disclosed)
        if act == "apology" and count > 0:
            # Sorry cools once; each further one for the same thing sounds cheaper (S4-108, S4-110).
            felt = "sorry_again"
        elif act in REMEDY and not self.state.heard:
            # Feelings come before facts: a remedy for what nobody has listened to is waved away (S4-132, S2-16).
            felt = "too_early"
        elif act == "clarify" and not bare and any(id not in self.before.disclosed for id in self.topics):
            # Who asks for what they have not told yet asks something new, however often they have asked.
            felt = act
        elif self._helps(act) and count >= (1 if act in ONCE else TWICE):
            felt = "again"
        elif act == "clarify" and bare and self.before.counts.get(act):
            # "Tell me more" is a question once; what they have told then has a better one in it (S4-178).
            felt = "again"
        else:
            felt = act
        if felt != "too_early" or felt not in self.state.last:
            self._feel(felt)
        if act in ("acknowledge", "empathy"):
            self.state.heard = True
        if act in ("options", "gift") or act == "commit" and self.fixes:
            self._offer(act)

    def _offer(self, act: str) -> None:
        """A remedy is on the table: made anew, held to, or raised (S4-103: objective; S4-102: a gesture invites more)."""
        ids = [id for id in self.offers if (self._worth(id) == "too much") == (act == "gift")] or ["remedy"]
        new = [id for id in ids if id not in self.state.offered]
        if self.before.offered:
            raised = act == "gift" or any(id != "remedy" for id in new)
            self._feel("raised" if raised else "held")
        self.state.offered += tuple(new)

    def _hold(self, heard: Heard) -> None:
        """Once an offer is on the table, to speak of it again is to hold to it."""
        if "raised" not in self.state.last and not self.offers and self._is_on_the_table(heard):
            self._feel("held")

    def _is_on_the_table(self, heard: Heard) -> bool:
        return not self.before.agreed and any(id in self.before.offered for id in heard.named)

    def _worth(self, id: str) -> str:
        return next((beat.worth for beat in self.roleplay.of("offer") if beat.id == id), "fair")

    def _taken_in(self, acts: list[str]) -> list[str]:
        """Upset people take in so many things at a time (S2-16): the good ones that come after those are lost."""
        good = [act for act in acts if self._helps(act)]
        lost = good[self.temper.attention:]
        if lost:
            self._feel("crowded")
        return [act for act in acts if act not in lost]

    def _helps(self, act: str) -> bool:
        change = self.temper.effects.get(act, Change())
        return change.trust > 0 or change.heat < 0

    def _cap(self) -> None:
        """Trust takes several turns (S4-183): what one gains beyond the most it can is taken back."""
        most = self.temper.takes_in
        cooled = sum(-effect.heat for effect in self.effects if effect.heat < 0)
        won = sum(effect.trust for effect in self.effects if effect.trust > 0)
        over = Change(max(0, cooled + most.heat), -max(0, won - most.trust))
        if over.heat or over.trust:
            self._feel("capped", over)

    def _time(self, heard: Heard) -> None:
        """A promise with a time is kept in mind; anything else that will be done is asked about (S0-40, S2-29)."""
        if "crowded" not in self.state.last:
            self.state.promises += len(heard.promises)
            self.state.by = heard.by or self.state.by
        if self.state.heard and not self.state.promises and not UNDATED.isdisjoint(self.state.last):
            self._feel("vague")

    def _tell(self) -> Beat | None:
        """They disclose one thing, if it was drawn out; what was asked for comes first."""
        if not all(condition(text).fits(self.state) for text in self.temper.discloses):
            return None
        hidden = [beat for beat in self.roleplay.of("hidden") if beat.id not in self.state.disclosed]
        hidden.sort(key=lambda beat: beat.id not in self.topics)
        told = next((beat for beat in hidden if condition(beat.when).fits(self.state)), None)
        if told:
            self._feel("told", self.temper.effects.get("told", Change()) + told.changes)
            self.state.heard = True
            self.state.disclosed += (told.id,)
        return told

    def _settle(self) -> str:
        """They take an offer on the table that is enough, once they can; a remedy of no name counts as enough."""
        if not all(condition(text).fits(self.state) for text in self.temper.accepts):
            return ""
        if any(not condition(beat.until).fits(self.state) for beat in self._open_questions()):
            return ""
        enough = [id for id in self.state.offered if self._worth(id) != "too little" and id not in self.state.agreed]
        if self.state.agreed:
            # What is offered on top is taken too, if it has a name.
            enough = [id for id in enough if id in self.offers]
        if not enough:
            return ""
        self._feel("taken")
        self.state.agreed += (enough[-1],)
        return enough[-1]

    def _open_questions(self) -> Iterator[Beat]:
        return (beat for beat in self.roleplay.of("question") if beat.until and beat.id in self.state.asked)

    def _refuse(self, taken: str) -> str:
        if taken or self.state.agreed or not self.state.heard or not {"options", "gift"} & set(self.state.last):
            return ""
        self._feel("refused")
        return self.offers[-1] if self.offers else "remedy"

    def _feel(self, of: str, change: Change | None = None) -> None:
        """Applies what a move or a rule does, as far as the scales go."""
        change = change or self.temper.effects.get(of, Change())
        moved = []
        for name in MEASURES:
            before = getattr(self.state, name)
            after = min(MOST, max(0, before + getattr(change, name)))
            setattr(self.state, name, after)
            moved.append(after - before)
        self.effects.append(Effect(of, *moved))
        self._note(of)

    def _note(self, event: str) -> None:
        if event not in self.state.last:
            self.state.counts[event] = self.state.counts.get(event, 0) + 1
            self.state.last += (event,)
