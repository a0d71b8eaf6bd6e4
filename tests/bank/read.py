"""Reads the labelled bank: `voices/` to learn from, `blind/` to be measured on and for nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

BANK = Path(__file__).parent
VOICES = BANK / "voices"
BLIND = BANK / "blind"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence or a whole reply by one voice, with the moves it makes.

    Of a reply, `spans` are its parts with the moves of each, as (start, end, moves), if they are known.
    """

    voice: str
    text: str
    moves: frozenset[str]
    id: str = ""
    scenario: str = ""
    customer: str = ""
    spans: tuple[tuple[int, int, frozenset[str]], ...] = ()


def read_sentences(folder: Path) -> list[Labelled]:
    """Every labelled sentence in a folder, voice by voice."""
    return [
        Labelled(path.name.split("_")[0], entry["text"], frozenset(entry["moves"]))
        for path in sorted(folder.glob("*_sentences.jsonl"))
        for entry in read_lines(path)
    ]


def read_replies(path: Path) -> list[Labelled]:
    """Every labelled reply in a file, or in all `_replies.jsonl` of a folder.

    A line is an object with "id", "reply" and "moves", and if known "customer_message", "scenario" and "spans" (each
    "start", "end" and "moves"). Raises ValueError that names the file and the line that is something else.
    """
    found = []
    for file in sorted(path.glob("*_replies.jsonl")) if path.is_dir() else [path]:
        for number, entry in enumerate(read_lines(file), start=1):
            try:
                if not isinstance(entry["reply"], str) or not isinstance(entry["moves"], list):
                    raise TypeError("the reply is text, the moves are a list")
                spans = tuple((s["start"], s["end"], frozenset(s["moves"])) for s in entry.get("spans", ()))
                found.append(Labelled(
                    file.name.split("_")[0], entry["reply"], frozenset(entry["moves"]), str(entry["id"]),
                    entry.get("scenario") or "", entry.get("customer_message") or "", spans,
                ))
            except (KeyError, TypeError, AttributeError) as error:
                raise ValueError(f'{file}:{number}: a reply has "id", "reply" and "moves" ({error})') from None
    return found


def read_lines(path: Path) -> list[dict[str, object]]:
    """The JSON objects of a file, one a line; raises ValueError that names the line that is none."""
    entries = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if line.strip():
            try:
                entries.append(json.loads(line))
            except ValueError as error:
                raise ValueError(f"{path}:{number}: this is not one JSON object a line ({error})") from None
    return entries
