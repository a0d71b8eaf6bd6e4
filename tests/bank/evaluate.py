"""How well the finder reads labelled replies: `./handbook evaluate bank.jsonl`.

Without a file: the blind voices, and the figures are written to quizzes/trained/figures.json, from which the
handbook's page on them is made.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from authoring.read import read_sources
from grader.model import Reading
from grader.moves import Finder

from tests.bank.essay import keywords_found
from tests.bank.read import BLIND, Labelled, read_replies

ROOT = Path(__file__).parents[2]
FIGURES = ROOT / "quizzes/trained/figures.json"
BINS = (0.0, 0.1, 0.25, 0.5, 0.75, 0.9)
MISTAKES = 2


def figures(moves: Sequence[str], gold: Sequence[frozenset[str]], found: Sequence[set[str]]) -> dict[str, object]:
    """Precision, recall and F1 (0 to 1) by move, their means over the moves (macro) and over all labels (micro)."""
    by_move = {}
    for move in moves:
        right = sum(move in g and move in f for g, f in zip(gold, found, strict=True))
        wrong = sum(move not in g and move in f for g, f in zip(gold, found, strict=True))
        missed = sum(move in g and move not in f for g, f in zip(gold, found, strict=True))
        by_move[move] = {"replies": right + missed, **scores(right, wrong, missed)}
    right = sum(len(g & f) for g, f in zip(gold, found, strict=True))
    wrong = sum(len(f - g) for g, f in zip(gold, found, strict=True))
    missed = sum(len(g - f) for g, f in zip(gold, found, strict=True))
    present = [entry["f1"] for entry in by_move.values() if entry["replies"]]
    return {"macro_f1": round(sum(present) / max(1, len(present)), 3), **{
        f"micro_{name}": value for name, value in scores(right, wrong, missed).items()}, "moves": by_move}


def scores(right: int, wrong: int, missed: int) -> dict[str, float]:
    return {
        "precision": round(right / max(1, right + wrong), 3),
        "recall": round(right / max(1, right + missed), 3),
        "f1": round(2 * right / max(1, 2 * right + wrong + missed), 3),
    }


def evaluated(finder: Finder, replies: Sequence[Labelled]) -> dict[str, object]:
    """Every figure on these replies: sure finds, sure and unsure ones together, keywords, calibration, confusions."""
    moves = list(finder.moves)
    gold = [reply.moves & set(moves) for reply in replies]
    readings = [finder.read(reply.text, reply.customer) for reply in replies]
    sure = [{e.move for e in reading.evidence if e.sureness == "found"} for reading in readings]
    any_ = [{e.move for e in reading.evidence} for reading in readings]
    return {
        "replies": len(replies),
        "voices": len({reply.voice for reply in replies}),
        "scenarios": len({reply.scenario for reply in replies}),
        "found": figures(moves, gold, sure),
        "found_or_unsure": figures(moves, gold, any_),
        "keywords": figures(moves, gold, [keywords_found(reply.text) for reply in replies]),
        "calibration": calibration(readings, gold),
        "confusions": confusions(moves, gold, sure),
        "mistakes": mistakes(replies, readings, gold),
    }


def calibration(readings: Sequence[Reading], gold: Sequence[frozenset[str]]) -> list[dict[str, float]]:
    """For each range of the finder's own probability how many claims there were and what share of them was true."""
    claims = [(e.probability, e.move in g) for r, g in zip(readings, gold, strict=True) for e in r.evidence]
    bins = []
    for low, high in zip(BINS, [*BINS[1:], 1.01], strict=True):
        true = [is_true for p, is_true in claims if low <= p < high]
        if true:
            bins.append({"from": low, "to": min(1.0, high), "claims": len(true), "true": round(sum(true) / len(true), 3)})
    return bins


def confusions(moves: Sequence[str], gold: Sequence[frozenset[str]], found: Sequence[set[str]]) -> list[dict[str, object]]:
    """The move that was there and missed beside the one that was found and not there, most frequent first."""
    pairs = {(there, taken): 0 for there in moves for taken in moves}
    for g, f in zip(gold, found, strict=True):
        for there in g - f:
            for taken in f - g:
                pairs[there, taken] += 1
    ranked = sorted(((count, *pair) for pair, count in pairs.items() if count), key=lambda entry: (-entry[0], entry[1:]))
    return [{"there": there, "found": taken, "replies": count} for count, there, taken in ranked[:12]]


def mistakes(replies: Sequence[Labelled], readings: Sequence[Reading], gold: Sequence[frozenset[str]]) -> list[dict[str, str]]:
    """Sure finds that were wrong, the surest first, at most two of a move: what it said of which words."""
    wrong = sorted(
        ((e.probability, e.move, reply.text[e.start:e.end]) for reply, reading, g in zip(replies, readings, gold, strict=True)
         for e in reading.evidence if e.sureness == "found" and e.move not in g),
        key=lambda entry: (-entry[0], entry[1:]))
    taken: dict[str, int] = {}
    chosen = []
    for _, move, words in wrong:
        taken[move] = taken.get(move, 0) + 1
        if taken[move] <= MISTAKES and len(words) <= 160:
            chosen.append({"move": move, "words": words})
    return chosen[:16]


def printed(result: dict[str, object]) -> str:
    """The figures as a table to read in a terminal."""
    sure, both, keywords = result["found"], result["found_or_unsure"], result["keywords"]
    lines = [f"{result['replies']} replies, {result['voices']} voices, {result['scenarios']} scenarios", "",
             f"{'move':18}{'n':>5}   found P    R   F1    with unsure P    R   F1    keywords F1"]
    for move, entry in sure["moves"].items():
        other = both["moves"][move]
        lines.append(f"{move:18}{entry['replies']:5}      {entry['precision']:.2f} {entry['recall']:.2f} {entry['f1']:.2f}"
                     f"           {other['precision']:.2f} {other['recall']:.2f} {other['f1']:.2f}"
                     f"           {keywords['moves'][move]['f1']:.2f}")
    for name, part in (("found", sure), ("found or unsure", both), ("keywords (H5P Essay)", keywords)):
        lines.append(f"{name:22} macro F1 {part['macro_f1']:.3f}   micro P {part['micro_precision']:.3f} "
                     f"R {part['micro_recall']:.3f} F1 {part['micro_f1']:.3f}")
    lines += ["", "how often a claim was true, by the finder's own probability"]
    lines += [f"  {entry['from']:.2f} to {entry['to']:.2f}: {entry['true']:.2f} of {entry['claims']}"
              for entry in result["calibration"]]
    lines += ["", "taken for another (there, found instead, replies)"]
    lines += [f"  {entry['there']} / {entry['found']}: {entry['replies']}" for entry in result["confusions"]]
    return "\n".join(lines)


def main(path: Path | None) -> int:
    sources = read_sources(ROOT)
    finder = Finder(sources.moves, sources.weights)
    result = evaluated(finder, read_replies(path or BLIND))
    print(printed(result))
    if path is None:
        FIGURES.write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0
