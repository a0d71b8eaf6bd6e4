"""Reads what trainers write: quizzes, moves, the interface's words, and which page shows which quiz.

Every reader returns what it could read and the problems it met; it never stops at the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from grader.model import Move, Problem, Quiz
from grader.moves.classifier import Classifier
from grader.roleplay import Persona, Roleplay

from authoring import yaml_lines
from authoring.roleplays import read_persona, read_players, read_roleplay
from authoring.sections import front_matter, headings, open_fences, read_sections, read_yaml, unfenced
from authoring.words import WORDS

PLACE = re.compile(r":::\s*(?P<what>[\w-]+)(?:\s+(?P<name>\S+))?\s*$")
DEADLINE = {"id", "who", "what", "within", "source", "checked"}
MOVE_FIELDS = {"name", "good", "does", "praise", "hint", "sources", "phrases", "vetoes", "examples"}


@dataclass(frozen=True, slots=True)
class Place:
    """A line of a page such as `::: quiz listen`: something to be put there."""

    what: str
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the handbook: its path below docs/, front matter, Markdown text, and what it asks to be placed."""

    path: str
    meta: dict[str, Any]
    text: str
    first_line: int
    places: tuple[Place, ...]
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, path: str) -> int:
        """The line of an entry of the front matter, such as "phrases.3"."""
        return self.lines.get(path, 1)


