"""What slips of the finger and missing full stops cost, on the blind voices: `.venv/bin/python -m tests.bench.robust`.

The mean F1 over the moves of sure and unsure finds together: of the replies as they are, with one letter in ten
mistyped (changed, left out, doubled or swapped, in turn by chance), and in small letters without any sign.
"""

from __future__ import annotations

import random
from pathlib import Path

from authoring.read import read_sources
from grader.moves import Finder

from tests.bank.copies import bare, mistyped
from tests.bank.evaluate import figures
from tests.bank.read import BLIND, read_replies

ROOT = Path(__file__).parents[2]


def main() -> None:
    sources = read_sources(ROOT)
    finder = Finder(sources.moves, sources.weights)
    blind, dice = read_replies(BLIND), random.Random(1)
    for name, change in (("as they are", str), ("one letter in ten mistyped", lambda text: mistyped(text, dice)),
                         ("small letters, no signs", bare)):
        found = [{e.move for e in finder.read(change(reply.text), reply.customer).evidence} for reply in blind]
        result = figures(list(sources.moves), [reply.moves for reply in blind], found)
        print(f"{name:30} macro F1 {result['macro_f1']:.3f}   micro F1 {result['micro_f1']:.3f}")


if __name__ == "__main__":
    main()
