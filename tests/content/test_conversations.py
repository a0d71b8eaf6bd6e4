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
    """Typed by people who did not know the rules, and by those who wrote the customers, before they had tuned them."""
    sources = read_sources(ROOT)
    finder = Finder(sources.moves, sources.weights)
    won = 0
    for name, roleplay in sources.roleplays.items():
        conversation = Conversation(roleplay, sources.personas, finder)
        scores: dict[str, list[int]] = defaultdict(list)
        for entry in TYPED:
            if entry["roleplay"] == name:
                played = conversation.play(1, entry["turns"], stop=True)
                scores[entry["kind"]].append(played.score)
                won += entry["kind"] == "good" and played.outcome == "well"
                assert played.outcome != "well" or entry["kind"] == "good", (name, entry["turns"], played.score)
        assert mean(scores["good"]) > mean(scores["clumsy"]) > mean(scores["gaming"]), (name, scores)
    assert won > 0.85 * sum(entry["kind"] == "good" for entry in TYPED)
