"""The words that everything else is said in: what is asked, what is found in a reply, what is told to the learner.

Plain data, so that it passes unchanged between the build, the tests and the browser as JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Met = Literal["yes", "no", "unsure"]
Sureness = Literal["found", "unsure"]
Ask = Literal["", "where", "same", "heard", "found"]


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a question's list: an option, a step or a pair.

    `id` is its letter by position ("a", "b" ...); `marker` is "x" or " " for a task list, "1" for a numbered list and
    "-" for a bullet list; `text` and `explanation` are Markdown.
    """

    id: str
    marker: str
    text: str
    explanation: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """One `##` section of a quiz file before its kind makes sense of it.

    `said` is the text of the block quotes in the prompt: the customer's words. `lines` gives the line in the file of
    every setting by its path ("fails.2" is the third entry of `fails`); lines count from 1.
    """

    id: str
    kind: str
    title: str
    prompt: str = ""
    said: str = ""
    items: tuple[Item, ...] = ()
    settings: dict[str, Any] = field(default_factory=dict)
    line: int = 0
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, path: str) -> int:
        """The line of a setting, or of the nearest thing above it that has one."""
        while path:
            if path in self.lines:
                return self.lines[path]
            path = path.rpartition(".")[0]
        return self.line


@dataclass(frozen=True, slots=True)
class Quiz:
    """One file of questions; `id` is the file's name without its ending.

    `starts` are the lines of all `##` headings, those of questions that could not be read among them.
    """

    id: str
    title: str
    about: str
    sections: tuple[Section, ...] = ()
    file: str = ""
    starts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """An author's mistake: where it is, and one sentence that says what to do about it."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Move:
    """What a sentence of a reply does to a customer, and the phrases that show it (notation: quizzes/README.md)."""

    id: str
    name: str
    good: bool
    does: str
    praise: str
    hint: str
    phrases: tuple[str, ...]
    vetoes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A move found in a reply: characters `start` to `end` of the reply show it, `why` names the words that did.

    `probability` is how likely it is that the move is really there, 0 to 1; `plain` if a phrase shows it, and not the
    classifier alone.
    """

    move: str
    start: int
    end: int
    sureness: Sureness
    why: str
    probability: float = 1.0
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """What the finder read in a reply.

    `gate` is empty, or the reason why the text was not read as a reply: "empty", "copied", "gibberish", "words",
    "language" or "repeated". Then there is no evidence. `sentences` are the spans of its sentences, as characters.
    """

    gate: str = ""
    evidence: tuple[Evidence, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()

    def found(self, move: str) -> Evidence | None:
        return next((e for e in self.evidence if e.move == move and e.sureness == "found"), None)

    def unsure(self, move: str) -> Evidence | None:
        return next((e for e in self.evidence if e.move == move and e.sureness == "unsure"), None)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing an answer did or did not do.

    `at` names what it is about: an item's id, or a setting's path such as "expect.apology"; the page shows the
    explanation that stands there. `quote` is the span of characters of the learner's own words, if words showed it,
    and `label` what to write beside them. `ask` is what the learner is asked to judge for themselves: "where" it is,
    whether it is the "same" as the words of a model answer in `beside`, whether they would have "heard" it, or whether
    what was "found" is meant so.
    """

    met: Met
    at: str = ""
    text: str = ""
    quote: tuple[int, int] | None = None
    label: str = ""
    ask: Ask = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """The outcome for one answer: `done` when nothing is left to try again, one sentence over all, and the points.

    `sentences` are the spans of characters of a reply's sentences, in which the learner can show something.
    """

    done: bool
    summary: str
    points: tuple[Point, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
