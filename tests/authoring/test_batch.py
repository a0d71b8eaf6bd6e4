"""Many replies at once: one JSON object a line in, one out, and every line that is none is named."""

from __future__ import annotations

import json

from authoring.batch import moves_of_lines
from grader.model import Move
from grader.moves import Finder

FINDER = Finder({
    "apology": Move("apology", "an apology", True, "", "", "", ("i am (so) sorry",)),
    "acknowledge": Move("acknowledge", "a fact", True, "", "", "", ("about the", "your ~")),
    "commit": Move("commit", "a promise", True, "", "", "", ("i will ... <time>", "i will ... soon ~")),
})


def answered(*lines: str) -> tuple[list[dict[str, object]], list[str]]:
    results = list(moves_of_lines(FINDER, lines))
    return [json.loads(line) for line, fault in results if not fault], [fault for _, fault in results if fault]


def test_each_reply_gets_its_moves_with_the_place_and_the_words() -> None:
    reply = "I'm so sorry. I will call soon."
    (out,), faults = answered(json.dumps({"id": "x", "customer_message": "Where is it?", "reply": reply}))
    assert faults == []
    assert (out["id"], out["found"], out["unsure"], out["gate"]) == ("x", ["apology"], ["commit"], "")
    assert [(e["move"], reply[e["start"]:e["end"]], e["why"]) for e in out["evidence"]] == [
        ("apology", "I'm so sorry.", "I'm so sorry"), ("commit", "I will call soon.", "I will call soon")]


def test_facts_count_as_the_customers() -> None:
    entry = {"reply": "So you lost a whole day over it, about the boiler.", "facts": {"the day": ["whole day"], "boiler": ["boiler"]}}
    (out,), _ = answered(json.dumps(entry))
    assert out["found"] == ["acknowledge"]


def test_what_is_no_reply_tells_why() -> None:
    (out,), _ = answered(json.dumps({"reply": "sorry " * 50}))
    assert (out["found"], out["gate"]) == ([], "repeated")


def test_a_line_that_cannot_be_read_is_named_and_the_others_go_on() -> None:
    lines = ["{", "[]", '{"reply": 3}', '{"reply": "x", "facts": ["day off"]}', '{"reply": "I am sorry.", "facts": {"day": ["(day"]}}',
             "", '{"id": 7, "reply": "I am sorry."}']
    entries, faults = answered(*lines)
    assert [entry["id"] for entry in entries] == [7]
    assert [fault.split(":")[0] for fault in faults] == [f"line {n}" for n in (1, 2, 3, 4, 5)]
