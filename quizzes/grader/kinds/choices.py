"""Several right answers; what is found counts, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from grader.kinds.question import Fault, item_faults, setting_faults
from grader.model import Marks, Point, Section

if TYPE_CHECKING:
    from grader.marking import Marker


class Choices:
    build_only: ClassVar[frozenset[str]] = frozenset({"hints"})

    def __init__(self, section: Section) -> None:
        self.section = section

    def faults(self, marker: Marker) -> Iterator[Fault]:
        yield from item_faults(self.section, " x", "options, each '- [ ] text' or '- [x] text'", 3)
        yield from setting_faults(self.section, ["hints"])
        right = sum(item.marker == "x" for item in self.section.items)
        if right < 2:
            yield self.section.line, "a 'choices' needs two right options or more: mark them with '- [x]'"
        elif right == len(self.section.items):
            yield self.section.line, "every option is right: leave at least one '- [ ]' that does not belong"

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        chosen = [item for item in self.section.items if item.id in answer]
        points = tuple(Point("yes" if item.marker == "x" else "no", item.id) for item in chosen)
        every = sum(item.marker == "x" for item in self.section.items)
        found = sum(point.met == "yes" for point in points)
        missing, wrong = every - found, len(points) - found
        if not missing and not wrong:
            return Marks(True, marker.say("choices.right"), points)
        words = [marker.say("choices.partly", found=found, all=every)]
        if missing:
            words.append(marker.say("choices.missing_one" if missing == 1 else "choices.missing", missing=missing))
        if wrong:
            words.append(marker.say("choices.wrong_one" if wrong == 1 else "choices.wrong", wrong=wrong))
        return Marks(False, " ".join(words), points)
