"""`python -m authoring check`: every fault in the sources as `file:line: sentence`, exit 1 if there is one.

`python -m authoring moves`: the moves of replies, JSON lines in and out (authoring.batch).

`python -m authoring package SITE FOLDER`: a built site as a folder and a zip that open by double-click (authoring.package).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import yaml
from authoring.batch import moves_of_lines
from authoring.check import check
from authoring.package import PackageError, package
from authoring.read import read_sources
from authoring.stats import stats
from grader.moves import Finder


def main(arguments: list[str]) -> int:
    match arguments:
        case ["moves"]:
            return moves()
        case ["package", site, to]:
            return packaged(Path(site), Path(to))
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


def packaged(site: Path, to: Path) -> int:
    # MkDocs' own tags are of no concern here.
    settings = yaml.load(Path("mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)
    try:
        folder, archive = package(site, to, settings["extra"]["handbook"])
    except (PackageError, OSError) as error:
        print(f"handbook: {error}", file=sys.stderr)
        return 1
    print(f"{folder}\n{archive} ({archive.stat().st_size / 1_000_000:.1f} MB)")
    return 0


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
