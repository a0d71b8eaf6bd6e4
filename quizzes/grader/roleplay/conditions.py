"""Conditions in words, such as "heat at least 7 and not heard", asked of the state a customer is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

FLAGS = ("heard", "promised", "over")
# What can be had by itself, and what one of it must be named.
KEPT = ("disclosed", "offered", "agreed")
NAMED = ("asked", "after", "said")
MEASURES = ("heat", "trust", "patience", "turn")
JUST_DONE = 3
MOODS = ("calm", "tense", "hot")
FORMS = ("'heat at least 7', 'trust at most 3', 'turn at least 2', 'apology at least 2', 'mood is hot', 'heard', 'promised', "
         "'over', 'disclosed', 'disclosed <id>', 'offered <id>', 'agreed <id>', 'asked <id>', 'after <move>', 'said <move>', "
         "each with 'not' before it if you like, joined by 'and' and 'or'")
TERM = re.compile(
    r"(?P<no>not )?(?:(?P<measure>[\w-]+) (?P<bound>at least|at most) (?P<number>\d+)|(?P<word>mood) is (?P<mood>\w+)"
    r"|(?P<kept>disclosed|offered|agreed)(?: (?P<id>[\w-]+))?|(?P<named>asked|after|said) (?P<name>[\w-]+)"
    r"|(?P<flag>heard|promised|over))$")


class ConditionError(ValueError):
    """A condition that cannot be read; the message says which part, and what may be said."""


class Asked(Protocol):
    """What a condition is asked of."""

    def measure(self, name: str) -> int:
        """Heat, trust, patience, the turn, or how often a move was made."""

    def has(self, what: str, name: str) -> bool:
        """Whether a flag holds, or one of the kept or named things is there; any of them if `name` is empty."""


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a condition: `what` is a flag, one of KEPT or NAMED, "mood" or a measure with its bounds."""

    no: bool
    what: str
    name: str = ""
    least: int = 0
    most: int | None = None

    def holds(self, state: Asked) -> bool:
        if self.most is not None:
            return (self.least <= state.measure(self.what) <= self.most) != self.no
        return state.has(self.what, self.name) != self.no


@dataclass(frozen=True, slots=True)
class Condition:
    """Ways in which the condition can hold, each of terms that hold together; no ways: it always holds."""

    ways: tuple[tuple[Term, ...], ...] = ()

    def fits(self, state: Asked) -> int:
        """How closely the condition fits, in the way that fits best; 0 where it fails.

        What was just done counts more than how things are.
        """
        if not self.ways:
            return 1
        return max((1 + sum(JUST_DONE if term.what == "after" else 1 for term in way)
                    for way in self.ways if all(term.holds(state) for term in way)), default=0)

    def names(self) -> Iterator[tuple[str, str]]:
        """The moves, ids and moods it names, each as (what, name)."""
        for term in (term for way in self.ways for term in way):
            if term.most is not None and term.what not in MEASURES:
                yield "said", term.what
            elif term.name:
                yield term.what, term.name


@lru_cache(maxsize=4096)
def condition(text: str) -> Condition:
    """Reads a condition; an empty one always holds. Raises ConditionError."""
    plain = " ".join(text.lower().split())
    if not plain:
        return Condition()
    return Condition(tuple(tuple(_term(part) for part in way.split(" and ")) for way in plain.split(" or ")))


def _term(text: str) -> Term:
    found = TERM.match(text)
    if not found:
        raise ConditionError(f"'{text}' is no condition: write {FORMS}")
    no = bool(found["no"])
    if found["measure"]:
        number = int(found["number"])
        return Term(no, found["measure"], least=number if found["bound"] == "at least" else 0,
                    most=number if found["bound"] == "at most" else 10**6)
    if found["word"]:
        if found["mood"] not in MOODS:
            raise ConditionError(f"there is no mood '{found['mood']}' ({', '.join(MOODS)})")
        return Term(no, "mood", found["mood"])
    return Term(no, found["kept"] or found["named"] or found["flag"], found["id"] or found["name"] or "")
