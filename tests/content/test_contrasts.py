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
    """Found, not sure and not spotted: the sentence that makes the move is judged surer than the one that does not."""
    sources = read_sources(ROOT)
    finder = Finder(sources.moves, sources.weights)

    def sureness(text: str, move: str) -> int:
        reading = finder.read(text)
        return 2 if reading.found(move) else 1 if reading.unsure(move) else 0

    wrong = [pair for pair in PAIRS
             if sureness(pair["has"], pair["move"]) <= sureness(pair["has_not"], pair["move"])]
    assert len(PAIRS) >= 60
    assert len(PAIRS) - len(wrong) >= SHARE * len(PAIRS), "\n".join(map(str, wrong))
