"""The door the browser uses: JSON in, JSON out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from grader.kinds import KINDS
from grader.marking import Marker
from grader.model import Item, Move, Section
from grader.moves import Finder
from grader.moves.finder import Index
from grader.moves.phrases import ready
from grader.roleplay.debrief import told
from grader.roleplay.persona import load_persona
from grader.roleplay.script import load_roleplay
from grader.utf16 import utf16


def dump_marker(marker: Marker) -> str:
    """The moves, words and personas as `load_marker` reads them; without sources, and the examples that only the build runs."""
    moves = [{key: value for key, value in asdict(move).items() if key not in ("fires", "silent", "sources")}
             for move in marker.moves.values()]
    personas = {name: asdict(persona) for name, persona in marker.personas.items()}
    for persona in personas.values():
        persona["effects"] = {name: {key: value for key, value in change.items() if value and key != "sources"}
                              for name, change in persona["effects"].items()}
    index = marker.finder.index
    data = {"moves": moves, "words": dict(marker.words), "weights": marker.weights, "personas": personas,
            "keys": {text: " ".join(sorted(key)) for text, key in index.keys.items()},
            "vocabulary": " ".join(sorted(index.words))}
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def load_marker(text: str) -> Marker:
    """A marker from what `dump_marker` wrote, ready to mark."""
    data = json.loads(text)
    moves = {move["id"]: Move(**{key: tuple(value) if isinstance(value, list) else value
                                 for key, value in move.items()}) for move in data["moves"]}
    personas = {name: load_persona(persona) for name, persona in data["personas"].items()}
    index = Index({text: key.split(" ") for text, key in data["keys"].items()}, frozenset(data["vocabulary"].split(" ")))
    finder = Finder(moves, data["weights"], index)
    return Marker(moves, data["words"], data["weights"], finder, personas)


def prepare(marker: Marker) -> None:
    """Makes all that a marker else makes when it is first asked, before its memory is kept for later starts."""
    for text in marker.finder.index.keys:
        ready(text)
    # One word mistyped, one that nobody knows, and a time.
    marker.finder.read("I am sory that Zyxwv came at nine and not today.")


def dump_section(section: Section) -> dict[str, Any]:
    """What marking needs of a question; explanations and prompt stand in the page already."""
    left_out = KINDS[section.kind].build_only
    return {
        "id": section.id,
        "kind": section.kind,
        "said": section.said,
        "items": [[item.id, item.marker, item.text] for item in section.items],
        "settings": {key: value for key, value in section.settings.items() if key not in left_out},
    }


def load_section(data: dict[str, Any]) -> Section:
    items = tuple(Item(*item) for item in data["items"])
    return Section(data["id"], data["kind"], "", said=data["said"], items=items, settings=data["settings"])


def mark(marker: Marker, request: str) -> str:
    """Marks one answer.

    In: {"section": as dump_section wrote it, "answer": [strings]}. Out: {"done", "summary", "points": [{"met", "at",
    "text", "quote": [start, end] or null, "label", "ask", "beside"}], "sentences": [[start, end]]}, where start and end
    count UTF-16 units, as JavaScript does.
    """
    data = json.loads(request)
    section = load_section(data["section"])
    marks = asdict(marker.mark(section, data["answer"]))
    reply = " ".join(data["answer"])
    for point in marks["points"]:
        if point["quote"]:
            point["quote"] = [utf16(reply, end) for end in point["quote"]]
    marks["sentences"] = [[utf16(reply, end) for end in span] for span in marks["sentences"]]
    return json.dumps(marks)


def play(marker: Marker, request: str) -> str:
    """Plays a conversation from its beginning.

    In: {"roleplay": as dump_roleplay wrote it, "seed": whole number, "turns": [texts of the learner], "debrief": true if
    the learner ends it here}. Turns after an ending are passed over. Out: {
    "opening": what the customer says first, "start": {"heat", "trust", "patience": 0 to 10, "mood": calm, tense or hot},
    "turns": [{"said", "moves": [{"move", "name", "good", "start", "end" (UTF-16 units), "sure"}], "effects": [{"of": move or
    rule, "name", "heat", "trust", "patience", "why"}], "heat", "trust", "patience", "mood", "answer": paragraphs with an
    empty line between, empty where only the ending's words follow, "disclosed": [ids], "promises": [texts], "open": how many
    things are still hidden, "turning": whether most hung on it, "suggested": {"kind", "why"} of the line that it was, or
    null}],
    "suggestions": [{"text", "kind": good, tempting or bad}], none at the end, "mood": the mood in words,
    "ending": null or {"id", "outcome": well, fairly or badly, "title", "said": their last words, which no answer repeats,
    "explanation", "score": 0 to 100},
    "debrief": null while it goes on, or {"undiscovered": [{"id", "title", "why"}], "promises": [{"text", "time", "kept"}],
    "turning": index of a turn or null, "weakest": [{"turn", "why", "better": a line or empty, "page": path in docs/ or
    empty}], "unsure": how many moves the finder was not sure of, "reflect": a question}}.
    """
    data = json.loads(request)
    seed = data.get("seed", 0)
    conversation = marker.conversation(load_roleplay(data["roleplay"]))
    stop = bool(data.get("debrief"))
    played = conversation.play(seed, [str(turn) for turn in data.get("turns", [])], stop)
    return json.dumps(told(conversation, played, marker.moves, seed, stop))
