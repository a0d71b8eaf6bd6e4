"""Markdown files as trainers write them, cut into front matter and `##` sections, each with its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from grader.model import Item, Problem, Section

from authoring import yaml_lines

HEADING = re.compile(r"##\s+(?P<title>.*?)\s*\{\s*#(?P<id>[\w-]+)\s+\.(?P<kind>[\w-]+)\s*\}\s*$")
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})\s*(?P<name>\S*)")
ITEM = re.compile(r"(?:[-*] \[(?P<task>[ xX])\](?: (?P<option>.*))?|(?P<number>\d+)[.)](?: (?P<step>.*))?"
                  r"|[-*] (?P<pair>.*=>.*))$")


def front_matter(file: str, text: str, problems: list[Problem]) -> tuple[dict[str, Any], int, dict[str, int]]:
    """The front matter, the line on which the text after it begins, and the lines of its entries."""
    lines = text.splitlines()
    if not lines or lines[0].rstrip() != "---":
        return {}, 1, {}
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        problems.append(Problem(file, 1, "the front matter is never closed: end it with a line of '---'"))
        return {}, 2, {}
    value, where = read_yaml(file, "\n".join(lines[1:end]), 2, problems)
    return (value if isinstance(value, dict) else {}), end + 2, where


def headings(lines: list[str], first: int) -> list[int]:
    """The lines of the `##` headings from line `first` on."""
    return [number for number, line in unfenced(lines, first, headings=True) if line.startswith("## ")]


def read_sections(file: str, lines: list[str], starts: list[int], problems: list[Problem]) -> tuple[Section, ...]:
    """The sections that begin on these lines, each with an id of its own."""
    sections: dict[str, Section] = {}
    for start, end in zip(starts, [*starts, len(lines) + 1][1:], strict=True):
        section = _read_section(file, lines[start - 1:end - 1], start, problems)
        if not section:
            continue
        if same := sections.get(section.id):
            problems.append(Problem(file, start, f"the id '{section.id}' is taken by line {same.line}: choose another"))
        else:
            sections[section.id] = section
    return tuple(sections.values())


def _read_section(file: str, lines: list[str], first: int, problems: list[Problem]) -> Section | None:
    heading = HEADING.match(lines[0])
    if not heading:
        sentence = "a heading ends with its id and kind in braces, as in '## Title {#id .choice}'"
        problems.append(Problem(file, first, sentence))
        return None
    met = len(problems)
    prompt: list[str] = []
    items: list[dict[str, Any]] = []
    settings: dict[str, Any] = {}
    setting_lines: dict[str, int] = {}
    number, body = 0, lines[1:]
    while number < len(body):
        line, at = body[number], first + 1 + number
        number += 1
        # Below an option an indented block belongs to its explanation.
        if (fence := FENCE.match(line)) and not (items and line[0] == " "):
            close = next((n for n in range(number, len(body)) if body[n].strip() == fence["fence"]), None)
            if close is None:
                problems.append(Problem(file, at, f"this block is never closed: end it with a line of '{fence['fence']}'"))
                return None
            if fence["name"].strip("{.}").lower() not in ("yaml", "yml"):
                prompt += body[number - 1:close + 1]
            elif settings:
                problems.append(Problem(file, at, "a section has one yaml block: put all settings into the first"))
            else:
                settings, setting_lines = _settings(file, body[number:close], at + 1, problems)
            number = close + 1
        elif found := ITEM.match(line):
            text = next((found[name] for name in ("option", "step", "pair") if found[name] is not None), "")
            marker = found["task"].lower() if found["task"] else "1" if found["number"] else "-"
            items.append({"marker": marker, "text": [text], "explanation": [], "line": at})
        elif items and (not line.strip() or line.startswith("  ")):
            part = items[-1]["explanation" if items[-1]["explanation"] or not line.strip() else "text"]
            part.append(line)
        elif items and line.strip():
            problems.append(Problem(file, at, "this text stands after the list: move it above, or indent it by four spaces"))
        elif not items:
            prompt.append(line)
    if len(problems) > met:
        # What its kind would say of half a section is of no use to its author.
        return None
    return Section(
        heading["id"], heading["kind"], heading["title"], "\n".join(prompt).strip(), _said(prompt),
        tuple(Item(_letter(n), item["marker"], " ".join(part.strip() for part in item["text"]).strip(),
                   _dedent(item["explanation"]), item["line"]) for n, item in enumerate(items)),
        settings, first, setting_lines)


def _settings(file: str, lines: list[str], first: int, problems: list[Problem]) -> tuple[dict[str, Any], dict[str, int]]:
    value, where = read_yaml(file, "\n".join(lines), first, problems)
    if value is not None and not isinstance(value, dict):
        problems.append(Problem(file, first, "settings are 'name: value' lines"))
        value = None
    return value or {}, where


def read_yaml(file: str, text: str, first: int, problems: list[Problem]) -> tuple[Any, dict[str, int]]:
    """The value of a YAML text that begins on line `first` of the file, and the lines of its entries."""
    try:
        value, where = yaml_lines.load(text)
    except yaml_lines.YamlFault as fault:
        problems.append(Problem(file, first + fault.line - 1, str(fault)))
        return None, {}
    return value, {path: line + first - 1 for path, line in where.items()}


def unfenced(lines: list[str], first: int, headings: bool = False) -> Iterator[tuple[int, str]]:
    """The lines from line `first` on that stand in no fenced block, with their numbers.

    With `headings`, a question's heading ends a block that was never closed, so that one slip does not hide the
    questions after it.
    """
    fence = ""
    for number, line in enumerate(lines[first - 1:], first):
        if headings and HEADING.match(line):
            fence = ""
        if fence:
            if line.strip() == fence:
                fence = ""
        elif found := FENCE.match(line):
            fence = found["fence"]
        else:
            yield number, line


def open_fences(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The block that the lines leave open, if there is one: its line and its fence."""
    start, fence = 0, ""
    for number, line in enumerate(lines[first - 1:], first):
        if fence and line.strip() == fence:
            fence = ""
        elif not fence and (found := FENCE.match(line)):
            start, fence = number, found["fence"]
    if fence:
        yield start, fence


def _said(prompt: list[str]) -> str:
    quoted, inside = [], False
    for line in prompt:
        # Markdown lets a quotation run on without its sign until the next empty line.
        inside = line.lstrip().startswith(">") or (inside and bool(line.strip()))
        if inside:
            quoted.append(line.lstrip().removeprefix(">").strip())
    return " ".join(" ".join(quoted).split()).strip('"“” ')


def _dedent(lines: list[str]) -> str:
    return "\n".join(line[4:] if line.startswith("    ") else line.strip() for line in lines).strip()


def _letter(number: int) -> str:
    return chr(ord("a") + number) if number < 26 else f"z{number}"
