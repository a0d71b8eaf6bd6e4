"""What holds of the handbook as a whole: every source idea has its home, every disagreement is settled, every page its shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from grader.model import Move, Problem

from authoring.read import Page
from authoring.sections import unfenced

SOURCES_PAGE = "reference/sources.md"
DISAGREEMENTS_PAGE = "reference/disagreements.md"
NUMBERS_PAGE = "why/numbers.md"
DISAGREEMENTS, CLAIMS = (DISAGREEMENTS_PAGE, "disagreements"), (NUMBERS_PAGE, "claims")
FRESH_DAYS = 365
META = {"title", "description", "type", "owner", "reviewed"}
DIALOGUE = ("### Goes wrong", "### Goes right")
# What a page of each type has, in this order: blocks and headings.
SHAPES = {
    "home": (),
    "reference": (),
    "why": (),
    "now": (),
    "step": ("!!! say", "!!! mend", "!!! never", "## How", "## Move on when", "## When it goes wrong",
             "## Good and bad, side by side", *DIALOGUE, "## Try it"),
    "customer": ("## You may be talking to them when", "!!! say", "!!! mend", "!!! never", "## What they need", "## Do",
                 "## Don't", "## Easily mistaken for", "## How it sounds", "## Try it"),
    "channel": ("!!! say", "!!! mend", "!!! never", "## What this channel changes", "## How", "## When it goes wrong",
                "## Good and bad, side by side", *DIALOGUE, "## Try it"),
    "call": ("!!! say", "!!! mend", "!!! never", "## How to decide", "## Where the sources disagree", "## How it sounds",
             "## Try it"),
    "manager": ("## Do this first", "## Say to your team", "## How you know it works"),
}
SHAPES["situation"] = SHAPES["customer"]
MORE_META = {"step": {"step", "phase", "move_on"}, "customer": {"ends_well"}, "situation": {"ends_well"}}
# The types that open with their rule, in bold.
RULED = {"step", "customer", "situation", "channel", "call", "manager"}
PHRASE = {"id", "moment", "verdict", "tone", "words", "better", "why"}
TONES = ("warm", "plain", "firm")
CHANNELS = ("phone", "face", "written", "social", "chat")
CLAIM = {"id", "name", "told", "traced", "year", "n", "grade", "say"}
DISAGREEMENT = {"id", "title", "one", "other", "boundary", "home"}
FIGURE = re.compile(
    r"\b(?:\d[\d.,]*\s?(?:%|per cent\b|percent\b)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:out of|in) "
    r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a hundred)\b|\d+ times (?:as|more|dearer))", re.IGNORECASE)
SAID = re.compile(r'"[^"]*"|\*[^*]+\*')


def book(pages: Mapping[str, Page], moves: Mapping[str, Move]) -> Iterator[Problem]:
    """Every fault of the pages as a book."""
    for page in pages.values():
        yield from _shape(page)
        yield from _phrases(page, pages, moves)
        yield from _figures(page)
    if SOURCES_PAGE in pages:
        yield from _homes(pages)
    if DISAGREEMENTS_PAGE in pages:
        yield from _settled(pages)
    if NUMBERS_PAGE in pages:
        yield from _claims(pages)


def is_stale(reviewed: object) -> bool:
    """Whether a page was last read over so long ago that a reader should know."""
    day = _day(reviewed)
    return day is not None and (date.today() - day).days > FRESH_DAYS


def _day(written: object) -> date | None:
    try:
        return date.fromisoformat(str(written))
    except ValueError:
        return None


def documents(pages: Mapping[str, Page]) -> list[dict[str, Any]]:
    """The source documents, each with the ids of its ideas that have a home or need one, in `ideas`."""
    page = pages.get(SOURCES_PAGE)
    listed = page.meta.get("documents") if page else None
    found = []
    for document in listed if isinstance(listed, list) else []:
        # What is not whole is a fault, which `check` names.
        if not isinstance(document, dict) or _unwhole(document):
            continue
        numbers = [f"{number:0{document['digits']}}" for number in range(1, int(document["count"]) + 1)]
        ideas = [f"{document['id']}-{number}" for number in numbers if number not in document["left_out"]]
        found.append({**document, "ideas": ideas})
    return found


def homes(pages: Mapping[str, Page]) -> dict[str, str]:
    """The page that carries each source idea, by the idea's id; the first, if there are two."""
    found: dict[str, str] = {}
    for path, page in pages.items():
        for id in _ids(page, "carries"):
            found.setdefault(id, path)
    return found


