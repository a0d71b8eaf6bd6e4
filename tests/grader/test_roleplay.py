"""The customer who answers back: conditions, rules, wording, endings, and the door for the browser."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from authoring.read import read_sources
from authoring.roleplays import read_roleplay
from grader.browser import dump_marker, load_marker, play
from grader.marking import Marker
from grader.roleplay import Conversation
from grader.roleplay.conditions import ConditionError, condition
from grader.roleplay.conversation import Played
from grader.roleplay.customer import State
from grader.roleplay.script import dump_roleplay, load_roleplay

from tests.conftest import SMALL

SOURCES = read_sources(SMALL)
MARKER = Marker(SOURCES.moves, {}, personas=SOURCES.personas)
TEXT = (SMALL / "quizzes/roleplays/pat.md").read_text("utf-8")
SORRY, KETTLE, EXCUSE = "I am so sorry about that.", "I will send you a new kettle today.", "We are short-staffed."


def conversation(*changes: tuple[str, str]) -> Conversation:
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    problems: list[object] = []
    made = read_roleplay("pat", "pat.md", text, problems)
    assert not problems
    return Conversation(made, SOURCES.personas, MARKER.finder)


def events(played: Played) -> list[tuple[str, ...]]:
    return [exchange.reaction.state.last for exchange in played.exchanges]


@pytest.mark.parametrize(("text", "holds"), [
    ("", True), ("heat at least 7", True), ("heat at least 8", False), ("heat at most 7 and trust at most 2", False),
    ("trust at most 2 or mood is hot", True), ("not heard and not over", True), ("disclosed", True), ("disclosed tea", True),
    ("disclosed milk", False), ("after apology and not after excuse", True), ("apology at least 2", True), ("said excuse", False),
    ("asked bell or promised and agreed", False), ("  Heat AT least 7 ", True),
])
def test_conditions_are_words(text: str, holds: bool) -> None:
    state = State(7, 3, 5, disclosed=("tea",), counts={"apology": 2}, last=("apology",))
    assert bool(condition(text).fits(state)) == holds


@pytest.mark.parametrize("text", ["heat is high", "heat at least", "very heard", "mood is purple", "after", "heard then over"])
def test_a_condition_that_cannot_be_read_says_what_can_be_written(text: str) -> None:
    with pytest.raises(ConditionError, match="write 'heat at least 7'|there is no mood"):
        condition(text)


def test_the_same_seed_and_turns_give_the_same_conversation_and_resuming_changes_nothing() -> None:
    turns = [EXCUSE, SORRY, "Well, well.", KETTLE]
    whole = conversation().play(7, turns)
    assert conversation().play(7, turns) == whole
    assert conversation().play(7, turns[:2]).exchanges == whole.exchanges[:2]
    assert whole.ending and whole.ending.id == "mended"


def test_what_is_hidden_is_told_once_and_counts_as_being_heard() -> None:
    played = conversation().play(1, [SORRY, "Well, well."])
    assert played.exchanges[0].reaction.told and "birthday" in played.exchanges[0].answer
    assert played.exchanges[0].reaction.state.heard
    assert played.exchanges[1].reaction.told is None


def test_the_order_in_one_text_counts_and_a_remedy_before_being_heard_passes_them_by() -> None:
    assert "too_early" in events(conversation().play(1, [f"{KETTLE} {SORRY}"]))[0]
    assert conversation().play(1, [SORRY, KETTLE]).ending.id == "mended"
    assert not conversation().play(1, [KETTLE]).state.agreed


def test_the_same_words_again_silence_and_heaps_are_no_turns() -> None:
    played = conversation().play(1, [SORRY, "I am so sorry about that!", "", "sorry kettle refund voucher today"])
    assert [event[-1] for event in events(played)][1:] == ["repeated", "silent", "unread"]
    assert played.ending is None or played.ending.outcome == "badly"


def test_an_offer_counts_where_it_is_made_not_where_it_is_refused_or_wished_for() -> None:
    for text in ("We can't send a new kettle.", "I know that you want a new kettle.", "Is the new kettle the red one?"):
        assert conversation().play(1, [SORRY, text]).state.offered == (), text
    assert conversation().play(1, [SORRY, "I can offer you a new kettle."]).state.offered == ("kettle",)


def test_what_the_finder_is_not_sure_of_has_no_effect_and_is_counted() -> None:
    unsure = "It is Monday."
    exchange = conversation().play(1, [unsure]).exchanges[0]
    assert [evidence.sureness for evidence in exchange.heard.evidence] == ["unsure"]
    assert exchange.reaction.state.last == ("nothing",)


def test_a_promise_is_asked_about_in_the_learners_own_words() -> None:
    asking = conversation(("> \"Goodbye.\"", "> \"You said {time}.\""))
    played = asking.play(1, [KETTLE, EXCUSE], stop=True)
    assert asking.last_words(played.ending, 1, played.state) == "You said today."


def test_a_gift_ends_badly_and_a_conversation_that_is_stopped_ends_too() -> None:
    gift = conversation(("worth: fair", "worth: too much"))
    assert gift.play(1, [SORRY, KETTLE, "Well, well."], stop=True).ending.outcome == "badly"
    assert conversation().play(1, [SORRY]).ending is None
    assert conversation().play(1, [SORRY], stop=True).ending.id == "rung-off"


def test_a_question_that_insists_holds_the_remedy_back_until_it_is_answered() -> None:
    asking = conversation(("## Mended", "## Sorry? {#really .question}\n\n> \"And?\"\n\n```yaml\nwhen: heard\nuntil: said excuse\n```\n\n## Mended"))
    played = asking.play(1, [SORRY, "Well, well.", KETTLE, EXCUSE])
    assert "And?" in played.exchanges[1].answer and "And?" in played.exchanges[2].answer
    assert not played.exchanges[2].reaction.state.agreed
    assert played.ending.id == "mended"


def test_scores_follow_the_outcome_and_then_how_things_stand() -> None:
    def score(*turns: str) -> int:
        return conversation().play(1, turns, stop=True).score
    assert score(SORRY, KETTLE) >= 70 > 39 >= score(SORRY) > score(EXCUSE) > score(*["so so so"] * 4)


def test_suggestions_are_one_of_each_sort_and_never_come_again() -> None:
    first = conversation().play(3, [])
    assert sorted(line.sort for line in first.suggestions) == ["bad", "good", "tempting"]
    said = next(line.text for line in first.suggestions if line.sort == "good")
    assert said not in [line.text for line in conversation().play(3, [said]).suggestions]


@pytest.fixture
def door() -> Callable[..., dict]:
    """The browser's door, with all that it needs carried as JSON."""
    marker = load_marker(dump_marker(MARKER))
    page = json.loads(json.dumps(dump_roleplay(SOURCES.roleplays["pat"])))
    assert load_roleplay(page).beats[0].lines == SOURCES.roleplays["pat"].beats[0].lines
    return lambda *turns, **more: json.loads(play(marker, json.dumps({"roleplay": page, "seed": 1, "turns": turns, **more})))


