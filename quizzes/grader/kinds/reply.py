"""A typed reply to a customer, marked by what its sentences do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from grader.kinds.question import Fault, setting_faults
from grader.model import Evidence, Marks, Point, Reading, Section

if TYPE_CHECKING:
    from grader.marking import Marker

SETTINGS = ("expect", "avoid", "facts", "mention", "say", "models", "passes", "fails", "hints")
# What is said back of the customer's, and what of ours the reply must name: sayings by name, each with its reason.
NAMED = ("facts", "mention")
# So many doubts at a time: more would bury what the learner can mend.
DOUBTS = 2
# A reply that shares this much of its runs of words with a model answer is that answer, not the learner's own.
COPIED = 0.6
RUN = 5


class Reply:
    build_only: ClassVar[frozenset[str]] = frozenset({"hints", "passes", "fails"})

    def __init__(self, section: Section) -> None:
        self.section = section
        self.expect: Mapping[str, str] = section.settings.get("expect") or {}
        self.avoid: Mapping[str, str] = section.settings.get("avoid") or {}
        self.facts: Mapping[str, Mapping[str, Any]] = section.settings.get("facts") or {}
        self.mention: Mapping[str, Mapping[str, Any]] = section.settings.get("mention") or {}
        self.say: Mapping[str, Sequence[str]] = section.settings.get("say") or {}
        self.models: Sequence[str] = section.settings.get("models") or []

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        reply = " ".join(answer)
        marks = self._judge(reply, marker, self._read(reply, marker))
        if marks.points and any(_shared(reply, model) > COPIED for model in self.models):
            return Marks(False, marker.say("reply.model"), marks.points, marks.sentences)
        return marks

    def _read(self, reply: str, marker: Marker) -> Reading:
        facts = {name: fact["words"] for name, fact in self.facts.items()}
        return marker.finder.read(reply, self.section.said, facts, self.say)

    def _judge(self, reply: str, marker: Marker, reading: Reading) -> Marks:
        if reading.gate:
            return Marks(False, marker.say(f"gate.{reading.gate}"))
        wanted = [self._expected(move, reply, reading, marker) for move in self.expect]
        wanted += [_named(f"{setting}.{name}", name, entry["words"], reply, marker)
                   for setting in NAMED for name, entry in getattr(self, setting).items()]
        bad = [evidence for evidence in reading.evidence if not marker.moves[evidence.move].good]
        unwanted = [_harm(evidence, reply, marker) for evidence in bad if evidence.sureness == "found"]
        doubts = sorted((evidence for evidence in bad if evidence.sureness == "unsure"), key=lambda e: -e.probability)
        asked = [_doubt(evidence, marker) for evidence in doubts[:DOUBTS]]
        found, every = sum(point.met == "yes" for point in wanted), len(wanted)
        outcome = "partly" if found < every else "harmed" if unwanted else "right"
        summary = marker.say(f"reply.{outcome}", found=found, all=every)
        return Marks(outcome == "right", summary, (*unwanted, *wanted, *asked), reading.sentences)

    def _expected(self, id: str, reply: str, reading: Reading, marker: Marker) -> Point:
        move, at = marker.moves[id], f"expect.{id}"
        if evidence := reading.found(id):
            text = f"{marker.say('reply.found', name=move.name)}{_because(evidence, reply, marker)} {move.praise}"
            return Point("yes", at, text, (evidence.start, evidence.end), move.name, "found")
        if evidence := reading.unsure(id):
            text = marker.say("reply.unsure", name=move.name)
            quote = (evidence.start, evidence.end)
            return Point("unsure", at, text, quote, move.name, "same", self._beside(id, marker))
        return Point("no", at, f"{marker.say('reply.not_found', name=move.name)} {move.hint}", None, move.name, "where")

    def _beside(self, id: str, marker: Marker) -> str:
        """The sentence of a model answer that makes a move."""
        for model in self.models:
            if evidence := self._read(model, marker).found(id):
                return model[evidence.start:evidence.end]
        return ""

    def faults(self, marker: Marker) -> Iterator[Fault]:
        shape = list(self._shape_faults(marker))
        yield from shape
        if not shape:
            yield from self._example_faults(marker)

    def _shape_faults(self, marker: Marker) -> Iterator[Fault]:
        section, settings = self.section, self.section.settings
        yield from setting_faults(section, SETTINGS)
        for item in section.items:
            yield item.line, "a 'reply' has no list of options: its settings say what the marker looks for"
        if not section.said:
            yield section.line, "the customer says nothing: put their words into a block quote ('> ')"
        for name in ("expect", "avoid"):
            moves = settings.get(name)
            if name == "avoid" and moves is None:
                continue
            if not isinstance(moves, dict) or not moves:
                yield section.line_of(name), f"'{name}' lists moves, each 'move: why it matters here'"
                continue
            for move, why in moves.items():
                line = section.line_of(f"{name}.{move}")
                if move not in marker.moves:
                    yield line, f"there is no move called '{move}' ({', '.join(marker.moves)})"
                elif marker.moves[move].good != (name == "expect"):
                    yield line, f"'{move}' is a {'good' if marker.moves[move].good else 'bad'} move: not for '{name}'"
                if not isinstance(why, str) or not why:
                    yield line, f"'{move}' has no explanation: say after the colon why this customer needs it"
        for setting in NAMED:
            yield from self._named_faults(setting, marker)
        say = settings.get("say", {})
        if not isinstance(say, dict):
            yield section.line_of("say"), "'say' lists moves, each with the sayings that show it in this case"
            say = {}
        for move, sayings in say.items():
            line = section.line_of(f"say.{move}")
            if move not in marker.moves:
                yield line, f"there is no move called '{move}' ({', '.join(marker.moves)})"
            elif not _sentences(sayings):
                yield line, f"'{move}' has no sayings: list them below it, in the notation of phrases"
            else:
                yield from _unread(f"the saying of '{move}'", sayings, line, marker)
        for name, least in (("models", 2), ("passes", 2), ("fails", 3)):
            entries = settings.get(name)
            if not isinstance(entries, list) or len(entries) < least:
                yield section.line_of(name), f"'{name}' lists {least} replies or more"
                continue
            for number, entry in enumerate(entries):
                line = section.line_of(f"{name}.{number}")
                if name != "fails" and not (isinstance(entry, str) and entry):
                    yield line, f"an entry of '{name}' is a reply: plain text"
                elif name == "fails" and not _is_failing(entry):
                    yield line, "an entry of 'fails' has 'reply' and 'because', and if you like 'has' and 'has_not'"
                elif name == "fails":
                    for move in [*entry.get("has", []), *entry.get("has_not", [])]:
                        if move not in marker.moves:
                            yield line, f"there is no move called '{move}' ({', '.join(marker.moves)})"

    def _named_faults(self, setting: str, marker: Marker) -> Iterator[Fault]:
        """Faults of the things that a reply must say back or mention."""
        section, entries = self.section, self.section.settings.get(setting, {})
        if not isinstance(entries, dict):
            yield section.line_of(setting), f"'{setting}' lists names, each with 'words' and 'why'"
            return
        for name, entry in entries.items():
            line = section.line_of(f"{setting}.{name}")
            if not isinstance(entry, dict) or set(entry) - {"words", "why"}:
                yield line, f"'{name}' has 'words' and 'why', and nothing else"
            elif not _sentences(entry.get("words")):
                yield line, f"'{name}' has no words: list the sayings that would count"
            elif not entry.get("why") or not isinstance(entry["why"], str):
                yield line, f"'{name}' has no explanation: add 'why'"
            else:
                yield from _unread(f"'{name}'", entry["words"], line, marker)

    def _example_faults(self, marker: Marker) -> Iterator[Fault]:
        settings = self.section.settings
        for name in ("models", "passes"):
            for number, reply in enumerate(settings[name]):
                marks = self._judge(reply, marker, self._read(reply, marker))
                if not marks.done:
                    short = "; ".join(_brief(point, reply) for point in marks.points if point.met != "yes" and point.at)
                    yield (self.section.line_of(f"{name}.{number}"),
                           f"this reply should pass and does not: '{_start(reply)}': {short or marks.summary}")
        for number, entry in enumerate(settings["fails"]):
            line, reply = self.section.line_of(f"fails.{number}"), entry["reply"]
            reading = self._read(reply, marker)
            if self._judge(reply, marker, reading).done:
                yield line, f"this reply should fail ({entry['because']}) and passes: '{_start(reply)}'"
            for move in entry.get("has", []):
                if not reading.found(move):
                    yield line, f"'{move}' should be found and is not: '{_start(reply)}'"
            for move in entry.get("has_not", []):
                if evidence := reading.found(move):
                    words = f"'{reply[evidence.start:evidence.end]}' ({evidence.why})"
                    yield line, f"'{move}' should not be found; what showed it: {words}"


def _named(at: str, name: str, words: Sequence[str], reply: str, marker: Marker) -> Point:
    span = marker.finder.says(words, reply)
    text = marker.say("reply.fact" if span else "reply.no_fact", name=name)
    return Point("yes" if span else "no", at, text, span, name, "" if span else "where")


def _harm(evidence: Evidence, reply: str, marker: Marker) -> Point:
    move = marker.moves[evidence.move]
    text = f"{marker.say('reply.found', name=move.name)}{_because(evidence, reply, marker)} {move.hint}"
    return Point("no", f"avoid.{move.id}", text, (evidence.start, evidence.end), move.name, "found")


def _doubt(evidence: Evidence, marker: Marker) -> Point:
    """A bad move that may be there, put as the question that the customer might ask."""
    move = marker.moves[evidence.move]
    text = f"{marker.say('reply.unsure', name=move.name)} {move.hint}"
    return Point("unsure", f"avoid.{move.id}", text, (evidence.start, evidence.end), move.name, "heard")


def _because(evidence: Evidence, reply: str, marker: Marker) -> str:
    """Which words showed it, where they are not the whole quotation."""
    if len(evidence.why) > 0.7 * (evidence.end - evidence.start):
        return ""
    return f" {marker.say('reply.because', words=evidence.why)}"


def _unread(what: str, sayings: Sequence[str], line: int, marker: Marker) -> Iterator[Fault]:
    for saying in sayings:
        try:
            marker.finder.says([saying], "")
        except ValueError as error:
            yield line, f"{what} cannot be looked for: {error}"


def _sentences(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, str) and entry for entry in value)


def _is_failing(entry: object) -> bool:
    return (isinstance(entry, dict) and set(entry) <= {"reply", "because", "has", "has_not"}
            and all(isinstance(entry.get(key), str) and entry[key] for key in ("reply", "because"))
            and all(_sentences(entry[key]) for key in ("has", "has_not") if key in entry))


def _brief(point: Point, reply: str) -> str:
    quote = f" '{reply[slice(*point.quote)]}'" if point.quote else ""
    return f"{point.at} {'unsure' if point.met == 'unsure' else 'found' if quote else 'not found'}{quote}"


def _start(reply: str) -> str:
    return reply if len(reply) <= 80 else reply[:77] + "..."


def _shared(reply: str, model: str) -> float:
    """The share of the reply's runs of five words that the model answer has too, 0 to 1."""
    runs, known = _runs(reply), _runs(model)
    return len(runs & known) / len(runs) if runs else 0.0


def _runs(text: str) -> set[tuple[str, ...]]:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    return {tuple(words[i:i + RUN]) for i in range(len(words) - RUN + 1)}
