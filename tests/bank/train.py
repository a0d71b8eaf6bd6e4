"""Trains the finder's classifier on the labelled bank and writes quizzes/trained/weights.tsv: `./handbook train`.

First one logistic regression for where sentences begin when nobody typed a full stop. Then one for each move over the
features of a sentence (grader.moves.features), from the bank and from copies of it with slips and without signs; the
small weights are left out, the rest is rounded. From which probability on a move counts as found or unsure is chosen
on replies by voices that the weights for them were not trained on (four-fold, by voice). The blind voices are not read
here.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

import numpy as np
from authoring.read import Page, read_sources
from grader.model import Move
from grader.moves import Finder
from grader.moves.acknowledge import Listener
from grader.moves.classifier import LARGEST, LETTERS, NOTHING, STEPS, Classifier, Judgement
from grader.moves.features import borders
from grader.moves.finder import SAID as SAID_BY_PHRASE
from grader.moves.finder import Sight, odds
from grader.moves.rules import settled
from grader.moves.sentences import split
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, diags
from scipy.special import expit
from sklearn.linear_model import LogisticRegression

from tests.bank.copies import bare, copied, mistyped
from tests.bank.read import VOICES, Labelled, read_replies, read_sentences

ROOT = Path(__file__).parents[2]
WEIGHTS = ROOT / "quizzes/trained/weights.tsv"
FOLDS = 4
SEEN = 3
SCALE = 6.0
SAID = 4.0
KEPT = 80_000
ROUNDS, ROUNDS_AGAIN = 60, 30
# An example or a phrase that an author wrote counts as much as so many sentences of the bank: the build insists on it.
OWN = 10
# A sentence and its two copies count as one.
STRENGTH = 1 / 3
# A border missed costs more than one too many, so it need not be quite as likely as not.
BORDERS = 3_000
BORDER = -0.5
KEEPING = 0.02
RIGHT = 0.945
LEVELS = [round(level, 2) for level in np.arange(0.1, 0.96, 0.02)]
UNTRAINED = Judgement(0, 1, 1, 0, ())


@dataclass(slots=True)
class Row:
    """One sentence to learn from: its features, and of each move whether it makes it; None is not known.

    `reply` is the number of the reply it comes from, if any, and `turn` tells the copies of it apart.
    """

    voice: str
    features: list[str]
    makes: dict[str, bool] | None
    turn: int = 0
    reply: int = -1


@dataclass(slots=True)
class Examples:
    """Rows to learn from, and the replies as they were typed, with the moves of each and what the finder sees in it."""

    moves: list[str]
    rows: list[Row] = field(default_factory=list)
    replies: list[Labelled] = field(default_factory=list)
    sights: list[list[Sight]] = field(default_factory=list)


def examples(
    moves: dict[str, Move], said: Iterable[tuple[str, str]], begun: Classifier, sentences: Sequence[Labelled],
    replies: Sequence[Labelled],
) -> Examples:
    """What the classifier learns from: the bank, copies of it, each move's own examples, and what is `said`.

    That is the handbook's phrases, each with its move. `begun` knows where sentences begin, and of moves nothing yet.
    """
    names, reader, dice = list(moves), Finder(moves, begun.write()), random.Random(1)
    every = Examples(names)
    for move in moves.values():
        for text, fires in [*((text, True) for text in move.fires), *((text, False) for text in move.silent)]:
            every.rows += [Row("examples", together(reader, text), {move.id: fires})] * OWN
    bad = {name: False for name, move in moves.items() if not move.good}
    for words, move in said:
        makes = {**(bad if moves[move].good else {}), move: True}
        every.rows += [Row("examples", together(reader, words), makes)] * OWN
    for turn, change in enumerate((str, lambda text: mistyped(text, dice), bare)):
        for sentence in sentences:
            every.rows.append(Row(sentence.voice, together(reader, change(sentence.text)), of(names, sentence.moves), turn))
        for number, reply in enumerate(copied(reply, change) for reply in replies):
            sights = reader.sights(reply.text, Listener(reply.customer, {}))
            if turn == 0:
                every.replies.append(reply)
                every.sights.append(sights)
            for sight, made in zip(sights, aligned(reply, sights), strict=True):
                makes = None if made is None else of(names, made)
                every.rows.append(Row(reply.voice, [f.name for f in sight.features], makes, turn, number))
    return every


def begun(moves: Sequence[str], replies: Iterable[Labelled]) -> Classifier:
    """A classifier that knows where sentences begin when nobody typed a full stop, from replies where somebody did."""
    rows, begins = [], []
    for reply in replies:
        sentences = split(reply.text)
        words = [word for sentence in sentences for word in sentence.tokens]
        firsts = np.cumsum([len(sentence.tokens) for sentence in sentences])
        for at in range(1, len(words)):
            rows.append(list(borders(words, at)))
            begins.append(at in firsts)
    names, seen = counted(rows)
    fit = LogisticRegression(C=0.5, solver="liblinear", random_state=0).fit(seen, begins)
    codes = written(names, trimmed(fit.coef_.T, BORDERS))
    blank = replace(UNTRAINED, company=(0.0,) * len(moves))
    return Classifier(dict.fromkeys(moves, blank), float(fit.intercept_[0]) - BORDER,
                      {name: code[1:] for name, code in codes.items()})


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

    `highest`: the log-odds of each move in the sentence that most likely makes it. `shown`: whether a phrase shows it.
    `made`: whether it is there. `folds`: which of the folds the reply's voice was left out with.
    """

    highest: np.ndarray
    shown: np.ndarray
    made: np.ndarray
    folds: np.ndarray


