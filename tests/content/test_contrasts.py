"""Pairs of sentences that differ by a negation, a quotation, a condition or a word, of which one makes the move."""

from __future__ import annotations

import json
from pathlib import Path

from authoring.read import read_sources
from grader.moves import Finder

ROOT = Path(__file__).parents[2]
PAIRS = [json.loads(line) for line in Path(__file__).with_name("contrast.jsonl").read_text("utf-8").splitlines()]
# Of 60 pairs 55 are to be right.
SHARE = 55 / 60


def test_most_pairs_are_told_apart() -> None:
    sources = read_sources(ROOT)
    finder = Finder(sources.moves, sources.weights)
    wrong = []
    for pair in PAIRS:
        has, has_not = (finder.read(pair[key]).found(pair["move"]) is not None for key in ("has", "has_not"))
        if not has or has_not:
            wrong.append((pair["move"], pair["differs"], pair["has"] if not has else "", pair["has_not"] if has_not else ""))
    assert len(PAIRS) >= 60
    assert len(PAIRS) - len(wrong) >= SHARE * len(PAIRS), "\n".join(map(str, wrong))
