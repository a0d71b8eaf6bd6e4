"""A typed reply to a customer, marked by what its sentences do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from grader.kinds.question import Fault, setting_faults
from grader.model import Marks, Point, Reading, Section

if TYPE_CHECKING:
    from grader.marking import Marker

SETTINGS = ("expect", "avoid", "facts", "models", "passes", "fails", "hints")
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
        self.models: Sequence[str] = section.settings.get("models") or []

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        reply = " ".join(answer)
        marks = self._judge(reply, marker, self._read(reply, marker))
        if marks.points and any(_shared(reply, model) > COPIED for model in self.models):
            return Marks(False, marker.say("reply.model"), marks.points)
        return marks

    def _read(self, reply: str, marker: Marker) -> Reading:
        return marker.finder.read(reply, self.section.said, {name: fact["words"] for name, fact in self.facts.items()})

    def _judge(self, reply: str, marker: Marker, reading: Reading) -> Marks:
        if reading.gate:
            return Marks(False, marker.say(f"gate.{reading.gate}"))
        wanted = [self._expected(move, reading, marker) for move in self.expect]
        wanted += [self._fact(name, reply, marker) for name in self.facts]
        unwanted = []
        for evidence in reading.evidence:
            move = marker.moves[evidence.move]
            if not move.good and evidence.sureness == "found":
                text = f"{marker.say('reply.found', name=move.name)} {move.hint}"
                unwanted.append(Point("no", f"avoid.{move.id}", text, (evidence.start, evidence.end)))
        found, every = sum(point.met == "yes" for point in wanted), len(wanted)
        done = found == every and not unwanted
        outcome = "partly" if found < every else "harmed" if unwanted else "right"
        return Marks(done, marker.say(f"reply.{outcome}", found=found, all=every), tuple(unwanted + wanted))

    def _expected(self, id: str, reading: Reading, marker: Marker) -> Point:
        move, at = marker.moves[id], f"expect.{id}"
        if evidence := reading.found(id):
            text = f"{marker.say('reply.found', name=move.name)} {move.praise}"
            return Point("yes", at, text, (evidence.start, evidence.end))
        if evidence := reading.unsure(id):
            text = f"{marker.say('reply.unsure', name=move.name)} {move.hint}"
            return Point("unsure", at, text, (evidence.start, evidence.end))
        return Point("no", at, f"{marker.say('reply.not_found', name=move.name)} {move.hint}")

    def _fact(self, name: str, reply: str, marker: Marker) -> Point:
        span = marker.finder.says(self.facts[name]["words"], reply)
        return Point("yes" if span else "no", f"facts.{name}",
                     marker.say("reply.fact" if span else "reply.no_fact", name=name), span)

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
        facts = settings.get("facts", {})
        if not isinstance(facts, dict):
            yield section.line_of("facts"), "'facts' lists names, each with 'words' and 'why'"
            facts = {}
        for name, fact in facts.items():
            line = section.line_of(f"facts.{name}")
            if not isinstance(fact, dict) or set(fact) - {"words", "why"}:
                yield line, f"the fact '{name}' has 'words' and 'why', and nothing else"
            elif not _sentences(fact.get("words")):
                yield line, f"the fact '{name}' has no words: list the sayings that would count"
            elif not fact.get("why") or not isinstance(fact["why"], str):
                yield line, f"the fact '{name}' has no explanation: add 'why'"
            else:
                for saying in fact["words"]:
                    try:
                        marker.finder.says([saying], "")
                    except ValueError as error:
                        yield line, f"the fact '{name}' cannot be looked for: {error}"
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
