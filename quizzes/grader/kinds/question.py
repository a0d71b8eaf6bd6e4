"""What every kind of question has, and the faults that all kinds look for alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol

from grader.model import Marks, Section

if TYPE_CHECKING:
    from grader.marking import Marker

# A fault in a question: the line in its file, and a sentence with the remedy.
Fault = tuple[int, str]


class Question(Protocol):
    """What a kind makes of a section. Its template sees it as `question`."""

    section: Section
    # Settings that marking in the browser has no use for.
    build_only: ClassVar[frozenset[str]]

    def __init__(self, section: Section) -> None: ...

    def faults(self, marker: Marker) -> Iterator[Fault]:
        """What the author must mend in it."""

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        """Marks the values that the form sent; unknown values count as not given."""


def item_faults(section: Section, marker: str, form: str, least: int) -> Iterator[Fault]:
    """Faults of a list of items: of another form than this kind's, too few, without text or explanation."""
    if len(section.items) < least:
        yield section.line, f"a '{section.kind}' needs at least {least} {form}"
    for item in section.items:
        if item.marker not in marker:
            yield item.line, f"a '{section.kind}' is made of {form}; this line is something else"
        elif not item.text:
            yield item.line, "this entry has no text: write what the learner reads"
        elif not item.explanation:
            yield item.line, "this entry has no explanation: add one below it, indented by four spaces"
    seen: dict[str, int] = {}
    for item in section.items:
        if item.text and seen.setdefault(item.text, item.line) != item.line:
            yield item.line, f"this entry repeats line {seen[item.text]}: no two may be the same"


def plain_faults(section: Section) -> Iterator[Fault]:
    """Entries with Markdown in them, in a kind that also shows them where only plain text can stand."""
    for item in section.items:
        if any(sign in item.text for sign in "*_`["):
            yield item.line, f"an entry of a '{section.kind}' is plain text: take out * _ ` and links"


def setting_faults(section: Section, known: Sequence[str]) -> Iterator[Fault]:
    """Faults of the settings every kind shares: hints, and names that nothing reads."""
    for name in section.settings:
        if name not in known:
            yield section.line_of(name), f"there is no setting called '{name}' here ({', '.join(known)})"
    hints = section.settings.get("hints")
    if not hints:
        yield section.line, "this question has no hints: add a yaml block with 'hints:' and at least one"
    elif not isinstance(hints, list) or not all(isinstance(hint, str) and hint for hint in hints):
        yield section.line_of("hints"), "'hints' is a list of sentences, one after each '- '"
