"""The handbook as a whole: every source idea at home, every disagreement settled, words that the finder hears alike."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path

import pytest
from authoring.book import CLAIMS, DISAGREEMENTS, book, entries, homes, ideas
from authoring.read import Page, read_sources
from grader.moves import Finder

ROOT = Path(__file__).parents[2]
SOURCES = read_sources(ROOT)
PAGES = SOURCES.pages
SAID = [phrase for phrase in PAGES["now/say.md"].meta["phrases"] if phrase["verdict"] != "mend" and "move" in phrase]


def faults(pages: dict[str, Page]) -> list[str]:
    return [str(problem) for problem in book(pages, SOURCES.moves)]


def changed(path: str, name: str, value: object) -> dict[str, Page]:
    page = PAGES[path]
    return {**PAGES, path: replace(page, meta={**deepcopy(page.meta), name: value})}


def test_every_idea_of_the_sources_has_its_home() -> None:
    assert len(ideas(PAGES)) == 385
    assert ideas(PAGES) == homes(PAGES).keys()
    assert faults(PAGES) == []


def test_an_idea_that_loses_its_home_or_gets_a_second_is_named() -> None:
    carried = PAGES["method/listen.md"].meta["carries"]
    assert any(f"no page carries '{carried[0]}'" in fault for fault in faults(changed("method/listen.md", "carries", carried[1:])))
    twice = changed("method/act.md", "carries", [*PAGES["method/act.md"].meta["carries"], carried[0]])
    assert any(f"'{carried[0]}' has its home in" in fault for fault in faults(twice))
    absent = changed("method/act.md", "uses", ["S9-99"])
    assert any("there is no source idea 'S9-99'" in fault for fault in faults(absent))


def test_a_document_that_is_not_whole_is_named() -> None:
    listed = PAGES["reference/sources.md"].meta["documents"]
    broken = changed("reference/sources.md", "documents", [{"id": "S0", "count": "many"}, *listed[1:]])
    assert any("a document has an 'id', a 'count'" in fault for fault in faults(broken))


def test_every_disagreement_is_settled_where_it_says() -> None:
    assert [entry["id"] for entry in entries(PAGES, DISAGREEMENTS)] == [f"C{number:02}" for number in range(1, 49)]
    unsettled = changed("calls/wrong.md", "settles", [])
    assert sum("this page settles" in fault for fault in faults(unsettled)) == 3


def test_every_claim_is_graded() -> None:
    claims = entries(PAGES, CLAIMS)
    assert len(claims) >= 36
    ungraded = changed("why/numbers.md", "claims", [{**claims[0], "grade": "E"}, *claims[1:]])
    assert any("a grade is A, B, C or D" in fault for fault in faults(ungraded))


@pytest.mark.parametrize("phrase", SAID, ids=lambda phrase: phrase["id"])
def test_the_finder_agrees_with_the_phrase_bank(phrase: dict[str, str]) -> None:
    reading = FINDER.read(phrase["words"], phrase.get("to", ""))
    # What is said back shows against all that a customer said, and the bank holds a sentence of it.
    sure = phrase["move"] != "acknowledge"
    assert reading.found(phrase["move"]) or not sure and reading.unsure(phrase["move"]), reading
    if phrase["verdict"] == "say":
        assert all(SOURCES.moves[e.move].good for e in reading.evidence if e.sureness == "found"), reading


FINDER = Finder(SOURCES.moves, SOURCES.weights)


def test_questions_are_many_and_most_pages_have_their_own() -> None:
    sections = [section for quiz in SOURCES.quizzes.values() for section in quiz.sections]
    assert len(sections) >= 180
    assert sum(section.kind == "reply" for section in sections) >= 60
    for path, page in PAGES.items():
        if page.meta["type"] in ("step", "customer", "situation", "channel", "call"):
            assert any(place.what == "quiz" for place in page.places), path
