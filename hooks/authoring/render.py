"""Quizzes and role-plays as HTML, by the templates in overrides/quiz/."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import jinja2
import markdown
from grader.browser import dump_section
from grader.kinds import KINDS
from grader.model import Move, Problem, Quiz, Section
from grader.roleplay.persona import Persona
from grader.roleplay.script import Roleplay, dump_roleplay
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from authoring.read import Page

# What a question may use of Markdown; the pages' own extensions are in mkdocs.yml.
EXTENSIONS = ["sane_lists", "smarty"]


class Renderer:
    """Renders quizzes and role-plays with the templates in the folder `templates` and the interface's `words`."""

    def __init__(self, templates: Path, words: Mapping[str, str]) -> None:
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(templates), autoescape=True, undefined=jinja2.StrictUndefined,
            trim_blocks=True, lstrip_blocks=True)
        self._markdown = markdown.Markdown(extensions=EXTENSIONS)
        # A question is text: HTML in it is shown, not obeyed.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        self._links = _PageLinks(self._markdown)
        self._markdown.treeprocessors.register(self._links, "page-links", 0)
        self._environment.filters["md"] = self._block
        self._environment.filters["line"] = self._line
        self._environment.globals["say"] = lambda key, **fields: words[key].format(**fields)

    def quiz(self, quiz: Quiz, page: str, moves: Mapping[str, Move], problems: Sequence[Problem] = ()) -> str:
        """The quiz as HTML for the page at `page` (a path below docs/); links lead to the built pages.

        `problems` are those of the quiz's file: a question that has one is left out, and the problem shown instead, so
        that a trainer who is writing sees it at once.
        """
        self._links.page = page

        def sound(section: Section) -> bool:
            end = min((start for start in quiz.starts if start > section.line), default=sys.maxsize)
            return not any(section.line <= problem.line < end for problem in problems)

        questions = [self._question(quiz, section, moves) for section in quiz.sections if sound(section)]
        return self._environment.get_template("quiz.html").render(quiz=quiz, questions=questions, problems=problems)

    def roleplay(
        self, roleplay: Roleplay, page: str, personas: Mapping[str, Persona], pages: Mapping[str, Page],
        problems: Sequence[Problem] = (),
    ) -> str:
        """The role-play as HTML for the page at `page`, with links to the steps and to what the personas' effects teach.

        `problems` are those of the role-play's file, and are shown above it.
        """
        self._links.page = page

        def linked(path: str) -> dict[str, str]:
            return {"title": path, **pages[path].meta, "path": path, "href": _url(path, page)}

        layers = [personas[name] for name in roleplay.layers if name in personas]
        taught = {change.page for layer in layers for change in layer.effects.values()} & pages.keys()
        steps = sorted((path for path in pages if {"step", "move_on"} <= pages[path].meta.keys()),
                       key=lambda path: str(pages[path].meta["step"]).zfill(2))
        opening = next((line for beat in roleplay.of("opening") for line in beat.lines), "")
        return self._environment.get_template("roleplay.html").render(
            roleplay=roleplay, opening=opening, steps=list(map(linked, steps)), lessons=list(map(linked, sorted(taught))),
            problems=problems, data=_in_script(json.dumps(dump_roleplay(roleplay), ensure_ascii=False, sort_keys=True)))

    def _question(self, quiz: Quiz, section: Section, moves: Mapping[str, Move]) -> Markup:
        data = json.dumps(dump_section(section), ensure_ascii=False, sort_keys=True)
        template = self._environment.get_template(f"{section.kind}.html")
        return Markup(template.render(
            quiz=quiz, section=section, question=KINDS[section.kind](section), moves=moves,
            name=f"{quiz.id}-{section.id}", data=_in_script(data), version=_version(data)))

    def _block(self, text: str) -> Markup:
        return Markup(self._markdown.reset().convert(text))

    def _line(self, text: str) -> Markup:
        """Markdown without the paragraph around it."""
        return Markup(re.sub(r"\A<p>(.*)</p>\Z", r"\1", str(self._block(text)), flags=re.DOTALL))


class _PageLinks(Treeprocessor):
    """Turns links to files of docs/, as they are written in quizzes/questions/ and quizzes/roleplays/, into links from the page."""

    page = ""

    def run(self, root: Any) -> None:
        for link in root.iter("a"):
            target, _, anchor = link.get("href", "").partition("#")
            if ":" in target or not target.endswith(".md"):
                continue
            path = posixpath.normpath(posixpath.join("quizzes/questions", target)).removeprefix("docs/")
            link.set("href", _url(path, self.page) + ("#" + anchor if anchor else ""))


def _url(path: str, page: str) -> str:
    """The address of the page made from `path`, from the one made from `page`; both are paths below docs/."""
    return posixpath.relpath(path.removesuffix(".md") + ".html", posixpath.dirname(page) or ".")


def _version(data: str) -> str:
    """Changes with every change to what marking needs of a question, so that an answer to an older one is known."""
    return hashlib.sha256(data.encode()).hexdigest()[:12]


def _in_script(data: str) -> Markup:
    """JSON that may stand between script tags, whatever its texts hold."""
    return Markup(data.replace("<", "\\u003c"))
