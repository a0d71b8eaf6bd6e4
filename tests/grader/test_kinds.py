"""How each kind of question is marked."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from authoring.read import read_words
from grader.browser import dump_marker, dump_section, load_marker, mark
from grader.marking import Marker
from grader.model import Item, Move, Section

WORDS = read_words("", (Path(__file__).parents[2] / "quizzes/interface.yml").read_text("utf-8"), [])
MOVES = {
    "apology": Move("apology", "an apology", True, "", "Well said.", "Say sorry.", ("i/we (am) (so) sorry", "i apologise")),
    "commit": Move("commit", "a promise", True, "", "", "Say when.", ("i will ... <time>",)),
    "excuse": Move("excuse", "an excuse", False, "", "", "Could it sound like an excuse?", ("we are busy",)),
}
MARKER = Marker(MOVES, WORDS)


def items(*entries: tuple[str, str]) -> tuple[Item, ...]:
    return tuple(Item("abcdefgh"[n], marker, text, "because") for n, (marker, text) in enumerate(entries))


CHOICE = Section("q", "choice", "", items=items((" ", "no"), ("x", "yes"), (" ", "perhaps")))
CHOICES = Section("q", "choices", "", items=items(("x", "one"), ("x", "two"), (" ", "three"), (" ", "four")))
ORDER = Section("q", "order", "", items=items(("1", "one"), ("1", "two"), ("1", "three"), ("1", "four")))
MATCH = Section("q", "match", "", items=items(("-", "cat => miaow"), ("-", "dog => bark")), settings={"also": ["moo"]})
REPLY = Section("q", "reply", "", said="My kettle broke after two days.", settings={
    "expect": {"apology": "why", "commit": "why"}, "avoid": {"excuse": "why"},
    "facts": {"the kettle": {"words": ["kettle"], "why": "why"}},
    "models": ["I am sorry that the kettle gave up so soon, and I will send another one today."]})


def met(section: Section, *answer: str) -> dict[str, str]:
    return {point.at: point.met for point in MARKER.mark(section, answer).points}


def test_choice_tells_the_one_chosen_apart_from_the_others() -> None:
    assert MARKER.mark(CHOICE, ["b"]).done
    assert not MARKER.mark(CHOICE, ["a"]).done
    assert met(CHOICE, "a") == {"a": "no"}


@pytest.mark.parametrize("section", [CHOICE, CHOICES, ORDER, MATCH, REPLY], ids=lambda section: section.kind)
@pytest.mark.parametrize("answer", [[], [""], ["   "], ["zz"], ["a=b=c", "\x00"], ["a", "a"], ["=\ud800"]])
def test_no_answer_and_a_forged_answer_are_not_done_and_raise_nothing(section: Section, answer: list[str]) -> None:
    marks = MARKER.mark(section, answer)
    assert not marks.done
    assert marks.summary


def test_choices_says_in_words_what_is_found_missing_and_wrong() -> None:
    marks = MARKER.mark(CHOICES, ["a", "c"])
    assert marks.summary == "1 of 2 found. One more fits. One of yours does not belong."
    assert met(CHOICES, "a", "c") == {"a": "yes", "c": "no"}
    assert MARKER.mark(CHOICES, ["a", "b"]).done
    assert not MARKER.mark(CHOICES, ["a", "b", "c"]).done


def test_order_keeps_the_longest_right_sequence_and_names_the_rest() -> None:
    marks = MARKER.mark(ORDER, ["d", "a", "b", "c"])
    assert [(point.at, point.text) for point in marks.points] == [("d", "This one comes later.")]
    marks = MARKER.mark(ORDER, ["b", "c", "d", "a"])
    assert [(point.at, point.text) for point in marks.points] == [("a", "This one comes earlier.")]
    assert MARKER.mark(ORDER, ["a", "b", "c", "d"]).done


def test_order_is_done_for_one_permutation_only_and_always_says_what_to_move() -> None:
    for given in permutations("abcd"):
        marks = MARKER.mark(ORDER, given)
        assert marks.done == (given == tuple("abcd"))
        assert marks.done or any(point.met == "no" for point in marks.points)


def test_order_is_never_first_shown_in_the_right_order() -> None:
    for length in range(3, 9):
        steps = items(*[("1", str(n)) for n in range(length)])
        shown = MARKER.question(Section("q", "order", "", items=steps)).shuffled
        assert sorted(shown, key=steps.index) == list(steps) != shown


def test_match_marks_each_cue() -> None:
    assert met(MATCH, "a=miaow", "b=moo") == {"a": "yes", "b": "no"}
    assert met(MATCH, "a=miaow", "") == {"a": "yes", "b": "no"}
    assert MARKER.mark(MATCH, ["a=miaow", "b=bark"]).done


def test_match_offers_the_partners_in_an_order_that_tells_nothing() -> None:
    assert MARKER.question(MATCH).partners == ["bark", "miaow", "moo"]


def test_a_reply_passes_when_all_is_there_and_quotes_what_showed_it() -> None:
    reply = "I'm so sorry about the kettle. I will send a new one tomorrow."
    marks = MARKER.mark(REPLY, [reply])
    quotes = {point.at: reply[slice(*point.quote)] for point in marks.points if point.quote}
    assert marks.done
    assert "kettle" in quotes["facts.the kettle"]
    assert "I will send a new one tomorrow" in quotes["expect.commit"]


@pytest.mark.parametrize(("reply", "at", "state"), [
    ("I am sorry. I will send a new one tomorrow.", "facts.the kettle", "no"),
    ("I will send a new kettle tomorrow.", "expect.apology", "no"),
    ("I am sorry about the kettle.", "expect.commit", "no"),
    ("I am sorry about the kettle, we are busy. I will send one today.", "avoid.excuse", "no"),
])
def test_a_reply_that_lacks_a_thing_or_harms_does_not_pass(reply: str, at: str, state: str) -> None:
    assert met(REPLY, reply)[at] == state
    assert not MARKER.mark(REPLY, [reply]).done


def test_a_reply_with_any_bad_move_does_not_pass() -> None:
    listed_nowhere = Section("q", "reply", "", said=REPLY.said, settings={**REPLY.settings, "avoid": {}})
    marks = MARKER.mark(listed_nowhere, ["I am sorry about the kettle. I will send one today. We are busy."])
    assert not marks.done
    assert marks.summary == WORDS["reply.harmed"]


def test_what_must_be_mentioned_is_looked_for_as_facts_are() -> None:
    case = Section("q", "reply", "", said=REPLY.said, settings={
        **REPLY.settings, "mention": {"the case number": {"words": ["case .. <number>"], "why": "why"}}})
    reply = "I'm so sorry about the kettle. I will send a new one tomorrow."
    assert met(case, reply)["mention.the case number"] == "no"
    assert met(case, f"{reply} Your case is number 4471.")["mention.the case number"] == "yes"


def test_a_saying_of_the_case_shows_its_move_unless_it_is_denied() -> None:
    case = Section("q", "reply", "", said=REPLY.said, settings={
        **REPLY.settings, "say": {"commit": ["the kettle fairy is on her way"]}})
    assert met(case, "I'm so sorry. The kettle fairy is on her way.")["expect.commit"] == "yes"
    assert met(case, "I'm so sorry. I can't say the kettle fairy is on her way.")["expect.commit"] == "no"
    assert met(REPLY, "I'm so sorry. The kettle fairy is on her way.")["expect.commit"] == "no"


def test_what_is_not_found_is_never_called_missing() -> None:
    (point,) = [point for point in MARKER.mark(REPLY, ["I am sorry about the kettle."]).points if point.met == "no"]
    assert point.text.startswith("I did not spot")


def test_a_copied_model_answer_is_recognised() -> None:
    model = REPLY.settings["models"][0]
    for copy in (model, model.upper() + "!", "Hello! " + model):
        marks = MARKER.mark(REPLY, [copy])
        assert not marks.done
        assert marks.summary == WORDS["reply.model"]


def test_the_customers_own_words_are_no_reply() -> None:
    assert MARKER.mark(REPLY, [REPLY.said]).summary == WORDS["gate.copied"]


@pytest.mark.parametrize("section", [CHOICE, CHOICES, ORDER, MATCH, REPLY], ids=lambda section: section.kind)
def test_the_browsers_door_gives_the_same_marks(section: Section) -> None:
    marker = load_marker(dump_marker(MARKER))
    for answer in (["a"], ["b"], ["a=miaow", "b=bark"], ["I am sorry about the kettle. I will send one today."]):
        request = json.dumps({"section": dump_section(section), "answer": answer})
        marks, seen = MARKER.mark(section, answer), json.loads(mark(marker, request))
        assert (seen["done"], seen["summary"]) == (marks.done, marks.summary)
        assert [(point["at"], point["met"]) for point in seen["points"]] == [(p.at, p.met) for p in marks.points]


def test_quotes_count_characters_as_javascript_does() -> None:
    reply = "😀😀 I am sorry about the kettle."
    request = json.dumps({"section": dump_section(REPLY), "answer": [reply]})
    (point,) = [p for p in json.loads(mark(MARKER, request))["points"] if p["at"] == "facts.the kettle"]
    start, end = point["quote"]
    quoted = reply.encode("utf-16-le")[2 * start:2 * end].decode("utf-16-le")
    assert "kettle" in quoted
    assert quoted in reply


def test_explanations_and_examples_stay_at_home() -> None:
    section = Section("q", "reply", "", said="x", items=items(("x", "one")),
                      settings={"hints": ["secret"], "passes": ["secret"], "fails": ["secret"], "models": ["kept"]})
    sent = json.dumps(dump_section(section))
    assert "kept" in sent
    assert "secret" not in sent
    assert "because" not in sent