class Trainer:
    """The examples as a matrix, so that weights can be fitted to any part of them."""

    def __init__(self, every: Examples) -> None:
        self.every = every
        # What slips and missing signs alone bring forth teaches nothing, so the copies do not count.
        typed = [row.features for row in every.rows if row.turn == 0]
        self.names, seen = counted([row.features for row in every.rows], typed)
        # As the classifier does: the more features, the less each counts.
        rows = diags([SCALE / max(1, len(row.features)) ** 0.5 for row in every.rows])
        # A phrase says more than a letter, and need not be held small like one.
        self.sizes = np.array([SAID if name.startswith("p ") else 1.0 for name in self.names])
        self.matrix = (rows @ seen @ diags(self.sizes)).tocsr().astype(np.float32)
        self.voices = np.array([row.voice for row in every.rows])

    def fitted(self, begun: Classifier, without: Iterable[str] = ()) -> Classifier:
        """A classifier of sentences from all rows but those by some voices; of replies it knows nothing yet."""
        rows = np.flatnonzero(~np.isin(self.voices, sorted(without)))
        seen, labels = self.matrix[rows], self.labels[rows]
        weights, biases = regressed(seen, labels, ROUNDS)
        weights = trimmed(weights, KEPT)
        # What is left makes up for what went.
        kept = weights.any(axis=1)
        weights[kept], biases = regressed(seen[:, kept], labels, ROUNDS_AGAIN, weights[kept], biases)
        weights *= self.sizes[:, None] * SCALE
        judgements = {move: replace(its, bias=float(bias))
                      for (move, its), bias in zip(begun.judgements.items(), biases, strict=True)}
        return replace(begun, judgements=judgements, weights={**begun.weights, **written(self.names, weights)})

    @cached_property
    def labels(self) -> np.ndarray:
        """1, 0 or -1 for not known, by row and move.

        Where only the moves of a whole reply are known, each goes to the sentence that a first fit likes best for it.
        """
        labels = np.full((len(self.every.rows), len(self.every.moves)), -1, np.int8)
        whole: dict[tuple[int, int], list[int]] = {}
        for i, row in enumerate(self.every.rows):
            if row.makes is None:
                whole.setdefault((row.turn, row.reply), []).append(i)
            else:
                for move, makes in row.makes.items():
                    labels[i, self.every.moves.index(move)] = makes
        weights, biases = regressed(self.matrix, labels, ROUNDS_AGAIN)
        scores = self.matrix @ weights + biases
        for (_, reply), sentences in whole.items():
            labels[sentences] = 0
            for k, move in enumerate(self.every.moves):
                if move in self.every.replies[reply].moves:
                    labels[max(sentences, key=lambda i: scores[i, k]), k] = 1
        return labels

    def highest(self, begun: Classifier) -> Unseen:
        """Every reply, by a classifier that was not trained on its voice."""
        voices = sorted({reply.voice for reply in self.every.replies})
        highest, shown, made, folds = [], [], [], []
        for fold in range(FOLDS):
            left_out = voices[fold::FOLDS]
            classifier = self.fitted(begun, left_out)
            for reply, sights in zip(self.every.replies, self.every.sights, strict=True):
                if reply.voice in left_out and any(sight.features for sight in sights):
                    for sight in sights:
                        sight.logits = classifier.sentence(sight.features) if sight.features else {}
                    hits = settled([hit for sight in sights for hit in sight.hits], [sight.sentence for sight in sights])
                    weighed = [logits for logits in odds(sights, hits) if logits]
                    highest.append([max(each[move] for each in weighed) for move in self.every.moves])
                    said = {hit.move for hit in hits if not hit.weak}
                    shown.append([move in said for move in self.every.moves])
                    made.append([move in reply.moves for move in self.every.moves])
                    folds.append(fold)
        return Unseen(np.array(highest), np.array(shown), np.array(made), np.array(folds))