def ideas(pages: Mapping[str, Page]) -> set[str]:
    """The ids of all source ideas that are kept."""
    return {id for document in documents(pages) for id in document["ideas"]}


def entries(pages: Mapping[str, Page], place: tuple[str, str]) -> list[dict[str, Any]]:
    """The entries of a list in the front matter of a page, such as DISAGREEMENTS."""
    return _entries(pages[place[0]], place[1]) if place[0] in pages else []


def anchors(page: Page) -> set[str]:
    """The places of a page that come from its data: phrases and their moments, claims, disagreements."""
    places = {str(phrase.get("moment")) for phrase in _entries(page, "phrases")}
    return places | {str(entry.get("id")).lower()
                     for name in ("phrases", "claims", "disagreements") for entry in _entries(page, name)}


def _shape(page: Page) -> Iterator[Problem]:
    """Faults of a page's front matter, and of its parts and their order."""
    file = f"docs/{page.path}"
    for name in sorted(META - page.meta.keys()):
        yield Problem(file, 1, f"this page has no {name}: add '{name}:' between two lines of '---'")
    kind = page.meta.get("type")
    if kind not in SHAPES:
        if kind is not None:
            yield Problem(file, page.line_of("type"), f"there is no type of page called '{kind}' ({', '.join(SHAPES)})")
        return
    for name in sorted(MORE_META.get(kind, set()) - page.meta.keys()):
        yield Problem(file, 1, f"a page of type {kind} has a '{name}:' in its front matter: add it")
    if "reviewed" in page.meta and not _day(page.meta["reviewed"]):
        yield Problem(file, page.line_of("reviewed"), "'reviewed' is a date such as 2026-11-22")
    lines = [(number, line.rstrip()) for number, line in _lines(page)]
    if kind in RULED and not any(line.startswith("**") for _, line in lines[:6]):
        yield Problem(file, page.first_line, "this page does not open with its rule: one sentence in bold below the title")
    at = page.first_line
    for part in SHAPES[kind]:
        found = next((number for number, line in lines if line == part), None)
        if found is None:
            yield Problem(file, page.first_line, f"a page of type {kind} has '{part}': add it")
        elif found < at:
            yield Problem(file, found, f"'{part}' stands too early: the order is {', '.join(SHAPES[kind])}")
        else:
            at = found


def _unwhole(document: Mapping[str, Any]) -> bool:
    whole = all(str(document.get(name, "")).isdecimal() for name in ("count", "digits"))
    return not whole or not document.get("id") or not isinstance(document.get("left_out"), dict)


