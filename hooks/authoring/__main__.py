"""`python -m authoring check`: every fault in the sources as `file:line: sentence`, exit 1 if there is one.

`python -m authoring moves`: the moves of replies, JSON lines in and out (authoring.batch).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from authoring.batch import moves_of_lines
from authoring.check import check
from authoring.read import read_sources
from authoring.stats import stats
from grader.moves import Finder


def main(arguments: list[str]) -> int:
    match arguments:
        case ["moves"]:
            return moves()
        case ["check", *rest]:
            return faults(rest)
    return faults(arguments)


def moves() -> int:
    sources = read_sources(Path.cwd())
    finder = Finder(sources.moves, sources.weights)
    wrong = 0
    for line, fault in moves_of_lines(finder, (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)):
        if fault:
            wrong += 1
            print(fault, file=sys.stderr)
        else:
            print(line)
    return 1 if wrong else 0


def faults(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="handbook check", description="Names every fault in the sources.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    parser.add_argument("--stats", action="store_true", help="also print what the book holds, in figures")
    given = parser.parse_args(arguments)
    root = given.root
    sources, problems = check(root)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} {'fault' if len(problems) == 1 else 'faults'}.", file=sys.stderr)
        return 1
    questions = sum(len(quiz.sections) for quiz in sources.quizzes.values())
    print(f"No faults: {len(sources.pages)} pages, {len(sources.quizzes)} quizzes with {questions} questions, "
          f"{len(sources.moves)} moves.")
    if given.stats:
        print("\n".join(stats(sources)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
