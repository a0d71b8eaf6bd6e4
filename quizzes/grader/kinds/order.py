"""Steps to be put in sequence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from grader.kinds.question import Fault, item_faults, plain_faults, setting_faults
from grader.model import Item, Marks, Point, Section

if TYPE_CHECKING:
    from grader.marking import Marker


class Order:
    build_only: ClassVar[frozenset[str]] = frozenset({"hints"})

    def __init__(self, section: Section) -> None:
        self.section = section

    @property
    def shuffled(self) -> list[Item]:
        """The steps as the page first shows them: always the same, never in the right order.

        Every second step first, then the others, each run from its end.
        """
        steps = list(self.section.items)
        return steps[1::2][::-1] + steps[0::2][::-1]

    def faults(self, marker: Marker) -> Iterator[Fault]:
        yield from item_faults(self.section, "1", "steps, each '1. text', in the right order", 3)
        yield from plain_faults(self.section)
        yield from setting_faults(self.section, ["hints"])

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        right = [item.id for item in self.section.items]
        given = list(dict.fromkeys(step for step in answer if step in right))
        places = [right.index(step) for step in given]
        stay = _longest_rising(places)
        if len(stay) == len(right):
            return Marks(True, marker.say("order.right"), tuple(Point("yes", step) for step in given))
        points = []
        for step, place in zip(given, places, strict=True):
            if place not in stay:
                # A misplaced step must rise if a step that stays, and comes after it, now stands above it.
                above = any(other > place for other in stay if places.index(other) < places.index(place))
                points.append(Point("no", step, marker.say("order.earlier" if above else "order.later")))
        return Marks(False, marker.say("order.partly", found=len(stay), all=len(right)), tuple(points))


def _longest_rising(places: Sequence[int]) -> set[int]:
    """The members of a longest rising run of distinct places: the steps that need not move."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(ends, place)
        before[place] = ends[at - 1] if at else None
        ends[at:at + 1] = [place]
    stay, place = set(), ends[-1] if ends else None
    while place is not None:
        stay.add(place)
        place = before[place]
    return stay
