"""How easy the handbook is to read, where it is read in a hurry: Flesch's reading ease, 60 and more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import textstat
from authoring.read import Page, read_sources

ROOT = Path(__file__).parents[2]
PAGES = read_sources(ROOT).pages
HURRIED = [path for path in PAGES if path.startswith(("now/", "method/"))]
EASE = 60


def prose(page: Page) -> str:
    """The page's sentences, without marks, tables and what is placed in it; a heading or an item is a sentence."""
    phrases = page.meta.get("phrases", ())
    lines = [phrase[name] for phrase in phrases for name in ("words", "better", "why") if name in phrase]
    for line in page.text.splitlines():
        if line.strip() and not line.lstrip().startswith((":::", "|", "!!!", "```")):
            text = re.sub(r"\]\([^)]*\)|\{[^}]*\}|[*_\[\]>#`]|^\s*(?:-|\d+\.) ", "", line).strip()
            lines.append(text if text.endswith((".", "!", "?", '"', ":")) else f"{text}.")
    return "\n".join(lines)


@pytest.mark.parametrize("path", HURRIED)
def test_a_page_for_hurried_readers_is_easy(path: str) -> None:
    assert textstat.flesch_reading_ease(prose(PAGES[path])) >= EASE
