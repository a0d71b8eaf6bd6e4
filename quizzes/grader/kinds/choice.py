"""One right answer out of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from grader.kinds.question import Fault, item_faults, setting_faults
from grader.model import Marks, Point, Section

if TYPE_CHECKING:
    from grader.marking import Marker


class Choice:
    build_only: ClassVar[frozenset[str]] = frozenset({"hints"})

    def __init__(self, section: Section) -> None:
        self.section = section

    def faults(self, marker: Marker) -> Iterator[Fault]:
        yield from item_faults(self.section, " x", "options, each '- [ ] text' or '- [x] text'", 2)
        yield from setting_faults(self.section, ["hints"])
        right = [item for item in self.section.items if item.marker == "x"]
        if not right:
            yield self.section.line, "no option is right: mark one with '- [x]'"
        for item in right[1:]:
            yield item.line, "a 'choice' has one right option; use the kind 'choices' for several"

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        for item in self.section.items:
            if item.id in answer:
                right = item.marker == "x"
                point = Point("yes" if right else "no", item.id)
                return Marks(right, marker.say("choice.right" if right else "choice.wrong"), (point,))
        return Marks(False, marker.say("question.empty"))