def test_the_door_says_what_the_conversation_says(door: Callable[..., dict]) -> None:
    out = door(f"\N{PARTY POPPER} {SORRY}", KETTLE, "never heard")
    played = conversation().play(1, [f"\N{PARTY POPPER} {SORRY}", KETTLE])
    said = [played.opening, *(exchange.answer for exchange in played.exchanges)]
    # Told with the apostrophes of print.
    assert [out["opening"], *(turn["answer"] for turn in out["turns"])] == [text.replace("'", "’") for text in said]
    apology = next(move for move in out["turns"][0]["moves"] if move["move"] == "apology")
    assert (apology["start"], apology["good"], apology["sure"]) == (3, True, True)
    assert {"of", "name", "heat", "trust", "patience", "why"} == set(out["turns"][0]["effects"][0])
    assert out["turns"][0]["disclosed"] == ["tea"] and out["turns"][0]["open"] == 0
    assert (out["ending"]["id"], out["ending"]["outcome"], out["ending"]["said"]) == ("mended", "well", "Thank you. Goodbye.")
    assert out["debrief"]["promises"] == [{"text": KETTLE, "time": True, "kept": True}]
    assert out["suggestions"] == [] and len(out["turns"]) == 2


def test_the_debrief_names_what_stayed_hidden_and_the_weakest_turns(door: Callable[..., dict]) -> None:
    assert door(EXCUSE)["debrief"] is None
    debrief = door("Well, well.", EXCUSE, "It is Monday.", KETTLE, debrief=True)["debrief"]
    assert [entry["id"] for entry in debrief["undiscovered"]] == ["tea"]
    assert [(weak["turn"], weak["why"]) for weak in debrief["weakest"]] == [(0, "It gave them nothing."), (1, "It defends us.")]
    assert debrief["weakest"][0]["better"] == SORRY
    assert debrief["unsure"] == 1 and debrief["reflect"] == "When did it turn?"


def test_the_door_takes_what_it_does_not_know(door: Callable[..., dict]) -> None:
    assert door(3, None, colour="red", seed="x")["turns"][0]["said"] == "3"
    assert door()["debrief"] is None and len(door()["suggestions"]) == 3
