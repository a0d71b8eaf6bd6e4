"""Cues, each with its partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from grader.kinds.question import Fault, item_faults, plain_faults, setting_faults
from grader.model import Marks, Point, Section

if TYPE_CHECKING:
    from grader.marking import Marker

ARROW = " => "


class Match:
    build_only: ClassVar[frozenset[str]] = frozenset({"hints"})

    def __init__(self, section: Section) -> None:
        self.section = section
        parts = {item.id: item.text.partition(ARROW) for item in section.items}
        self.cues = {id: cue.strip() for id, (cue, _, _) in parts.items()}
        self._partner_of = {id: partner.strip() for id, (_, _, partner) in parts.items()}
        # Sorted, so that the page's order of partners tells nothing.
        also = section.settings.get("also")
        added = [partner for partner in also if isinstance(partner, str)] if isinstance(also, list) else []
        self.partners = sorted({*self._partner_of.values(), *added})

    def partner(self, id: str) -> str:
        """The partner of the cue with this id."""
        return self._partner_of[id]

    def faults(self, marker: Marker) -> Iterator[Fault]:
        yield from item_faults(self.section, "-", "pairs, each '- cue => partner'", 2)
        yield from plain_faults(self.section)
        yield from setting_faults(self.section, ["hints", "also"])
        for item in self.section.items:
            if item.marker == "-" and item.text and not (self.cues[item.id] and self._partner_of[item.id]):
                yield item.line, "this pair lacks a side: write '- cue => partner'"
        also = self.section.settings.get("also", [])
        if not isinstance(also, list) or not all(isinstance(partner, str) and partner for partner in also):
            yield self.section.line_of("also"), "'also' is a list of partners, one after each '- '"
        if len(self.partners) < 2:
            yield self.section.line, "all pairs have the same partner: there is nothing to choose"

    def mark(self, answer: Sequence[str], marker: Marker) -> Marks:
        chosen = dict(value.split("=", 1) for value in answer if "=" in value)
        points = []
        for id, partner in self._partner_of.items():
            if not chosen.get(id):
                points.append(Point("no", id, marker.say("match.blank")))
            elif chosen[id] == partner:
                points.append(Point("yes", id))
            else:
                points.append(Point("no", id, marker.say("match.wrong")))
        found, every = sum(point.met == "yes" for point in points), len(points)
        if found == every:
            return Marks(True, marker.say("match.right"), tuple(points))
        return Marks(False, marker.say("match.partly", found=found, all=every), tuple(points))
