"""Copies of labelled text as people also type it: with slips of the finger, or in small letters without any sign."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace

from tests.bank.read import Labelled

SLIPS = 0.1


def mistyped(text: str, dice: random.Random) -> str:
    """One letter in ten changed, left out, doubled or swapped with the one before, in turn by chance."""
    out: list[str] = []
    for letter in text:
        if not letter.isalpha() or dice.random() >= SLIPS:
            out.append(letter)
            continue
        match dice.randrange(4):
            case 0:
                out.append(dice.choice("abcdefghijklmnopqrstuvwxyz"))
            case 1:
                pass
            case 2:
                out += [letter, letter]
            case _:
                out[len(out) - bool(out):] = [letter, *out[len(out) - bool(out):]]
    return "".join(out)


def bare(text: str) -> str:
    """In small letters, without signs but those that belong to a word or an amount."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w\s'’£$€%@]", " ", text.lower())).strip()


def copied(labelled: Labelled, change: Callable[[str], str]) -> Labelled:
    """With its text changed part by part, so that the labels of the parts still hold."""
    text, spans = "", []
    for start, end, moves in labelled.spans:
        part = change(labelled.text[start:end])
        if part:
            text += f" {part}" if text else part
            spans.append((len(text) - len(part), len(text), moves))
    return replace(labelled, text=text or change(labelled.text), spans=tuple(spans))
