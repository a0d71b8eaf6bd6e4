"""The moves as they are written: every example is read as its author says, and long text costs what its length costs."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from authoring.read import read_sources
from grader.moves import Finder

ROOT = Path(__file__).parents[2]
SOURCES = read_sources(ROOT)
MOVES = SOURCES.moves
FINDER = Finder(MOVES, SOURCES.weights)
NAMES = """acknowledge empathy apology clarify options involve commit follow_up ownership explain_transfer thanks
    offer_more non_apology blame_customer blame_other excuse argue dismiss bare_transfer admit_liability overpromise
    leading_negative stiff hostile""".split()


def test_every_move_of_the_codebook_has_its_file() -> None:
    assert sorted(MOVES) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_move_has_words_for_the_learner_and_examples_both_ways(name: str) -> None:
    move = MOVES[name]
    assert move.name and move.does and move.hint and move.sources
    assert bool(move.praise) is move.good
    assert len(move.fires) >= 6
    assert len(move.silent) >= 6


@pytest.mark.parametrize(("name", "reply"), [(name, reply) for name in NAMES for reply in MOVES[name].fires])
def test_a_move_is_found_in_its_examples(name: str, reply: str) -> None:
    reading = FINDER.read(reply)
    assert reading.found(name), reading


@pytest.mark.parametrize(("name", "reply"), [(name, reply) for name in NAMES for reply in MOVES[name].silent])
def test_a_move_is_not_found_in_its_near_misses(name: str, reply: str) -> None:
    assert not FINDER.read(reply).found(name)


@pytest.mark.parametrize(
    "text",
    [" ".join(example for name in NAMES for example in (*MOVES[name].fires, *MOVES[name].silent)), "i will not you "],
    ids=["sentences", "small words"],
)
def test_reading_four_times_as_much_takes_four_times_as_many_steps(text: str) -> None:
    long = (text[:2_000] + " ") * (16_000 // min(len(text), 2_000) + 1)
    FINDER.read(long, "They said you will not come today.")  # What is kept of words is kept before counting.
    assert steps(long[:16_000]) < 5 * steps(long[:4_000])


def steps(text: str) -> int:
    """How many functions are called to read a text: alike on every machine, as time is not."""
    count = 0

    def called(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(called)
    try:
        FINDER.read(text, "They said you will not come today.")
    finally:
        sys.setprofile(None)
    return count


def test_text_without_full_stops_or_capitals_is_cut_into_sentences() -> None:
    reply = (
        "thank you for telling us i am sorry about the noise "
        "we will send the fitter tomorrow what else can i do for you"
    )
    shown = {e.move: reply[e.start : e.end] for e in FINDER.read(reply).evidence}
    assert shown["thanks"] == "thank you for telling us"
    assert shown["apology"] == "i am sorry about the noise"
    assert shown["commit"] == "we will send the fitter tomorrow"
    assert shown["offer_more"] == "what else can i do for you"
