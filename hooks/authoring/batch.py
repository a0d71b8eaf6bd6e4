"""Many replies at once, for trainers and for measuring: the same finder as in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from grader.moves import Finder


def moves_of_lines(finder: Finder, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The moves of the reply in each line, as (JSON line, ""); for a line that is no reply, ("", what is wrong).

    In: an object with "reply" and, if known, "id", "customer_message" and "facts" (lists of sayings by name). Out: an
    object with "id", "found" and "unsure" (moves), "gate" (why it was not read, or empty) and "evidence" (of each move
    "move", "start" and "end" in characters, and "why": the words that showed it).
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
        except ValueError as error:
            yield "", f"line {number}: this is not one JSON object a line ({error})"
            continue
        if fault := fault_of(entry):
            yield "", f"line {number}: {fault}"
            continue
        try:
            reading = finder.read(entry["reply"], entry.get("customer_message") or "", entry.get("facts") or {})
        except ValueError as error:
            yield "", f"line {number}: a fact cannot be looked for: {error}"
            continue
        out = {
            "id": entry.get("id", number),
            "found": [e.move for e in reading.evidence if e.sureness == "found"],
            "unsure": [e.move for e in reading.evidence if e.sureness == "unsure"],
            "gate": reading.gate,
            "evidence": [{"move": e.move, "start": e.start, "end": e.end, "why": e.why} for e in reading.evidence],
        }
        yield json.dumps(out, ensure_ascii=False), ""


def fault_of(entry: Any) -> str:
    """What is wrong with an entry, or nothing."""
    if not isinstance(entry, dict) or not isinstance(entry.get("reply"), str):
        return 'an entry is an object with "reply" as text, and if you like "id", "customer_message" and "facts"'
    if not isinstance(entry.get("customer_message") or "", str):
        return '"customer_message" is text'
    facts = entry.get("facts") or {}
    lists = isinstance(facts, dict) and all(
        isinstance(sayings, list) and all(isinstance(saying, str) for saying in sayings) for sayings in facts.values())
    return "" if lists else '"facts" are lists of sayings by name, as in {"the lost day": ["day off", "whole day"]}'
