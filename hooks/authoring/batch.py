"""Many replies or conversations at once, for trainers and for measuring: the same code as in the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from grader.moves import Finder
from grader.roleplay import Conversation


def moves_of_lines(finder: Finder, lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The moves of the reply in each line, as (JSON line, ""); for a line that is no reply, ("", what is wrong).

    In: an object with "reply" and, if known, "id", "customer_message" and "facts" (lists of sayings by name). Out: an
    object with "id", "found" and "unsure" (moves), "gate" (why it was not read, or empty) and "evidence" (of each move
    "move", "start" and "end" in characters, and "why": the words that showed it).
    """
    for number, entry, fault in _entries(lines):
        if fault := fault or fault_of(entry):
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


def play_of_lines(conversations: Mapping[str, Conversation], lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The conversation in each line, as (JSON line, ""); for a line that is none, ("", what is wrong).

    In: an object with "roleplay" (its name) and "turns" (what the learner says), and if you like "id" and "seed". Where the
    turns run out the learner has ended it. Out: an object with "id", "ending" (its id, or null), "outcome", "score", "heat",
    "trust", "turns" (how many were heard) and "customer" (all that they said).
    """
    for number, entry, fault in _entries(lines):
        turns = entry.get("turns") if isinstance(entry, dict) else None
        if not fault and not (isinstance(turns, list) and all(isinstance(turn, str) for turn in turns)):
            fault = 'a conversation is an object with "roleplay" and "turns", a list of texts, and if you like "id" and "seed"'
        elif not fault and entry.get("roleplay") not in conversations:
            fault = f"there is no role-play called '{entry.get('roleplay')}' ({', '.join(conversations)})"
        elif not fault and not isinstance(entry.get("seed", 1), int):
            fault = '"seed" is a whole number'
        if fault:
            yield "", f"line {number}: {fault}"
            continue
        conversation, seed = conversations[entry["roleplay"]], entry.get("seed", 1)
        played = conversation.play(seed, entry["turns"], stop=True)
        last = [conversation.last_words(played.ending, seed, played.state)] if played.ending else []
        out = {
            "id": entry.get("id", number),
            "ending": played.ending.id if played.ending else None,
            "outcome": played.outcome,
            "score": played.score,
            "heat": played.state.heat,
            "trust": played.state.trust,
            "turns": len(played.exchanges),
            "customer": [played.opening, *(exchange.answer for exchange in played.exchanges), *last],
        }
        yield json.dumps(out, ensure_ascii=False), ""


def spoken(conversation: Conversation, turns: Iterable[str], seed: int) -> Iterator[str]:
    """What stands on a terminal while somebody plays: the customer's words, and how it ended."""
    said: list[str] = []
    played = conversation.play(seed, said)
    yield played.opening
    for turn in turns:
        said.append(turn)
        played = conversation.play(seed, said)
        yield f"[{conversation.temper.moods.get(played.state.mood, '')}] {played.exchanges[-1].answer}"
        if played.ending or played.state.over:
            break
    played = conversation.play(seed, said, stop=True)
    if played.ending:
        yield f"{conversation.last_words(played.ending, seed, played.state)}\n\n{played.ending.title} ({played.outcome}, {played.score} of 100)\n{played.ending.text}"


def _entries(lines: Iterable[str]) -> Iterator[tuple[int, Any, str]]:
    """Each line that is not empty: its number, what it holds, and what is wrong where it is no JSON."""
    for number, line in enumerate(lines, start=1):
        try:
            if line.strip():
                yield number, json.loads(line), ""
        except ValueError as error:
            yield number, None, f"this is not one JSON object a line ({error})"


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