def regressed(
    seen: csr_matrix, labels: np.ndarray, rounds: int, weights: np.ndarray | None = None, biases: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Weights (features, moves) and biases (moves) of the logistic regressions, all fitted at once.

    `seen` is rows by features, `labels` rows by moves: 1, 0 or -1 where it is not known. Half the sum of the squared
    weights is added to the loss. Where weights are given, those that are nothing stay nothing.
    """
    shape = (seen.shape[1], labels.shape[1])
    known, signs = labels >= 0, np.where(labels > 0, 1.0, -1.0)
    free = weights != 0 if weights is not None else np.ones(shape, bool)
    turned = seen.T.tocsr()

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        weights, biases = values[: -shape[1]].reshape(shape), values[-shape[1] :]
        margins = signs * (seen @ weights.astype(np.float32) + biases)
        pulls = -STRENGTH * signs * known * expit(-margins)
        slopes = (turned @ pulls.astype(np.float32) + weights) * free
        total = float(STRENGTH * (np.logaddexp(0, -margins) * known).sum() + (weights**2).sum() / 2)
        return total, np.concatenate([slopes.ravel(), pulls.sum(axis=0)])

    start = np.zeros(shape) if weights is None else weights
    begin = np.concatenate([start.ravel(), np.zeros(shape[1]) if biases is None else biases])
    fit = minimize(loss, begin, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 6})
    return fit.x[: -shape[1]].reshape(shape), fit.x[-shape[1] :]


def trimmed(weights: np.ndarray, kept: int) -> np.ndarray:
    """The weights without all but so many of the largest."""
    least = np.partition(np.abs(weights).ravel(), -min(kept, weights.size))[-min(kept, weights.size)]
    return np.where(np.abs(weights) < least, 0, weights)


def written(names: Sequence[str], weights: np.ndarray) -> dict[str, str]:
    """By feature the letters and weights as the classifier reads them."""
    steps = np.rint(STEPS * np.sqrt(np.minimum(1, np.abs(weights) / LARGEST))) * np.sign(weights)
    return {
        names[i]: "".join(LETTERS[k] + chr(NOTHING + int(steps[i, k])) for k in np.flatnonzero(steps[i]))
        for i in np.flatnonzero(steps.any(axis=1))
    }


def counted(rows: Sequence[Sequence[str]], count_in: Sequence[Sequence[str]] = ()) -> tuple[list[str], csr_matrix]:
    """The features that some rows (or all) have often enough to learn from, and a matrix of which row has which."""
    counts = Counter(name for row in count_in or rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= SEEN)
    place = {name: i for i, name in enumerate(names)}
    columns = [sorted(place[name] for name in row if name in place) for row in rows]
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.fromiter((i for row in columns for i in row), np.int32, starts[-1])
    return names, csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(rows), len(names)))


def judged(classifier: Classifier, unseen: Unseen) -> Classifier:
    """The classifier with what it has to know of replies: the company moves keep, and the limits."""
    made, folds = unseen.made, unseen.folds
    likely = np.zeros(made.shape)
    for fold in range(FOLDS):
        for k in range(made.shape[1]):
            fit = company(unseen.highest[folds != fold], made[folds != fold, k])
            likely[folds == fold, k] = fit.predict_proba(unseen.highest[folds == fold])[:, 1]
    unsure, found = limits(likely, unseen.shown, made)
    judgements = {}
    for k, (move, its) in enumerate(classifier.judgements.items()):
        fit = company(unseen.highest, made[:, k])
        judgements[move] = Judgement(its.bias, found[k], unsure[k], float(fit.intercept_[0]), tuple(map(float, fit.coef_[0])))
    return replace(classifier, judgements=judgements)


def company(highest: np.ndarray, made: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=KEEPING, solver="liblinear", random_state=0).fit(highest, made)


def limits(likely: np.ndarray, shown: np.ndarray, made: np.ndarray) -> tuple[list[float], list[float]]:
    """From which probability on each move may be there, and is there.

    The first gives the best F1. The second gives the best F1 at a price for every wrong claim that is the same for all
    moves, the lowest price at which RIGHT of all claims together are true, those that a phrase shows among them.
    """
    moves = range(made.shape[1])
    claims = [[likely[:, k] >= level for level in LEVELS] for k in moves]
    sure = [[claims[k][i] | shown[:, k] & (likely[:, k] >= min(SAID_BY_PHRASE, level)) for i, level in enumerate(LEVELS)]
            for k in moves]
    unsure = [max(range(len(LEVELS)), key=lambda i: f1(claims[k][i], made[:, k])) for k in moves]
    for price in np.arange(0.0, 0.1, 0.0002):
        found = [max(range(unsure[k], len(LEVELS)),
                     key=lambda i: f1(sure[k][i], made[:, k]) - price * (sure[k][i] & ~made[:, k]).sum())
                 for k in moves]
        every = np.stack([sure[k][found[k]] for k in moves], axis=1)
        if (every & made).sum() >= RIGHT * every.sum():
            break
    return [LEVELS[i] for i in unsure], [LEVELS[i] for i in found]


def f1(claimed: np.ndarray, made: np.ndarray) -> float:
    return 2 * (claimed & made).sum() / max(1, claimed.sum() + made.sum())


def said(pages: Mapping[str, Page]) -> list[tuple[str, str]]:
    """The phrases of the handbook to be said, or never, that name their move."""
    phrases = [phrase for page in pages.values() for phrase in page.meta.get("phrases", ())]
    return [(phrase["words"], phrase["move"]) for phrase in phrases if phrase["verdict"] != "mend" and "move" in phrase]


def main() -> int:
    sources = read_sources(ROOT)
    moves, replies = sources.moves, read_replies(VOICES)
    start = begun(list(moves), replies)
    every = examples(moves, said(sources.pages), start, read_sentences(VOICES), replies)
    print(f"{len(every.rows)} sentences, those of {len(every.replies)} replies among them", file=sys.stderr)
    trainer = Trainer(every)
    classifier = judged(trainer.fitted(start), trainer.highest(start))
    WEIGHTS.parent.mkdir(exist_ok=True)
    WEIGHTS.write_text(classifier.write(), "utf-8")
    print(f"{len(classifier.weights)} features in {WEIGHTS.relative_to(ROOT)}", file=sys.stderr)
    return 0
