"""The trained part of the finder: how likely a reply makes a move, by the weights of what its sentences show."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.moves.features import Feature, borders
from grader.moves.normal import Token

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A weight is one character: "O" is nothing, "}" the largest and "!" as far below nothing. Its size is the square of its
# distance from "O", because most weights are small and their differences count.
NOTHING = ord("O")
STEPS = 46
LARGEST = 64.0
SIZES = {chr(NOTHING + i): LARGEST * i * abs(i) / STEPS**2 for i in range(-STEPS, STEPS + 1)}
# Log-odds beyond this say no more.
SURE = 8.0


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one move is judged.

    In a sentence its log-odds begin at `bias`. In a reply they are `base` plus the log-odds of every move in the
    sentence that makes it most likely, each times its share in `company`, for moves keep company. From the probability
    `found` on the move is found, from `unsure` on it may be there.
    """

    bias: float
    found: float
    unsure: float
    base: float
    company: tuple[float, ...]


@dataclass(frozen=True)
class Classifier:
    """A logistic regression for each move over the features of a sentence, and one over the sentences of a reply.

    `judgements` by move, in the order of the letters that stand for them in `weights`, which maps a feature to pairs
    of a move's letter and its weight. Other features count for nothing.

    And one for where a sentence begins when nobody typed a full stop: its log-odds begin at `border`, and the features
    of a border have one weight.
    """

    judgements: Mapping[str, Judgement]
    border: float
    weights: Mapping[str, str]

    @classmethod
    def read(cls, text: str) -> Classifier:
        """From what `write` wrote; raises ValueError when the text is something else."""
        head, _, table = text.partition("\n\n")
        first, *lines = [line.split("\t") for line in head.splitlines()] or [[]]
        if first[:1] != ["border"] or len(first) != 2 or any(len(line) != 5 + len(lines) for line in lines):
            raise ValueError("the weights cannot be read: run ./handbook train")
        cells = table.strip("\n").replace("\n", "\t").split("\t") if table.strip() else []
        if len(cells) % 2:
            raise ValueError("the weights cannot be read: run ./handbook train")
        judgements = {
            move: Judgement(*map(float, numbers[:4]), tuple(map(float, numbers[4:]))) for move, *numbers in lines
        }
        return cls(judgements, float(first[1]), dict(zip(cells[::2], cells[1::2], strict=True)))

    def write(self) -> str:
        """As text, a line for each move and, below an empty line, one for each feature."""
        lines = [f"border\t{self.border:.4g}"]
        for move, its in self.judgements.items():
            numbers = (its.bias, its.found, its.unsure, its.base, *its.company)
            lines.append("\t".join([move, *(f"{number:.4g}" for number in numbers)]))
        return "\n".join([*lines, "", *(f"{name}\t{code}" for name, code in sorted(self.weights.items()))]) + "\n"

    def sentence(self, features: Sequence[Feature]) -> dict[str, float]:
        """The log-odds of every move in a sentence, between -8 and 8."""
        sums = dict.fromkeys(LETTERS[: len(self.judgements)], 0.0)
        for feature in features:
            code = self.weights.get(feature.name, "")
            for letter, size in zip(code[::2], code[1::2], strict=True):
                sums[letter] += SIZES[size]
        # The more there is to a sentence, the less each of it counts.
        shared = math.sqrt(max(1, len(features)))
        return {
            move: max(-SURE, min(SURE, its.bias + size / shared))
            for (move, its), size in zip(self.judgements.items(), sums.values(), strict=True)
        }

    def reply(self, sentences: Sequence[Mapping[str, float]]) -> dict[str, float]:
        """The probability of every move in a reply, from the log-odds of its sentences."""
        highest = [max((logits[move] for logits in sentences), default=-SURE) for move in self.judgements]
        return {
            move: probability(its.base + sum(map(float.__mul__, its.company, highest)))
            for move, its in self.judgements.items()
        }

    def begins(self, words: Sequence[Token], at: int) -> bool:
        """Whether a sentence is likely to begin at a word where nobody typed a full stop."""
        sizes = (SIZES[self.weights[name]] for name in borders(words, at) if name in self.weights)
        return self.border + sum(sizes) > 0

    @property
    def words(self) -> set[str]:
        """The single words that have a weight."""
        named = (name.partition(" ") for name in self.weights)
        return {word for kind, _, word in named if kind == "w" and word.isalpha()}

    def weight(self, feature: Feature, move: str) -> float:
        """How much a feature speaks for a move."""
        letter = LETTERS[list(self.judgements).index(move)]
        code = self.weights.get(feature.name, "")
        return SIZES[dict(zip(code[::2], code[1::2], strict=True)).get(letter, chr(NOTHING))]


def probability(logit: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
