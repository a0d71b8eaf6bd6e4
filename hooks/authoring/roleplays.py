"""Reads role-plays and the personas of their customers, and names what is wrong with the words of either."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from grader.model import Problem, Section
from grader.moves.phrases import PhraseError, compiled
from grader.roleplay.conditions import ConditionError, condition
from grader.roleplay.customer import RULES
from grader.roleplay.persona import BASE, MEASURES, Change, Line, Persona
from grader.roleplay.script import KINDS, OUTCOMES, SORTS, WORTHS, Beat, Roleplay, Suggestion

from authoring.sections import front_matter, headings, read_sections, read_yaml

Fault = Callable[[str, str], None]
TEXTS = ("title", "customer", "persona", "channel", "trade", "about", "you", "good")
CHANNELS = ("phone", "chat", "email", "social", "counter")
# What the yaml block of each kind of beat may hold; what it must hold is marked.
SETTINGS = {
    "opening": (), "hidden": ("drawn by", "asked by", *MEASURES), "offer": ("worth!", "said by!", "refused"),
    "answer": ("when!",), "question": ("when!", "until"), "ending": ("when!", "outcome!"), "suggestions": ("when",),
}
PERSONA = ("kind", "name", "page", "starts", "takes_in", "attention", "accepts", "discloses", "moods", "reflect", "effects", "hears", "lines", "asks")
PLAYERS = ("textbook", "doormat", "wall", "parrot")
LAYERS = ("base", "persona", "situation")


def read_roleplay(id: str, file: str, text: str, problems: list[Problem]) -> Roleplay:
    """Reads one role-play file; a beat that cannot be read is left out and added to `problems`."""
    meta, body, where = front_matter(file, text, problems)

    def fault(path: str, sentence: str) -> None:
        problems.append(Problem(file, where.get(path, 1), sentence))

    for name in meta:
        if name not in (*TEXTS, "situations", "facts"):
            fault(name, f"a role-play has no '{name}' ({', '.join((*TEXTS, 'situations', 'facts'))})")
    for name in TEXTS:
        if not isinstance(meta.get(name), str) or not meta[name]:
            fault(name, f"this role-play has no {name}: add '{name}:' between two lines of '---'")
    if meta.get("channel") and meta["channel"] not in CHANNELS:
        fault("channel", f"there is no channel '{meta['channel']}' ({', '.join(CHANNELS)})")
    lines = text.splitlines()
    starts = headings(lines, body)
    story = "\n".join(lines[body - 1:starts[0] - 1 if starts else None]).strip()
    if not story:
        fault("", "this role-play has no story: say below the front matter what happened, as the learner is told it")
    beats = [beat for section in read_sections(file, lines, starts, problems) if (beat := _beat(file, section, problems))]
    for kind in ("opening", "ending", "suggestions"):
        if not any(beat.kind == kind for beat in beats):
            fault("", f"this role-play has no {kind}: add a section '## Title {{#id .{kind}}}'")
    texts = {name: str(meta.get(name) or "") for name in TEXTS} | {"title": str(meta.get("title") or id)}
    texts["channel"] = texts["channel"] if texts["channel"] in CHANNELS else CHANNELS[0]
    return Roleplay(id, **texts, situations=_texts(meta, "situations", fault), story=story,
                    facts=_sayings(meta, "facts", fault), beats=tuple(beats), file=file)


def _beat(file: str, section: Section, problems: list[Problem]) -> Beat | None:
    """One section as a beat; None if it has a fault."""
    met = len(problems)

    def fault(path: str, sentence: str) -> None:
        problems.append(Problem(file, section.line_of(path), sentence))

    if section.kind not in KINDS:
        fault("", f"a role-play has no '{section.kind}' ({', '.join(KINDS)})")
        return None
    given = section.settings
    allowed = [name.rstrip("!") for name in SETTINGS[section.kind]]
    for name in given:
        if name not in allowed:
            fault(name, f"a section of kind '{section.kind}' has no '{name}' ({', '.join(allowed) or 'no settings at all'})")
    for name in SETTINGS[section.kind]:
        if name.endswith("!") and not given.get(name[:-1]):
            fault("", f"this {section.kind} does not say '{name[:-1]}': add it to its yaml block")
    said, told = _parts(section.prompt)
    if not said and section.kind in ("opening", "hidden", "answer", "question", "ending"):
        fault("", "the customer says nothing here: put their words into a block quote ('> ')")
    if any(sign in text for text in (*said, told, *(item.explanation for item in section.items)) for sign in "*_`["):
        fault("", "what is said and explained here is plain text: take out * _ ` and links")
    if not told and section.kind in ("hidden", "ending"):
        fault("", "this is not explained: say below the customer's words what the learner should know about it in the end")
    _is_one(given, "worth", WORTHS, fault)
    _is_one(given, "outcome", OUTCOMES, fault)
    when = given.get("drawn by", "after clarify") if section.kind == "hidden" else given.get("when", "")
    for name in ("when", "drawn by", "until"):
        _condition(given.get(name, ""), name, fault)
    sayings = _texts(given, "asked by" if section.kind == "hidden" else "said by", fault, sayings=True)
    beat = Beat(
        section.id, section.kind, section.title, tuple(said), told, str(when), str(given.get("until", "")), sayings,
        str(given.get("worth", "")), _texts(given, "refused", fault), str(given.get("outcome", "")), _change(given, "", fault),
        tuple(_suggestions(section, fault, file, problems)), section.line)
    return beat if len(problems) == met else None


def _suggestions(section: Section, fault: Fault, file: str, problems: list[Problem]) -> Iterator[Suggestion]:
    if section.kind != "suggestions":
        for item in section.items:
            problems.append(Problem(file, item.line, f"a section of kind '{section.kind}' has no list: put lines to choose "
                                                     "from under a heading of kind 'suggestions'"))
        return
    if not section.items:
        fault("", "there is nothing to choose here: write each line as '- \"What you say\" => good', and why below it")
    for item in section.items:
        text, _, sort = (part.strip() for part in item.text.rpartition("=>"))
        if not text or sort not in SORTS:
            problems.append(Problem(file, item.line, f"write this line as '- \"What you say\" => good' ({', '.join(SORTS)})"))
        elif not item.explanation:
            problems.append(Problem(file, item.line, "this line has no explanation: add one below it, indented by four spaces"))
        yield Suggestion(text.strip('"“”'), sort, item.explanation, item.line)


def _parts(prompt: str) -> tuple[list[str], str]:
    """The block quotes of a section, each what the customer may say, and the rest of its text."""
    quotes: list[list[str]] = []
    rest: list[str] = []
    inside = False
    for line in prompt.splitlines():
        if line.lstrip().startswith(">"):
            quotes += [] if inside else [[]]
            quotes[-1].append(line.lstrip().removeprefix(">").strip())
        else:
            rest.append(line.strip())
        inside = line.lstrip().startswith(">")
    said = ["\n\n".join(" ".join(part.split()) for part in "\n".join(quote).split("\n\n")).strip('"“” ') for quote in quotes]
    return said, " ".join(" ".join(rest).split())


def _condition(text: Any, path: str, fault: Fault) -> None:
    try:
        condition(text)
    except (ConditionError, AttributeError) as error:
        fault(path, str(error) if isinstance(error, ConditionError) else f"'{path}' is one condition in words")


def _is_one(given: Mapping[str, Any], name: str, known: Sequence[str], fault: Fault) -> None:
    if given.get(name) and given[name] not in known:
        fault(name, f"'{name}' is one of these: {', '.join(known)}")


def _texts(given: Mapping[str, Any], name: str, fault: Fault, sayings: bool = False) -> tuple[str, ...]:
    value = given.get(name) or []
    if not isinstance(value, list) or not all(isinstance(entry, str) and entry for entry in value):
        fault(name, f"'{name}' is a list of texts, one after each '- '")
        return ()
    for number, entry in enumerate(value if sayings else ()):
        try:
            compiled(entry)
        except PhraseError as error:
            fault(f"{name}.{number}", f"this saying cannot be looked for: {error}")
    return tuple(value)


def _sayings(given: Mapping[str, Any], name: str, fault: Fault) -> dict[str, tuple[str, ...]]:
    value = given.get(name) or {}
    if not isinstance(value, dict):
        fault(name, f"'{name}' lists names, each with its sayings")
        return {}
    return {key: _texts(value, key, lambda path, sentence: fault(f"{name}.{path}", sentence), sayings=True) for key in value}


def _change(given: Mapping[str, Any], path: str, fault: Fault, **words: Any) -> Change:
    numbers = {name: _whole(given, name, f"{path}.{name}".lstrip("."), fault) for name in MEASURES}
    return Change(**numbers, **words)


def _whole(given: Mapping[str, Any], name: str, path: str, fault: Fault) -> int:
    try:
        return int(given.get(name) or 0)
    except (TypeError, ValueError):
        fault(path, f"'{name}' is a whole number, such as 2 or -1")
        return 0


def read_persona(id: str, file: str, text: str, problems: list[Problem]) -> tuple[Persona | None, dict[str, int]]:
    """Reads one file of quizzes/personas/ and the lines of its entries; None, and a problem for each fault, if it cannot serve."""
    met = len(problems)
    value, lines = read_yaml(file, text, 1, problems)

    def fault(path: str, sentence: str) -> None:
        line = next((lines[part] for part in _upwards(path) if part in lines), 1)
        problems.append(Problem(file, line, sentence))

    if len(problems) > met or not isinstance(value, dict):
        if len(problems) == met:
            fault("", "a persona is 'name: value' lines")
        return None, lines
    for name in value:
        if name not in PERSONA:
            fault(name, f"a persona has no '{name}' ({', '.join(PERSONA)})")
    if value.get("kind") not in LAYERS or (value.get("kind") == "base") != (id == BASE):
        fault("kind", "'kind' is persona or situation; base is every-customer.yml alone")
    if not isinstance(value.get("name"), str) or not value["name"]:
        fault("name", "this persona has no name: add 'name:' and a text")
    for name in ("starts", "takes_in", "moods", "reflect", "effects", "hears"):
        if not isinstance(value.get(name, {}), dict):
            fault(name, f"'{name}' is 'name: value' lines")
    if len(problems) > met:
        return None, lines
    effects = {}
    for name, entry in (value.get("effects") or {}).items():
        path = f"effects.{name}"
        if not isinstance(entry, dict) or set(entry) - {*MEASURES, "name", "because", "sources", "page"}:
            fault(path, "an effect has heat, trust, patience, because, sources, page and name, and nothing else")
            continue
        if not entry.get("because") or not isinstance(entry["because"], str):
            fault(path, f"'{name}' has no reason: add 'because:', which the learner reads in the end")
        texts = {key: str(entry.get(key) or "") for key in ("name", "because", "page")}
        sources = _texts(entry, "sources", lambda at, sentence, path=path: fault(f"{path}.{at}", sentence))
        effects[name] = _change(entry, path, fault, **texts, sources=sources)
    conditions = {name: _texts(value, name, fault) for name in ("discloses", "accepts")}
    for name, texts in conditions.items():
        for text in texts:
            _condition(text, name, fault)
    spoken = {name: tuple(_lines(value, name, fault)) for name in ("lines", "asks")}
    words = {name: {key: str(text) for key, text in (value.get(name) or {}).items()} for name in ("moods", "reflect")}
    persona = Persona(
        id, value["kind"], value["name"], str(value.get("page") or ""), _change(value.get("starts") or {}, "starts", fault),
        _change(value.get("takes_in") or {}, "takes_in", fault), _whole(value, "attention", "attention", fault), effects, _sayings(value, "hears", fault), **conditions, **words,
        **spoken)
    return (persona if len(problems) == met else None), lines


def read_players(file: str, text: str, problems: list[Problem]) -> dict[str, list[str]]:
    """Reads quizzes/players.yml: the lines of each fixed player, and those that are typed in every state."""
    value, lines = read_yaml(file, text, 1, problems)
    players = value if isinstance(value, dict) else {}
    for name, said in players.items():
        if name not in (*PLAYERS, "typed"):
            problems.append(Problem(file, lines[name], f"there is no player '{name}' ({', '.join((*PLAYERS, 'typed'))})"))
        elif not isinstance(said, list) or not said or not all(isinstance(line, str) for line in said):
            problems.append(Problem(file, lines[name], f"'{name}' is a list of lines, one after each '- '"))
    return {name: said for name, said in players.items() if isinstance(said, list) and said}


def _lines(value: Mapping[str, Any], name: str, fault: Fault) -> Iterator[Line]:
    entries = value.get(name) or []
    if not isinstance(entries, list):
        fault(name, f"'{name}' is a list of 'when' and 'say'")
        return
    for number, entry in enumerate(entries):
        path = f"{name}.{number}"
        if not isinstance(entry, dict) or set(entry) != {"when", "say"} or not entry["say"]:
            fault(path, "an entry has 'when' and 'say', and nothing else")
            continue
        _condition(entry["when"], f"{path}.when", fault)
        said = _texts(entry, "say", lambda at, sentence, path=path: fault(f"{path}.{at}", sentence))
        if said:
            yield Line(str(entry["when"]), said)


def _upwards(path: str) -> Iterator[str]:
    while path:
        yield path
        path = path.rpartition(".")[0]


def unknown_names(roleplay: Roleplay, personas: Mapping[str, Persona], moves: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The personas and the names in conditions of a role-play that are nowhere, each with its line."""
    for kind, names in {"persona": [roleplay.persona], "situation": roleplay.situations}.items():
        known = [name for name, persona in personas.items() if persona.kind == kind]
        for name in names:
            if name and name not in known:
                yield 1, f"there is no {kind} called '{name}' in quizzes/personas ({', '.join(known) or 'none at all'})"
    layers = [personas[name] for name in roleplay.layers if name in personas]
    events = _events(layers, moves)
    ids = {kind: [beat.id for beat in roleplay.of(kind)] for kind in KINDS}
    offers = [*ids["offer"], "remedy"]
    known = {"disclosed": ids["hidden"], "offered": offers, "agreed": offers, "asked": ids["question"], "after": events, "said": events}
    for beat in roleplay.beats:
        for text in (beat.when, beat.until):
            yield from ((beat.line, sentence) for sentence in _nowhere(text, known))


