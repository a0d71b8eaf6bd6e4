"""The browser's Python marks every example of this handbook exactly as the Python here does."""

from __future__ import annotations

import json
from itertools import cycle
from pathlib import Path

from authoring.read import read_sources
from grader.browser import dump_section, mark
from grader.marking import Marker
from playwright.sync_api import Browser

from tests.browsers import Reader, served

ROOT = Path(__file__).parents[2]
MARK_ALL = """async (requests) => {
  const marks = [];
  for (const request of requests) marks.push(await secondChance.grader.ask("mark", request));
  return marks;
}"""


def test_both_mark_every_example_alike(browsers: dict[str, Browser], real_site: Path) -> None:
    sources = read_sources(ROOT)
    marker = Marker(sources.moves, sources.words, sources.weights)
    questions = [section for quiz in sources.quizzes.values() for section in quiz.sections if section.kind == "reply"]
    requests = [
        {"section": dump_section(section), "answer": [reply]}
        for section, move in zip(questions, cycle(sources.moves.values()))
        for reply in [*section.settings["models"], *section.settings["passes"],
                      *(entry["reply"] for entry in section.settings["fails"]), *move.fires[:3]]
    ]
    here = [json.loads(mark(marker, json.dumps(request))) for request in requests]
    with served(real_site) as address:
        context = browsers["chromium"].new_context()
        there = Reader(context, address).open("method/listen.html").evaluate(MARK_ALL, requests)
        context.close()
    assert len(requests) > 500
    for request, one, other in zip(requests, there, here, strict=True):
        assert one.pop("points") == other.pop("points"), request["answer"]
        assert one == other, request["answer"]
