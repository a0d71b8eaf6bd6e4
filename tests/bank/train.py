"""Trains the finder's classifier on the labelled bank and writes quizzes/trained/weights.tsv: `./handbook train`.

A logistic regression for each move over the features of a sentence (grader.moves.features), the small weights left
out, the rest rounded. From which probability on a move counts as found or unsure is chosen on replies by voices that
the weights for them were not trained on (four-fold, by voice). The blind voices are not read here.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from authoring.read import read_sources
from grader.model import Move
from grader.moves import Finder
from grader.moves.acknowledge import Listener
from grader.moves.classifier import LETTERS, NOTHING, STEPS, SURE, Classifier, Judgement
from grader.moves.finder import Sight, odds
from grader.moves.rules import settled
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from tests.bank.read import VOICES, Labelled, read_replies, read_sentences

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "quizzes/trained/weights.tsv"
FOLDS = 4
SEEN = 3
STRENGTH = 1.0
SCALE = 6.0
SAID = 4.0
KEPT = 90_000
KEEPING = 0.02
# A little more than is wanted in the end, for phrases add claims of their own.
RIGHT = 0.96
LEVELS = [round(level, 2) for level in np.arange(0.1, 0.96, 0.02)]
UNTRAINED = Judgement(0, 1, 1, 0, ())


@dataclass(slots=True)
class Row:
    """One sentence to learn from: its features, and of each move whether it makes it; None is not known."""

    voice: str
    features: list[str]
    makes: dict[str, bool] | None
    reply: int = -1


@dataclass(slots=True)
class Examples:
    """Rows to learn from, and the replies they come from with the moves of each and what the finder sees in it."""

    moves: list[str]
    rows: list[Row] = field(default_factory=list)
    replies: list[Labelled] = field(default_factory=list)
    sights: list[list[Sight]] = field(default_factory=list)


def examples(moves: dict[str, Move], sentences: Iterable[Labelled], replies: Iterable[Labelled]) -> Examples:
    """What the classifier learns from: the bank, and each move's own examples."""
    names = list(moves)
    blank = replace(UNTRAINED, company=(0.0,) * len(names))
    reader = Finder(moves, Classifier(dict.fromkeys(names, blank), 1, {}).write())
    every = Examples(names)
    for sentence in sentences:
        every.rows.append(Row(sentence.voice, together(reader, sentence.text), of(names, sentence.moves)))
    for move in moves.values():
        for text, fires in [*((text, True) for text in move.fires), *((text, False) for text in move.silent)]:
            every.rows.append(Row("examples", together(reader, text), {move.id: fires}))
    for number, reply in enumerate(replies):
        sights = reader.sights(reply.text, Listener(reply.customer, {}))
        every.replies.append(reply)
        every.sights.append(sights)
        for sight, made in zip(sights, aligned(reply, sights), strict=True):
            makes = None if made is None else of(names, made)
            every.rows.append(Row(reply.voice, [f.name for f in sight.features], makes, number))
    return every


def of(names: Sequence[str], made: Iterable[str]) -> dict[str, bool]:
    return {name: name in made for name in names}


def together(reader: Finder, text: str) -> list[str]:
    """The features of a labelled text, which may be two sentences."""
    sights = reader.sights(text, Listener("", {}))
    return list(dict.fromkeys(feature.name for sight in sights for feature in sight.features))


def aligned(reply: Labelled, sights: Sequence[Sight]) -> list[set[str] | None]:
    """The moves of each sentence, from the labelled part that it shares most characters with; None if not known."""
    if not reply.spans or not sights:
        return [None] * len(sights)
    made: list[set[str] | None] = [set() for _ in sights]
    for start, end, moves in reply.spans:
        shared = [min(end, sight.sentence.end) - max(start, sight.sentence.start) for sight in sights]
        made[shared.index(max(shared))] |= moves
    return made


