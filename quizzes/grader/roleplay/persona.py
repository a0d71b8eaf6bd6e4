"""How a customer feels: what each move and each rule does to them, as quizzes/personas/ says it in layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

MEASURES = ("heat", "trust", "patience")
# The layer that lies under every persona.
BASE = "every-customer"


@dataclass(frozen=True, slots=True)
class Change:
    """What something does to heat, trust and patience, and why; `page` is the page of docs/ that teaches it."""

    heat: int = 0
    trust: int = 0
    patience: int = 0
    name: str = ""
    because: str = ""
    page: str = ""
    sources: tuple[str, ...] = ()

    def __add__(self, other: Change) -> Change:
        """Both changes together; what the second says of itself stands."""
        words = {name: getattr(other, name) or getattr(self, name) for name in ("name", "because", "page")}
        return Change(*(getattr(self, name) + getattr(other, name) for name in MEASURES), **words)


@dataclass(frozen=True, slots=True)
class Line:
    """What a customer may say where a condition holds: one of `say`."""

    when: str
    say: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Persona:
    """One file of quizzes/personas/: a persona, a situation, or what is true of every customer.

    Layers add up: `starts` and `effects` by adding their numbers, `hears` (sayings by what they are), `lines`,
    `asks` (their questions), `discloses` and `accepts` (conditions that must all hold) by standing side by side; of `moods` and `reflect` the last
    layer's word counts. `takes_in` is the most that one turn can cool and win, `attention` how many good things
    are taken in at a time.
    """

    id: str
    kind: str
    name: str
    page: str = ""
    starts: Change = field(default_factory=Change)
    takes_in: Change = field(default_factory=Change)
    attention: int = 0
    effects: Mapping[str, Change] = field(default_factory=dict)
    hears: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    discloses: tuple[str, ...] = ()
    accepts: tuple[str, ...] = ()
    moods: Mapping[str, str] = field(default_factory=dict)
    reflect: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    asks: tuple[Line, ...] = ()

    def __add__(self, layer: Persona) -> Persona:
        """The persona with a layer laid over it."""
        effects = {**self.effects, **{name: self.effects.get(name, Change()) + change for name, change in layer.effects.items()}}
        hears = {name: (*self.hears.get(name, ()), *layer.hears.get(name, ())) for name in {**self.hears, **layer.hears}}
        return Persona(
            layer.id, layer.kind, layer.name, layer.page or self.page, self.starts + layer.starts,
            self.takes_in + layer.takes_in, self.attention + layer.attention, effects, hears, self.discloses + layer.discloses, self.accepts + layer.accepts,
            {**self.moods, **layer.moods}, {**self.reflect, **layer.reflect}, layer.lines + self.lines, layer.asks + self.asks)


def layered(personas: Mapping[str, Persona], names: Sequence[str]) -> Persona:
    """What these layers make together, the first at the bottom; a name that is not there is passed over."""
    known = [personas[name] for name in names if name in personas]
    return sum(known[1:], known[0]) if known else Persona("", "persona", "")


def load_persona(data: Mapping[str, Any]) -> Persona:
    """A persona from what `dataclasses.asdict` made of it and JSON carried."""
    def change(value: Mapping[str, Any]) -> Change:
        return Change(**{key: tuple(part) if isinstance(part, list) else part for key, part in value.items()})

    special = {
        "starts": change(data["starts"]), "takes_in": change(data["takes_in"]),
        "effects": {name: change(value) for name, value in data["effects"].items()},
        "hears": {name: tuple(sayings) for name, sayings in data["hears"].items()},
        **{name: tuple(Line(line["when"], tuple(line["say"])) for line in data[name]) for name in ("lines", "asks")},
        "discloses": tuple(data["discloses"]), "accepts": tuple(data["accepts"]),
    }
    return Persona(**{f.name: special.get(f.name, data[f.name]) for f in fields(Persona)})
