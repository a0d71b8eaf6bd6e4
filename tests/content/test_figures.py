"""The published figures are those of the finder as it is, and the bank is what its README says."""

from __future__ import annotations

import json
from pathlib import Path

from authoring.read import read_sources
from grader.moves import Finder

from tests.bank.essay import keywords_found
from tests.bank.evaluate import FIGURES, evaluated
from tests.bank.read import BANK, BLIND, VOICES, read_lines, read_replies, read_sentences

ROOT = Path(__file__).parents[2]


def test_the_published_figures_are_measured_again_alike() -> None:
    sources = read_sources(ROOT)
    result = evaluated(Finder(sources.moves, sources.weights), read_replies(BLIND))
    assert json.loads(json.dumps(result)) == json.loads(FIGURES.read_text("utf-8")), "run ./handbook evaluate"


def test_the_bank_is_large_and_the_blind_part_shares_no_voice_and_no_scenario() -> None:
    sentences, replies, blind = read_sentences(VOICES), read_replies(VOICES), read_replies(BLIND)
    assert len(sentences) >= 10_000
    assert len(replies) >= 1_500
    assert len({reply.voice for reply in replies}) >= 15
    assert len({reply.scenario for reply in replies}) >= 80
    assert not {reply.voice for reply in blind} & {each.voice for each in [*sentences, *replies]}
    assert not {reply.customer for reply in blind} & {reply.customer for reply in replies}
    assert len({reply.id for reply in [*replies, *blind]}) == len(replies) + len(blind)
    moves = set(read_sources(ROOT).moves)
    assert all(each.moves <= moves for each in [*sentences, *replies, *blind])


def test_the_second_labels_are_of_replies_in_the_bank() -> None:
    known = {reply.id for folder in (VOICES, BLIND) for reply in read_replies(folder)}
    second = read_lines(BANK / "second_labels.jsonl")
    assert len(second) >= 600
    assert {entry["id"] for entry in second} <= known


def test_the_yardstick_counts_keywords_wildcards_and_slips() -> None:
    assert "apology" in keywords_found("We are SORRY.")
    assert "apology" in keywords_found("We apologize!")
    assert "empathy" in keywords_found("How frustrating that is.")
    assert "involve" in keywords_found("what would yuo like")
    # It has no ear for a negation: that is what it is a yardstick for.
    assert "apology" in keywords_found("We are not sorry.")
    assert keywords_found("The shop opens at nine.") == set()
