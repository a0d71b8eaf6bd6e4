"""Marks in the good and bad dialogues of a page which moves each line of our side makes, found as in the quizzes."""

import re
from html import escape
from pathlib import Path

from authoring.read import read_sources
from grader.moves import Finder
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

SECTION = "## Good and bad, side by side"
LINE = re.compile(r"> \*\*(?P<who>[^*:]+):\*\* (?P<said>.+)")
CUSTOMER = "Customer"
LIKELY = 0.4
finder: Finder


def on_files(files: Files, config: MkDocsConfig) -> Files:
    global finder
    sources = read_sources(Path(config.config_file_path).parent)
    finder = Finder(sources.moves, sources.weights)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    before, section, after = markdown.partition(SECTION)
    lines, heard, right = after.split("\n"), "", True
    for number, line in enumerate(lines):
        if line.startswith("## "):
            break
        if line.startswith("### "):
            heard, right = "", line == "### Goes right"
        if not (spoken := LINE.fullmatch(line)):
            continue
        if spoken["who"] == CUSTOMER:
            heard += f" {spoken['said']}"
        else:
            lines[number] += marks(spoken["said"], heard, right)
    return before + section + "\n".join(lines)


def marks(said: str, heard: str, right: bool) -> str:
    """The names of the moves that a line makes, each once, good ones and bad ones told apart in words and in shape.

    Of those that may be there, only the likely ones that the dialogue is about are shown: good ones where it goes right,
    bad ones where it goes wrong.
    """
    found: dict[str, str] = {}
    for evidence in finder.read(said, heard.strip()).evidence:
        fits = finder.moves[evidence.move].good == right and evidence.probability >= LIKELY
        if evidence.sureness == "found" or fits:
            found[evidence.move] = evidence.sureness
    names = (f'<span data-good="{str(finder.moves[move].good).lower()}" data-sureness="{sureness}">'
             f'{escape(finder.moves[move].name)}</span>' for move, sureness in found.items())
    return f'<span class="dialogue-moves">{" ".join(names)}</span>' if found else ""
