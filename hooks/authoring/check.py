"""Every fault in what trainers wrote, each with its file, its line and the remedy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from grader.kinds import KINDS
from grader.marking import Marker
from grader.model import Move, Problem
from grader.moves import Finder, PhraseError
from grader.roleplay import Conversation, Roleplay
from markdown.extensions.toc import slugify, unique

from authoring.book import anchors, book, ideas
from authoring.explore import faults
from authoring.lint import lint
from authoring.marked import Marked
from authoring.read import Page, Sources, read_quiz, read_sources
from authoring.roleplays import persona_faults, unknown_names
from authoring.sections import unfenced

IMAGE = re.compile(r"!\[[^\]]*\]\(")
SCHEME = re.compile(r"([A-Za-z][\w+.-]*):")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*<?(?P<target>[^)\s>]+)")
TITLE = re.compile(r"#{1,6}\s+(?P<title>.*?)\s*(?:\{[^}]*#(?P<id>[\w-]+)[^}]*\})?\s*$")


def check(root: Path) -> tuple[Sources, list[Problem]]:
    """Reads the project in the folder `root` and returns it with all its problems, by file and line."""
    sources = read_sources(root)
    moves = tuple(sources.moves.values())
    weights = sources.weights
    problems = [*sources.problems, *_placed(sources, root), *book(sources.pages, sources.moves), *lint(sources.quizzes.values())]
    problems += (Problem(f"quizzes/moves/{id}.yml", sources.move_lines[id].get(path, 1), sentence)
                 for id, path, sentence in _moves(moves, weights))
    if not sources.moves:
        problems.append(Problem("quizzes/moves", 1, "there is no move here that can be read: replies cannot be marked"))
    # Without moves and words nothing can be marked; one bad phrase must not add a fault to every question.
    sound = not any(problem.file.startswith(("quizzes/moves", "quizzes/interface")) for problem in problems)
    words = tuple(sorted(sources.words.items()))
    marked, without_fault = Marked(root, repr(moves), repr(words), weights), []
    for quiz in sources.quizzes.values():
        text = (root / quiz.file).read_text("utf-8-sig", "replace")
        key = marked.key(quiz.file + text)
        found = () if sound and key in marked.known else _questions(
            quiz.id, quiz.file, text, moves if sound else (), words, weights)
        without_fault += [key] if sound and not found else []
        problems += found
        problems += _links(quiz.file, text, "quizzes/questions", root, sources)
    problems += _personas(sources)
    sound = sound and not any(problem.file.startswith("quizzes/p") for problem in problems)
    for roleplay in sources.roleplays.values():
        text = (root / roleplay.file).read_text("utf-8-sig", "replace")
        layers = repr([sources.personas.get(name) for name in roleplay.layers])
        key = marked.key("\0".join((roleplay.file, text, layers, repr(sources.players))))
        found = () if sound and key in marked.known else tuple(_roleplay(roleplay, sources, sound))
        without_fault += [key] if sound and not found else []
        problems += found
    for page in sources.pages.values():
        text = "\n" * (page.first_line - 1) + page.text
        problems += _links(f"docs/{page.path}", text, posixpath.dirname(f"docs/{page.path}"), root, sources)
    marked.keep(without_fault)
    return sources, sorted(set(problems), key=lambda problem: (problem.file, problem.line, problem.sentence))


@lru_cache(maxsize=1)
def _finder(moves: tuple[Move, ...], weights: str) -> Finder:
    return Finder({move.id: move for move in moves}, weights)


@lru_cache(maxsize=1)
def _marker(moves: tuple[Move, ...], words: tuple[tuple[str, str], ...], weights: str) -> Marker:
    return Marker({move.id: move for move in moves}, dict(words), weights, _finder(moves, weights))


# While somebody writes, `serve` checks after every save: what has not changed since is not marked again.
@lru_cache(maxsize=512)
def _questions(
    id: str, file: str, text: str, moves: tuple[Move, ...], words: tuple[tuple[str, str], ...], weights: str
) -> tuple[Problem, ...]:
    """Faults of a quiz's questions; without moves only those that need none."""
    problems = []
    for section in read_quiz(id, file, text, []).sections:
        kind = KINDS.get(section.kind)
        if not kind:
            sentence = f"there is no kind of question called '{section.kind}' ({', '.join(KINDS)})"
            problems.append(Problem(file, section.line, sentence))
        elif moves:
            problems += (Problem(file, *fault) for fault in kind(section).faults(_marker(moves, words, weights)))
    return tuple(problems)


def _personas(sources: Sources) -> Iterator[Problem]:
    known = ideas(sources.pages)
    for persona in sources.personas.values():
        for path, sentence in persona_faults(persona, sources.personas, sources.moves, known, sources.pages):
            yield Problem(f"quizzes/personas/{persona.id}.yml", sources.persona_lines[persona.id].get(path, 1), sentence)


