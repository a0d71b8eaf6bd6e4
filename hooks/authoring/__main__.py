"""`python -m authoring check`: every fault in the sources as `file:line: sentence`, exit 1 if there is one."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from authoring.check import check


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="handbook check", description="Names every fault in the sources.")
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the project's folder (default: this one)")
    root = parser.parse_args(arguments).root
    sources, problems = check(root)
    for problem in problems:
        print(problem)
    if problems:
        print(f"{len(problems)} {'fault' if len(problems) == 1 else 'faults'}.", file=sys.stderr)
        return 1
    questions = sum(len(quiz.sections) for quiz in sources.quizzes.values())
    print(f"No faults: {len(sources.pages)} pages, {len(sources.quizzes)} quizzes with {questions} questions, "
          f"{len(sources.moves)} moves.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[2:] if sys.argv[1:2] == ["check"] else sys.argv[1:]))
