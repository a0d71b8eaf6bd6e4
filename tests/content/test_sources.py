"""This handbook's own sources: without fault, and as many and as varied as promised."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from authoring.check import check
from authoring.read import Sources
from grader.kinds import KINDS

ROOT = Path(__file__).parents[2]
STEPS = ["ready", "listen", "clarify", "empathise", "apologise", "agree", "act", "follow-up", "learn"]
CUSTOMERS = ["quiet", "outspoken", "premium", "regular", "never-enough"]


@cache
def sources() -> Sources:
    found, problems = check(ROOT)
    assert not problems, "\n".join(map(str, problems))
    return found


def test_the_sources_have_no_fault() -> None:
    assert sources().quizzes


def test_every_kind_is_asked_and_a_third_is_typed() -> None:
    kinds = Counter(section.kind for quiz in sources().quizzes.values() for section in quiz.sections)
    assert set(kinds) == set(KINDS)
    assert kinds.total() >= 45
    assert kinds["reply"] >= kinds.total() / 3


@pytest.mark.parametrize("quiz", STEPS + CUSTOMERS)
def test_every_step_and_sketch_has_three_questions_or_more_and_shows_them(quiz: str) -> None:
    assert len(sources().quizzes[quiz].sections) >= 3
    folder = "method" if quiz in STEPS else "customers"
    assert [place.name for place in sources().pages[f"{folder}/{quiz}.md"].places] == [quiz]


def test_the_right_option_is_not_given_away_by_its_place_or_length() -> None:
    places: Counter[int] = Counter()
    longest = every = 0
    for quiz in sources().quizzes.values():
        for section in quiz.sections:
            if section.kind == "choice":
                (right,) = (n for n, item in enumerate(section.items) if item.marker == "x")
                places[right] += 1
                every += 1
                longest += len(section.items[right].text) > max(
                    len(item.text) for n, item in enumerate(section.items) if n != right)
    assert max(places.values()) <= every / 2
    assert longest <= every / 3


def test_every_phrase_of_the_bank_has_what_it_needs() -> None:
    phrases = sources().pages["now/say.md"].meta["phrases"]
    assert len({phrase["id"] for phrase in phrases}) == len(phrases) >= 60
    for phrase in phrases:
        assert phrase["verdict"] in ("say", "mend", "never"), phrase["id"]
        assert phrase["words"] and phrase["why"] and phrase["moment"], phrase["id"]
        assert phrase["verdict"] == "say" or phrase["better"], phrase["id"]
        assert phrase.get("move", "thanks") in sources().moves, phrase["id"]