def persona_faults(
    persona: Persona, personas: Mapping[str, Persona], moves: Iterable[str], ideas: Container[str], pages: Container[str]
) -> Iterator[tuple[str, str]]:
    """Names in a persona that are nowhere, each with its path in the file."""
    layers = [persona, *(other for other in personas.values() if other.id == BASE)]
    events = _events(layers, moves)
    for name, change in persona.effects.items():
        if name not in events:
            yield f"effects.{name}", f"there is no move or rule called '{name}' ({', '.join(events)}), and nothing here 'hears' it"
        for source in change.sources:
            if ideas and source not in ideas:
                yield f"effects.{name}.sources", f"there is no source idea '{source}'"
        if change.page and change.page not in pages:
            yield f"effects.{name}.page", f"there is no page docs/{change.page}"
    if persona.page and persona.page not in pages:
        yield "page", f"there is no page docs/{persona.page}"
    known = {"after": events, "said": events}
    for name in ("lines", "asks"):
        for number, line in enumerate(getattr(persona, name)):
            yield from ((f"{name}.{number}.when", sentence) for sentence in _nowhere(line.when, known))
    for name in ("accepts", "discloses"):
        for number, text in enumerate(getattr(persona, name)):
            yield from ((f"{name}.{number}", sentence) for sentence in _nowhere(text, known))


def _events(layers: Iterable[Persona], moves: Iterable[str]) -> list[str]:
    """What a turn can be known for: moves, rules, and what these layers hear."""
    return sorted({*moves, *RULES, *(name for layer in layers for name in layer.hears)})


def _nowhere(text: str, known: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for what, name in condition(text).names():
        if what in known and name not in known[what]:
            yield f"'{what} {name}' can never hold: there is no '{name}' ({', '.join(known[what]) or 'none at all'})"
