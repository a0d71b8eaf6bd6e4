"""`python -m authoring check`: every fault in the sources as `file:line: sentence`, exit 1 if there is one.

`python -m authoring package SITE FOLDER`: a built site as a folder and a zip that open by double-click (authoring.package).

`python -m authoring moves`: the moves of replies, and `play`: role-plays, JSON lines in and out (authoring.batch).
`python -m authoring play nowak`: play a role-play here.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from authoring.batch import moves_of_lines, play_of_lines, spoken
from authoring.check import check
from authoring.package import PackageError, package
from authoring.read import read_sources
from authoring.stats import stats
from grader.moves import Finder
from grader.roleplay import Conversation


def main(arguments: list[str]) -> int:
    match arguments:
        case ["moves"]:
            return moves()
        case ["package", site, to]:
            return packaged(Path(site), Path(to))
        case ["play", *names]:
            return play(names)
        case ["check", *rest]:
            return faults(rest)
    return faults(arguments)


def moves() -> int:
    sources = read_sources(Path.cwd())
    return answered(moves_of_lines(Finder(sources.moves, sources.weights), _lines()))


def play(names: list[str]) -> int:
    sources = read_sources(Path.cwd())
    finder = Finder(sources.moves, sources.weights)
    conversations = {id: Conversation(roleplay, sources.personas, finder) for id, roleplay in sources.roleplays.items()}
    if not names:
        return answered(play_of_lines(conversations, _lines()))
    if names[0] not in conversations:
        print(f"there is no role-play called '{names[0]}' ({', '.join(conversations)})", file=sys.stderr)
        return 2
    for text in spoken(conversations[names[0]], map(str.strip, sys.stdin), seed=int(names[1]) if names[1:] else 1):
        print(text, flush=True)
    return 0


def _lines() -> Iterator[str]:
    return (raw.decode("utf-8", "replace") for raw in sys.stdin.buffer)


def answered(results: Iterable[tuple[str, str]]) -> int:
    """Writes what there is for each line, and what is wrong with others; 1 if there was any such."""
    wrong = 0
    for line, fault in results:
        wrong += bool(fault)
        print(fault or line, file=sys.stderr if fault else sys.stdout)
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
    plays = len(sources.roleplays)
    questions = sum(len(quiz.sections) for quiz in sources.quizzes.values())
    print(f"No faults: {len(sources.pages)} pages, {len(sources.quizzes)} quizzes with {questions} questions, "
          f"{len(sources.moves)} moves, {plays} role-play{'' if plays == 1 else 's'}.")
    if given.stats:
        print("\n".join(stats(sources)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
