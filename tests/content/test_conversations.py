"""Typed conversations with the real customers: who is good at it fares better than who is clumsy, and that better than tricks."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from statistics import mean

from authoring.read import read_sources
from grader.moves import Finder
from grader.roleplay import Conversation

from tests.conftest import ROOT

TYPED = [json.loads(line) for line in Path(__file__).with_name("conversations.jsonl").read_text("utf-8").splitlines()]


def test_good_fares_better_than_clumsy_and_clumsy_better_than_tricks() -> None:
    sources = read_sources(ROOT)
    finder = Finder(sources.moves, sources.weights)
    scores: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for name in {entry["roleplay"] for entry in TYPED}:
        conversation = Conversation(sources.roleplays[name], sources.personas, finder)
        for entry in TYPED:
            if entry["roleplay"] == name:
                played = conversation.play(1, entry["turns"], stop=True)
                scores[name][entry["kind"]].append(played.score)
                assert (played.outcome == "well") == (entry["kind"] == "good"), (name, entry["turns"], played.score)
    for name, kinds in scores.items():
        assert min(kinds["good"]) > max(kinds["clumsy"]), name
        assert mean(kinds["clumsy"]) > 2 * mean(kinds["gaming"]), name