@dataclass(frozen=True, slots=True)
class Unseen:
    """Replies as a classifier sees them that was not trained on their voice; all but `folds` are (replies, moves).

    `highest`: the log-odds of each move in the sentence that most likely makes it. `made`: whether it is there. `folds`:
    which of the folds the reply's voice was left out with.
    """

    highest: np.ndarray
    made: np.ndarray
    folds: np.ndarray


class Trainer:
    """The examples as a matrix, so that weights can be fitted to any part of them."""

    def __init__(self, every: Examples) -> None:
        self.every = every
        counts = Counter(name for row in every.rows for name in row.features)
        self.names = sorted(name for name, count in counts.items() if count >= SEEN)
        column = {name: i for i, name in enumerate(self.names)}
        seen = matrix([[column[name] for name in row.features if name in column] for row in every.rows],
                             len(self.names))
        # As the classifier does: the more features, the less each counts.
        rows = diags([SCALE / max(1, len(row.features)) ** 0.5 for row in every.rows])
        # A phrase says more than a letter, and need not be held small like one.
        self.sizes = np.array([SAID if name.startswith("p ") else 1.0 for name in self.names])
        self.matrix = (rows @ seen @ diags(self.sizes)).tocsr()
        self.voices = np.array([row.voice for row in every.rows])

    def fitted(self, without: Iterable[str] = ()) -> Classifier:
        """A classifier of sentences from all rows but those by some voices; of replies it knows nothing yet."""
        rows = np.flatnonzero(~np.isin(self.voices, sorted(without)))
        weights, biases = self.regressed(rows, self.labels)
        weights[np.abs(weights) < np.partition(np.abs(weights).ravel(), -KEPT)[-KEPT]] = 0
        weights *= self.sizes[:, None]
        largest = float(np.abs(weights).max())
        steps = (np.sign(weights) * np.rint(STEPS * np.sqrt(np.abs(weights) / largest))).astype(int)
        table = {}
        for i in np.flatnonzero(steps.any(axis=1)):
            table[self.names[i]] = "".join(LETTERS[k] + chr(NOTHING + steps[i, k]) for k in np.flatnonzero(steps[i]))
        judgements = {move: replace(UNTRAINED, bias=float(bias))
                      for move, bias in zip(self.every.moves, biases, strict=True)}
        return Classifier(judgements, largest * SCALE, table)

    @cached_property
    def labels(self) -> np.ndarray:
        """1, 0 or -1 for not known, by row and move.

        Where only the moves of a whole reply are known, each goes to the sentence that a first fit likes best for it.
        """
        labels = np.full((len(self.every.rows), len(self.every.moves)), -1, np.int8)
        whole: dict[int, list[int]] = {}
        for i, row in enumerate(self.every.rows):
            if row.makes is None:
                whole.setdefault(row.reply, []).append(i)
            else:
                for move, makes in row.makes.items():
                    labels[i, self.every.moves.index(move)] = makes
        weights, biases = self.regressed(np.arange(len(labels)), labels)
        scores = self.matrix @ weights + biases
        for reply, sentences in whole.items():
            labels[sentences] = 0
            for k, move in enumerate(self.every.moves):
                if move in self.every.replies[reply].moves:
                    labels[max(sentences, key=lambda i: scores[i, k]), k] = 1
        return labels

    def regressed(self, rows: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Weights (features, moves) and biases (moves) of the logistic regressions."""

        def regress(k: int) -> tuple[np.ndarray, float]:
            known = rows[labels[rows, k] >= 0]
            # A seed, so that the same bank gives the same weights.
            fit = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0).fit(self.matrix[known], labels[known, k])
            return fit.coef_[0], float(fit.intercept_[0])

        with ThreadPoolExecutor() as pool:
            found = list(pool.map(regress, range(len(self.every.moves))))
        return np.stack([weights for weights, _ in found], axis=1), np.array([bias for _, bias in found])

    def highest(self) -> Unseen:
        """Every reply, by a classifier that was not trained on its voice."""
        voices = sorted({reply.voice for reply in self.every.replies})
        highest, made, folds = [], [], []
        for fold in range(FOLDS):
            left_out = voices[fold::FOLDS]
            classifier = self.fitted(left_out)
            for reply, sights in zip(self.every.replies, self.every.sights, strict=True):
                if reply.voice in left_out and any(sight.features for sight in sights):
                    for sight in sights:
                        sight.logits = classifier.sentence(sight.features) if sight.features else {}
                    hits = settled([hit for sight in sights for hit in sight.hits], [sight.sentence for sight in sights])
                    weighed = [logits for logits in odds(sights, hits) if logits]
                    highest.append([max(each[move] for each in weighed) for move in self.every.moves])
                    made.append([move in reply.moves for move in self.every.moves])
                    folds.append(fold)
        return Unseen(np.array(highest), np.array(made), np.array(folds))


def judged(classifier: Classifier, unseen: Unseen) -> Classifier:
    """The classifier with what it has to know of replies: the company moves keep, and the limits."""
    made, folds = unseen.made, unseen.folds
    likely = np.zeros(made.shape)
    for fold in range(FOLDS):
        for k in range(made.shape[1]):
            fit = company(unseen.highest[folds != fold], made[folds != fold, k])
            likely[folds == fold, k] = fit.predict_proba(unseen.highest[folds == fold])[:, 1]
    unsure, found = limits(likely, made)
    judgements = {}
    for k, (move, its) in enumerate(classifier.judgements.items()):
        fit = company(unseen.highest, made[:, k])
        judgements[move] = Judgement(its.bias, found[k], unsure[k], float(fit.intercept_[0]), tuple(map(float, fit.coef_[0])))
    return replace(classifier, judgements=judgements)


def company(highest: np.ndarray, made: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=KEEPING, solver="liblinear", random_state=0).fit(highest, made)


def limits(likely: np.ndarray, made: np.ndarray) -> tuple[list[float], list[float]]:
    """From which probability on each move may be there, and is there.

    The first gives the best F1. The second gives the best F1 at a price for every wrong claim that is the same for all
    moves, the lowest price at which RIGHT of all claims together are true.
    """
    moves = range(made.shape[1])
    claims = [[likely[:, k] >= level for level in LEVELS] for k in moves]
    unsure = [max(range(len(LEVELS)), key=lambda i: f1(claims[k][i], made[:, k])) for k in moves]
    for price in np.arange(0.0, 0.1, 0.0002):
        found = [max(range(unsure[k], len(LEVELS)),
                     key=lambda i: f1(claims[k][i], made[:, k]) - price * (claims[k][i] & ~made[:, k]).sum())
                 for k in moves]
        every = np.stack([claims[k][found[k]] for k in moves], axis=1)
        if (every & made).sum() >= RIGHT * every.sum():
            break
    return [LEVELS[i] for i in unsure], [LEVELS[i] for i in found]


def f1(claimed: np.ndarray, made: np.ndarray) -> float:
    return 2 * (claimed & made).sum() / max(1, claimed.sum() + made.sum())


def matrix(rows: Sequence[Sequence[int]], width: int) -> csr_matrix:
    columns = [i for row in rows for i in sorted(row)]
    starts = np.cumsum([0, *map(len, rows)])
    return csr_matrix((np.ones(len(columns)), columns, starts), shape=(len(rows), width))


def main() -> int:
    sources = read_sources(ROOT)
    every = examples(sources.moves, read_sentences(VOICES), read_replies(VOICES))
    print(f"{len(every.rows)} sentences, those of {len(every.replies)} replies among them", file=sys.stderr)
    trainer = Trainer(every)
    classifier = judged(trainer.fitted(), trainer.highest())
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_text(classifier.write(), "utf-8")
    print(f"{len(classifier.weights)} features in {WEIGHTS.relative_to(ROOT)}", file=sys.stderr)
    return 0
