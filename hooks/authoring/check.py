"""Every fault in what trainers wrote, each with its file, its line and the remedy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from grader.kinds import KINDS
from grader.marking import Marker
from grader.model import Move, Problem, Quiz
from grader.moves import Finder, PhraseError
from markdown.extensions.toc import slugify

from authoring.read import Page, Sources, read_sources

LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?(?P<target>[^)\s>]+)")
TITLE = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*(?:\{[^}]*#(?P<id>[\w-]+)[^}]*\})?\s*$")
PLACES = ("quiz", "phrases")


def check(root: Path) -> tuple[Sources, list[Problem]]:
    """Reads the project in the folder `root` and returns it with all its problems, by file and line."""
    sources = read_sources(root)
    marker = Marker(sources.moves, sources.words)
    moves = list(_moves(sources))
    problems = [*sources.problems, *moves, *_placed(sources)]
    # Without its moves a typed reply cannot be judged; one bad phrase must not add a fault to every question.
    moves_work = bool(sources.moves) and not any(problem.file.startswith("quizzes/moves/") for problem in problems)
    for quiz in sources.quizzes.values():
        problems += _questions(quiz, marker if moves_work else None)
        problems += _links(quiz.file, (root / quiz.file).read_text("utf-8", "replace"), "quizzes/questions", sources)
    for page in sources.pages.values():
        text = "\n" * (page.first_line - 1) + page.text
        problems += _links(f"docs/{page.path}", text, posixpath.dirname(f"docs/{page.path}"), sources)
    return sources, sorted(set(problems), key=lambda problem: (problem.file, problem.line, problem.sentence))


def _questions(quiz: Quiz, marker: Marker | None) -> Iterator[Problem]:
    for section in quiz.sections:
        kind = KINDS.get(section.kind)
        if not kind:
            sentence = f"there is no kind of question called '{section.kind}' ({', '.join(KINDS)})"
            yield Problem(quiz.file, section.line, sentence)
        elif marker:
            for line, sentence in kind(section).faults(marker):
                yield Problem(quiz.file, line, sentence)


def _moves(sources: Sources) -> Iterator[Problem]:
    """Phrases that cannot be read; then examples that the finder reads otherwise than their author."""
    phrases_work, plain = True, Finder({})
    for move in sources.moves.values():
        for name, phrases in (("phrases", move.phrases), ("vetoes", move.vetoes)):
            for number, phrase in enumerate(phrases):
                try:
                    plain.says([phrase], "")
                except PhraseError as error:
                    phrases_work = False
                    yield _in_move(sources, move, f"{name}.{number}", str(error))
    if not phrases_work:
        return
    finder = Finder(sources.moves)
    for move in sources.moves.values():
        for number, example in enumerate(move.fires):
            if not finder.read(example).found(move.id):
                yield _in_move(sources, move, f"examples.fires.{number}", f"this should be found and is not: '{example}'")
        for number, example in enumerate(move.silent):
            if evidence := finder.read(example).found(move.id):
                sentence = f"this should not be found; what showed it was '{evidence.why}': '{example}'"
                yield _in_move(sources, move, f"examples.silent.{number}", sentence)


def _in_move(sources: Sources, move: Move, path: str, sentence: str) -> Problem:
    return Problem(f"quizzes/moves/{move.id}.yml", sources.move_lines[move.id].get(path, 1), sentence)


def _placed(sources: Sources) -> Iterator[Problem]:
    placed: dict[str, str] = {}
    for page in sources.pages.values():
        for place in page.places:
            where = f"docs/{page.path}:{place.line}"
            if place.what not in PLACES:
                sentence = f"there is nothing called '{place.what}' to place ({', '.join(PLACES)})"
                yield Problem(f"docs/{page.path}", place.line, sentence)
            elif place.what == "quiz" and place.name not in sources.quizzes:
                sentence = f"there is no quiz called '{place.name}' in quizzes/questions ({', '.join(sources.quizzes)})"
                yield Problem(f"docs/{page.path}", place.line, sentence)
            elif place.what == "quiz" and place.name in placed:
                sentence = f"the quiz '{place.name}' is placed already ({placed[place.name]}): a quiz has one place"
                yield Problem(f"docs/{page.path}", place.line, sentence)
            elif place.what == "quiz":
                placed[place.name] = where
    for quiz in sources.quizzes.values():
        if quiz.id not in placed:
            yield Problem(quiz.file, 1, f"no page shows this quiz: put a line '::: quiz {quiz.id}' into one")


def _links(file: str, text: str, folder: str, sources: Sources) -> Iterator[Problem]:
    """Links of a text to pages or headings that do not exist."""
    for number, line in enumerate(text.splitlines(), 1):
        for link in LINK.finditer(line):
            target, _, anchor = link["target"].partition("#")
            if ":" in target:
                continue
            path = posixpath.normpath(posixpath.join(folder, target)) if target else file
            page = sources.pages.get(path.removeprefix("docs/")) if path.startswith("docs/") else None
            if target and not page:
                yield Problem(file, number, f"the link to '{target}' leads nowhere: there is no file {path}")
            elif anchor and page and anchor not in _anchors(page):
                yield Problem(file, number, f"the link to '{link['target']}' leads nowhere: {path} has no heading '#{anchor}'")


def _anchors(page: Page) -> set[str]:
    found = (TITLE.match(line) for line in page.text.splitlines())
    return {title["id"] or slugify(title["title"], "-") for title in found if title}