def _homes(pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Source ideas without a home, with two, or that do not exist."""
    page = pages[SOURCES_PAGE]
    for number, document in enumerate(_entries(page, "documents")):
        if _unwhole(document):
            sentence = "a document has an 'id', a 'count' and 'digits' in figures, and 'left_out' as {number: reason}"
            yield Problem(f"docs/{page.path}", page.line_of(f"documents.{number}"), sentence)
    known = ideas(pages)
    taken: dict[str, str] = {}
    for path, page in pages.items():
        for name in ("carries", "uses"):
            for id in _ids(page, name):
                if id not in known:
                    yield Problem(f"docs/{path}", page.line_of(name), f"there is no source idea '{id}' (docs/{SOURCES_PAGE})")
        for id in _ids(page, "carries"):
            if id in taken:
                sentence = f"'{id}' has its home in docs/{taken[id]} already: name it under 'uses'"
                yield Problem(f"docs/{path}", page.line_of("carries"), sentence)
            taken.setdefault(id, path)
    for id in sorted(known - taken.keys()):
        yield Problem(f"docs/{SOURCES_PAGE}", 1, f"no page carries '{id}': add it to the 'carries' of the page that says it")


def _settled(pages: Mapping[str, Page]) -> Iterator[Problem]:
    """Disagreements that are not whole, or that no page or the wrong one settles."""
    page = pages[DISAGREEMENTS_PAGE]
    kept = ideas(pages)
    yield from _whole(page, "disagreements", DISAGREEMENT)
    for number, entry in enumerate(_entries(page, "disagreements")):
        file, line, home = f"docs/{page.path}", page.line_of(f"disagreements.{number}"), entry.get("home")
        if home not in pages:
            yield Problem(file, line, f"{entry.get('id')} is settled on '{home}', and there is no such page")
        elif entry.get("id") not in _ids(pages[home], "settles"):
            yield Problem(f"docs/{home}", 1, f"this page settles {entry.get('id')}: name it under 'settles'")
        for id in (*entry.get("one_ids", ()), *entry.get("other_ids", ())):
            if kept and id not in kept:
                yield Problem(file, line, f"there is no source idea '{id}' (docs/{SOURCES_PAGE})")
    known = {str(entry.get("id")): entry.get("home") for entry in _entries(page, "disagreements")}
    for path, other in pages.items():
        for id in _ids(other, "settles"):
            if known.get(id) != path:
                yield Problem(f"docs/{path}", other.line_of("settles"), f"'{id}' is not settled here (docs/{page.path})")


def _claims(pages: Mapping[str, Page]) -> Iterator[Problem]:
    page = pages[NUMBERS_PAGE]
    yield from _whole(page, "claims", CLAIM)
    for number, claim in enumerate(_entries(page, "claims")):
        if claim.get("grade") not in ("A", "B", "C", "D"):
            yield Problem(f"docs/{page.path}", page.line_of(f"claims.{number}"), "a grade is A, B, C or D")


def _figures(page: Page) -> Iterator[Problem]:
    """Figures about customers that do not lead to where they are graded. What somebody says is no such figure."""
    if page.path == NUMBERS_PAGE or page.meta.get("figures") == "own":
        return
    for number, line in _lines(page):
        prose = "" if line.startswith((">", "|")) else SAID.sub("", line)
        if (figure := FIGURE.search(prose)) and "numbers.md" not in line:
            sentence = f"'{figure[0]}' is a figure without its grade: link it to its claim on docs/{NUMBERS_PAGE}"
            yield Problem(f"docs/{page.path}", number, sentence)


def _phrases(page: Page, pages: Mapping[str, Page], moves: Mapping[str, Move]) -> Iterator[Problem]:
    """Faults of a page's phrase bank."""
    yield from _whole(page, "phrases", PHRASE, but={"better": ("verdict", "say")})
    for number, phrase in enumerate(_entries(page, "phrases")):
        file, line = f"docs/{page.path}", page.line_of(f"phrases.{number}")
        if phrase.get("verdict") not in ("say", "mend", "never"):
            yield Problem(file, line, "a verdict is say, mend or never")
        if phrase.get("verdict") == "never" and not phrase.get("move"):
            yield Problem(file, line, "a phrase never to be said makes a bad move: add 'move:'")
        if phrase.get("tone") not in TONES:
            yield Problem(file, line, f"a tone is {', '.join(TONES)}")
        customers = {path.removeprefix("customers/").removesuffix(".md") for path in pages if path.startswith("customers/")}
        for name, allowed in (("customers", customers), ("channels", {*CHANNELS})):
            for value in phrase.get(name) or ["none"]:
                if value not in allowed | {"any"}:
                    sentence = f"'{name}' is a list such as [any] (any, {', '.join(sorted(allowed - {'index'}))}), not '{value}'"
                    yield Problem(file, line, sentence)
        if phrase.get("move", "") not in ("", *moves):
            yield Problem(file, line, f"there is no move called '{phrase['move']}' ({', '.join(moves)})")


def _whole(page: Page, name: str, fields: set[str], but: Mapping[str, tuple[str, str]] = {}) -> Iterator[Problem]:
    """Faults of a list in the front matter: what is no list of entries, lacks a field, or has an id twice.

    `but` names fields that are not needed where another field has a certain value.
    """
    if name not in page.meta:
        return
    file, one = f"docs/{page.path}", name.removesuffix("s")
    if not isinstance(page.meta[name], list):
        yield Problem(file, page.line_of(name), f"'{name}' is a list, each entry after a '- '")
        return
    ids: set[str] = set()
    for number, entry in enumerate(page.meta[name]):
        line = page.line_of(f"{name}.{number}")
        if not isinstance(entry, dict):
            yield Problem(file, line, f"a {one} is 'name: value' lines ({', '.join(sorted(fields))})")
            continue
        for field in sorted(fields):
            other, value = but.get(field, ("", ""))
            if not isinstance(entry.get(field), str | int) or entry[field] == "":
                if not other or entry.get(other) != value:
                    yield Problem(file, line, f"this {one} has no {field}: add '{field}:' and a text")
        if entry.get("id") in ids:
            yield Problem(file, line, f"the id '{entry['id']}' is taken by another {one}: choose another")
        ids.add(str(entry.get("id")))


def _entries(page: Page, name: str) -> list[dict[str, Any]]:
    entries = page.meta.get(name)
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    return unfenced([""] * (page.first_line - 1) + page.text.splitlines(), page.first_line)


def _ids(page: Page, name: str) -> list[str]:
    ids = page.meta.get(name)
    return [str(id) for id in ids] if isinstance(ids, list) else []
