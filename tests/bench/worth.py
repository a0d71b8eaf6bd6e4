"""What each part of the finder is worth, and what more replies would bring, on the blind voices.

`.venv/bin/python -m tests.bench.worth`, after `./handbook train`; it fits a dozen classifiers, which takes some twenty
minutes. Each line is the mean F1 over the moves: of sure finds, and of sure and unsure ones together. Where a part is
left out the weights are fitted again without it; limits and company are those of the whole finder.
"""

from __future__ import annotations

import copy
from dataclasses import replace

import numpy as np
from authoring.read import read_sources
from grader.moves import Finder
from grader.moves.classifier import Classifier, Judgement

from tests.bank.evaluate import figures
from tests.bank.read import BLIND, VOICES, read_replies, read_sentences
from tests.bank.train import ROOT, Trainer, begun, examples, said

PARTS = {"runs of words": "w ", "runs of stems": "s ", "runs of letters": "c ", "what phrases say": "p ",
         "the customer's words": "k told", "the shape of the sentence": "k ",
         "what a negation reaches": "n "}


def main() -> None:
    sources = read_sources(ROOT)
    moves, whole = sources.moves, Classifier.read(sources.weights)
    blind = read_replies(BLIND)
    gold = [reply.moves for reply in blind]

    def show(name: str, classifier: Classifier | None, phrases: bool = True) -> None:
        named = moves if phrases else {id: replace(move, phrases=(), vetoes=()) for id, move in moves.items()}
        finder = Finder(named, classifier.write() if classifier else "")
        readings = [finder.read(reply.text, reply.customer) for reply in blind]
        sure = [{e.move for e in reading.evidence if e.sureness == "found"} for reading in readings]
        both = [{e.move for e in reading.evidence} for reading in readings]
        found = figures(list(moves), gold, sure)
        print(f"{name:40} {found['macro_f1']:.3f} (precision {found['micro_precision']:.3f})"
              f"   {figures(list(moves), gold, both)['macro_f1']:.3f}", flush=True)

    def judged(classifier: Classifier) -> Classifier:
        return replace(classifier, judgements={
            move: replace(whole.judgements[move], bias=its.bias) for move, its in classifier.judgements.items()})

    show("the whole finder", whole)
    show("without the classifier", None)
    alone = {}
    for k, (move, its) in enumerate(whole.judgements.items()):
        own = tuple(float(i == k) for i in range(len(whole.judgements)))
        alone[move] = Judgement(its.bias, its.found, its.unsure, 0.0, own)
    show("without the company moves keep", replace(whole, judgements=alone))
    show("without phrases (same weights)", whole, phrases=False)

    show("without borders", replace(whole, border=-99.0))
    replies = read_replies(VOICES)
    start = begun(list(moves), replies)
    trainer = Trainer(examples(moves, said(sources.pages), start, read_sentences(VOICES), replies))
    for name, prefix in PARTS.items():
        part = copy.copy(trainer)
        kept = [i for i, feature in enumerate(trainer.names) if not feature.startswith(prefix)]
        part.names, part.matrix, part.sizes = [trainer.names[i] for i in kept], trainer.matrix[:, kept], trainer.sizes[kept]
        part.__dict__["labels"] = trainer.labels
        show(f"without {name}", judged(part.fitted(start)))
    voices = sorted(set(trainer.voices) - {"examples"})
    for share in (16, 8, 4, 2):
        left_out = [voice for i, voice in enumerate(voices) if i % share]
        rows = int((~np.isin(trainer.voices, left_out)).sum())
        show(f"{len(voices) - len(left_out)} voices, {rows} sentences", judged(trainer.fitted(start, left_out)))


if __name__ == "__main__":
    main()
