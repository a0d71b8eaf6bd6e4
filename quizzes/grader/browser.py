"""The door the browser uses: JSON in, JSON out."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from grader.kinds import KINDS
from grader.marking import Marker
from grader.model import Item, Move, Section


def dump_marker(marker: Marker) -> str:
    """The moves and words as `load_marker` reads them; without the moves' examples, which only the build runs."""
    moves = [{key: value for key, value in asdict(move).items() if key not in ("fires", "silent", "sources")}
             for move in marker.moves.values()]
    data = {"moves": moves, "words": dict(marker.words), "weights": marker.weights}
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def load_marker(text: str) -> Marker:
    """A marker from what `dump_marker` wrote, its phrases compiled."""
    data = json.loads(text)
    moves = {move["id"]: Move(**{key: tuple(value) if isinstance(value, list) else value
                                 for key, value in move.items()}) for move in data["moves"]}
    marker = Marker(moves, data["words"], data["weights"])
    marker.finder  # noqa: B018  compiled now, while the learner reads, and not at the first answer
    return marker


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
            point["quote"] = [_utf16(reply, end) for end in point["quote"]]
    marks["sentences"] = [[_utf16(reply, end) for end in span] for span in marks["sentences"]]
    return json.dumps(marks)


def _utf16(text: str, index: int) -> int:
    return index + sum(character > "\uffff" for character in text[:index])