@dataclass(slots=True)
class Sources:
    """All that trainers wrote. Files are named relative to the project's folder."""

    quizzes: dict[str, Quiz] = field(default_factory=dict)
    moves: dict[str, Move] = field(default_factory=dict)
    move_lines: dict[str, dict[str, int]] = field(default_factory=dict)
    roleplays: dict[str, Roleplay] = field(default_factory=dict)
    personas: dict[str, Persona] = field(default_factory=dict)
    persona_lines: dict[str, dict[str, int]] = field(default_factory=dict)
    players: dict[str, list[str]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    weights: str = ""
    policies: dict[str, dict[str, Any]] = field(default_factory=dict)
    pages: dict[str, Page] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_sources(root: Path) -> Sources:
    """Reads the project in the folder `root`: quizzes/questions, quizzes/moves, quizzes/interface.yml and docs.

    And, where they are there, quizzes/roleplays, quizzes/personas, quizzes/players.yml, quizzes/policies and
    quizzes/trained/weights.tsv, which `./handbook train` writes.
    """
    sources = Sources()
    for path in _files(root / "quizzes/questions", ".md", root, sources.problems):
        quiz = read_quiz(path.stem, _relative(path, root), _text(path, root, sources.problems), sources.problems)
        sources.quizzes[quiz.id] = quiz
    for path in _files(root / "quizzes/moves", ".yml", root, sources.problems):
        file = _relative(path, root)
        move, lines = read_move(path.stem, file, _text(path, root, sources.problems), sources.problems)
        sources.move_lines[path.stem] = lines
        if move:
            sources.moves[move.id] = move
    for path in _files(root / "quizzes/personas", ".yml", root, sources.problems):
        file = _relative(path, root)
        persona, lines = read_persona(path.stem, file, _text(path, root, sources.problems), sources.problems)
        sources.persona_lines[path.stem] = lines
        if persona:
            sources.personas[persona.id] = persona
    for path in _files(root / "quizzes/roleplays", ".md", root, sources.problems):
        file = _relative(path, root)
        sources.roleplays[path.stem] = read_roleplay(path.stem, file, _text(path, root, sources.problems), sources.problems)
    if (players := root / "quizzes/players.yml").is_file():
        sources.players = read_players(_relative(players, root), _text(players, root, sources.problems), sources.problems)
    interface = root / "quizzes/interface.yml"
    sources.words = read_words(_relative(interface, root), _text(interface, root, sources.problems), sources.problems)
    if (trained := root / "quizzes/trained/weights.tsv").is_file():
        sources.weights = _text(trained, root, sources.problems)
        try:
            Classifier.read(sources.weights)
        except ValueError as error:
            sources.problems.append(Problem(_relative(trained, root), 1, str(error)))
            sources.weights = ""
    packs = root / "quizzes/policies"
    for path in _files(packs, ".yml", root, sources.problems):
        sources.policies[path.stem] = read_policy(_relative(path, root), _text(path, root, sources.problems), sources.problems)
    for path in sorted((root / "docs").rglob("*.md")):
        name = path.relative_to(root / "docs").as_posix()
        sources.pages[name] = read_page(name, _text(path, root, sources.problems), sources.problems)
    return sources


def read_policy(file: str, text: str, problems: list[Problem]) -> dict[str, Any]:
    """Reads a policy pack: `name`, `note` and `deadlines`, each with "who", "what", "within", "source" and "checked"."""
    try:
        pack, lines = yaml_lines.load(text)
    except yaml_lines.YamlFault as fault:
        problems.append(Problem(file, fault.line, str(fault)))
        return {"name": "", "note": "", "deadlines": []}
    pack = pack if isinstance(pack, dict) else {}
    for name in ("name", "note"):
        if not pack.get(name) or not isinstance(pack[name], str):
            problems.append(Problem(file, 1, f"this policy pack has no {name}: add '{name}:' and a text"))
    deadlines = pack.get("deadlines") or []
    if not isinstance(deadlines, list):
        problems.append(Problem(file, lines["deadlines"], "'deadlines' is a list, each entry after a '- '"))
        deadlines = []
    whole = []
    for number, deadline in enumerate(deadlines):
        missing = sorted(DEADLINE - {name for name, value in deadline.items() if value}) if isinstance(deadline, dict) else DEADLINE
        for name in missing:
            problems.append(Problem(file, lines[f"deadlines.{number}"], f"this deadline has no {name}: add '{name}:' and a text"))
        whole += [deadline] if not missing else []
    return {"name": str(pack.get("name", "")), "note": str(pack.get("note", "")), "deadlines": whole}


def read_quiz(id: str, file: str, text: str, problems: list[Problem]) -> Quiz:
    """Reads one quiz file; what cannot be read is left out and added to `problems`."""
    meta, body_line, _ = front_matter(file, text, problems)
    for name in ("title", "about"):
        if not meta.get(name) or not isinstance(meta[name], str):
            problems.append(Problem(file, 1, f"this quiz has no {name}: add '{name}:' between two lines of '---'"))
    lines = text.splitlines()
    starts = headings(lines, body_line)
    before = lines[body_line - 1:starts[0] - 1 if starts else None]
    if any(line.strip() for line in before):
        problems.append(Problem(file, body_line, "text before the first question is not shown: put it into 'about'"))
    if not starts:
        problems.append(Problem(file, body_line, "this quiz has no question: begin one with '## Title {#id .kind}'"))
    sections = read_sections(file, lines, starts, problems)
    for section in sections:
        if not section.prompt:
            problems.append(Problem(file, section.line, "this question asks nothing: describe the situation below its heading"))
    return Quiz(id, str(meta.get("title") or id), str(meta.get("about") or ""), sections, file, tuple(starts))


def read_move(id: str, file: str, text: str, problems: list[Problem]) -> tuple[Move | None, dict[str, int]]:
    """Reads one move file; None, and a problem for each fault, if it cannot serve."""
    met = len(problems)
    value, lines = read_yaml(file, text, 1, problems)
    if len(problems) > met:
        return None, {}
    if not isinstance(value, dict):
        problems.append(Problem(file, 1, "a move is 'name: value' lines"))
        return None, {}

    def fault(name: str, sentence: str) -> None:
        problems.append(Problem(file, lines.get(name, 1), sentence))

    for name in value:
        if name not in MOVE_FIELDS:
            fault(name, f"a move has no '{name}' ({', '.join(sorted(MOVE_FIELDS))})")
    for name in ("name", "does", "hint"):
        if not isinstance(value.get(name), str) or not value[name]:
            fault(name, f"this move has no {name}: add '{name}:' and a text")
    if not isinstance(value.get("praise", ""), str):
        fault("praise", "'praise' is one text")
    if value.get("good") not in ("true", "false"):
        fault("good", "'good' is true or false: whether the move helps the customer")
    lists = {name: value.get(name) or [] for name in ("phrases", "vetoes", "sources")}
    examples = value.get("examples") if isinstance(value.get("examples"), dict) else {}
    lists |= {name: examples.get(name) or [] for name in ("fires", "silent")}
    for name, entries in lists.items():
        if not isinstance(entries, list) or not all(isinstance(entry, str) and entry for entry in entries):
            fault(name, f"'{name}' is a list of texts, one after each '- '")
    for name in ("phrases", "fires", "silent"):
        if not lists[name]:
            fault("examples" if name != "phrases" else name, f"this move has no {name}: add some")
    if len(problems) > met:
        return None, lines
    return Move(id, value["name"], value["good"] == "true", value["does"], value.get("praise") or "", value["hint"],
                **{name: tuple(entries) for name, entries in lists.items()}), lines


def read_words(file: str, text: str, problems: list[Problem]) -> dict[str, str]:
    """The interface's sentences by key, such as "choice.right"; a problem for each that is missing or cannot be said."""
    value, lines = read_yaml(file, text, 1, problems)
    words = {f"{group}.{key}": sentence for group, entries in (value if isinstance(value, dict) else {}).items()
             for key, sentence in (entries if isinstance(entries, dict) else {}).items()}
    for key, sentence in words.items():
        if key not in WORDS:
            problems.append(Problem(file, lines.get(key, 1), f"nothing says '{key}': take it out"))
        elif not isinstance(sentence, str) or not sentence:
            problems.append(Problem(file, lines.get(key, 1), f"'{key}' is one sentence"))
        elif not _can_be_said(sentence, WORDS[key]):
            fields = " ".join(f"{{{name}}}" for name in WORDS[key]) or "none"
            problems.append(Problem(file, lines.get(key, 1), f"'{key}' can have these fields in braces: {fields}"))
    for key in WORDS.keys() - words.keys():
        problems.append(Problem(file, 1, f"'{key}' is missing: the quizzes say it"))
    return words


def _can_be_said(sentence: str, fields: tuple[str, ...]) -> bool:
    try:
        sentence.format(**dict.fromkeys(fields, ""))
    except (KeyError, IndexError, ValueError, AttributeError):
        return False
    return True


def read_page(path: str, text: str, problems: list[Problem]) -> Page:
    """Reads one page of docs/; `path` is relative to docs/."""
    meta, first, where = front_matter(f"docs/{path}", text, problems)
    lines = text.splitlines()
    for number, fence in open_fences(lines, first):
        problems.append(Problem(f"docs/{path}", number, f"this block is never closed: end it with a line of '{fence}'"))
    for number, line in unfenced(lines, first):
        if line.lstrip().startswith(":::") and not PLACE.match(line):
            sentence = "write '::: quiz name' at the start of a line to place a quiz"
            problems.append(Problem(f"docs/{path}", number, sentence))
    return Page(path, meta, "\n".join(lines[first - 1:]), first, tuple(places_in(lines, first)), where)


def places_in(lines: list[str], first: int = 1) -> Iterator[Place]:
    """What the lines from line `first` on ask to be placed."""
    for number, line in unfenced(lines, first):
        if found := PLACE.match(line):
            yield Place(found["what"], found["name"] or "", number)


def _files(folder: Path, ending: str, root: Path, problems: list[Problem]) -> Iterator[Path]:
    """The files of a folder that are read; a problem for each that is not."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.is_file() and path.suffix == ending:
            yield path
        elif not path.name.startswith("."):
            sentence = f"this is not read: files here are text files whose names end in '{ending}'"
            problems.append(Problem(_relative(path, root), 1, sentence))


def _text(path: Path, root: Path, problems: list[Problem]) -> str:
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(_relative(path, root), 1, "this file is missing"))
    except UnicodeDecodeError as error:
        line = path.read_bytes()[:error.start].count(b"\n") + 1
        problems.append(Problem(_relative(path, root), line, "this is not UTF-8 text: save the file as UTF-8"))
    return ""


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()