def _roleplay(roleplay: Roleplay, sources: Sources, sound: bool) -> Iterator[Problem]:
    """Faults of a role-play; how it plays is tried only where nothing else is wrong with it."""
    written = [Problem(roleplay.file, *fault) for fault in unknown_names(roleplay, sources.personas, sources.moves)]
    yield from written
    if sound and not written and not any(problem.file == roleplay.file for problem in sources.problems):
        conversation = Conversation(roleplay, sources.personas, _finder(tuple(sources.moves.values()), sources.weights))
        yield from (Problem(roleplay.file, *fault) for fault in faults(conversation, sources.players))


@lru_cache(maxsize=2)
def _moves(moves: tuple[Move, ...], weights: str) -> tuple[tuple[str, str, str], ...]:
    """Faults of moves, each with the move and the path in its file: phrases that cannot be read; where there are none,
    examples that the finder reads otherwise than their author."""
    plain, unread = Finder({}), []
    for move in moves:
        for name, phrases in (("phrases", move.phrases), ("vetoes", move.vetoes)):
            for number, phrase in enumerate(phrases):
                try:
                    plain.says([phrase], "")
                except PhraseError as error:
                    unread.append((move.id, f"{name}.{number}", str(error)))
    if unread:
        return tuple(unread)
    finder, misread = _finder(moves, weights), []
    for move in moves:
        for number, example in enumerate(move.fires):
            if not finder.read(example).found(move.id):
                misread.append((move.id, f"examples.fires.{number}", f"this should be found and is not: '{example}'"))
        for number, example in enumerate(move.silent):
            if evidence := finder.read(example).found(move.id):
                sentence = f"this should not be found; what showed it was '{evidence.why}': '{example}'"
                misread.append((move.id, f"examples.silent.{number}", sentence))
    return tuple(misread)


def _placed(sources: Sources, root: Path) -> Iterator[Problem]:
    shown = {path.stem for path in (root / "overrides/places").glob("*.md")} | {"quiz", "roleplay"}
    pictures = {path.stem for path in (root / "overrides/pictures").glob("*.svg")}
    # What has its own file, and one place.
    kept = {"quiz": ("quiz", "quizzes/questions", sources.quizzes), "roleplay": ("role-play", "quizzes/roleplays", sources.roleplays)}
    placed: dict[tuple[str, str], str] = {}
    for page in sources.pages.values():
        for place in page.places:
            where = f"docs/{page.path}:{place.line}"
            if place.what not in shown:
                sentence = f"there is nothing called '{place.what}' to place ({', '.join(sorted(shown))})"
                yield Problem(f"docs/{page.path}", place.line, sentence)
            elif place.what == "picture" and place.name not in pictures:
                sentence = f"there is no picture called '{place.name}' in overrides/pictures ({', '.join(sorted(pictures))})"
                yield Problem(f"docs/{page.path}", place.line, sentence)
            elif place.what in kept:
                kind, folder, known = kept[place.what]
                if place.name not in known:
                    sentence = f"there is no {kind} called '{place.name}' in {folder} ({', '.join(known)})"
                    yield Problem(f"docs/{page.path}", place.line, sentence)
                elif (place.what, place.name) in placed:
                    at = placed[place.what, place.name]
                    sentence = f"the {kind} '{place.name}' is placed already ({at}): a {kind} has one place"
                    yield Problem(f"docs/{page.path}", place.line, sentence)
                placed.setdefault((place.what, place.name), where)
    for what, (kind, _, known) in kept.items():
        for entry in known.values():
            if (what, entry.id) not in placed:
                yield Problem(entry.file, 1, f"no page shows this {kind}: put a line '::: {what} {entry.id}' into one")


def _links(file: str, text: str, folder: str, root: Path, sources: Sources) -> Iterator[Problem]:
    """Links of a text to pages, files or headings that do not exist, or to what a page must not lead to."""
    for number, line in unfenced(text.splitlines(), 1):
        if file.startswith("quizzes/") and IMAGE.search(line):
            yield Problem(file, number, "a question has no images: describe what is to be seen")
        for link in LINK.finditer(line):
            target, _, anchor = link["target"].partition("#")
            if scheme := SCHEME.match(target):
                if scheme[1] not in ("https", "http", "mailto", "tel"):
                    yield Problem(file, number, f"a link cannot begin with '{scheme[0]}'")
                continue
            path = posixpath.normpath(posixpath.join(folder, target)) if target else file
            page = sources.pages.get(path.removeprefix("docs/")) if path.startswith("docs/") else None
            if not page and (not target or not path.startswith("docs/") or not (root / path).is_file()):
                yield Problem(file, number, f"the link to '{link['target']}' leads nowhere: there is no page {path}")
            elif anchor and page and anchor not in _anchors(page):
                yield Problem(file, number, f"the link to '{link['target']}' leads nowhere: {path} has no heading '#{anchor}'")


def _anchors(page: Page) -> set[str]:
    """The places of a page that a link can name: its headings, ids in it, and what comes from its data."""
    used: set[str] = set(re.findall(r"""\bid=["']([\w-]+)""", page.text))
    for title in (TITLE.match(line) for _, line in unfenced(page.text.splitlines(), 1)):
        if title:
            unique(title["id"] or slugify(title["title"], "-"), used)
    return used | {slugify(place, "-") for place in anchors(page)}
