"""What gives a question's answer away, or makes it harder to read than to answer.

The rules are those on which guides to item writing agree, as in T. Haladyna, S. Downing and M. Rodriguez, "A review of
multiple-choice item-writing guidelines" (Applied Measurement in Education, 2002).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from grader.model import Problem, Quiz, Section

NEGATIVE = re.compile(r"\b(?:which|what|who)\b[^.?!\n]*\b(?:not|never|except|least)\b[^.?!\n]*\?", re.IGNORECASE)
ABOVE = re.compile(r"\b(?:all|none|both|neither) of (?:the above|these)\b", re.IGNORECASE)
ABSOLUTE = re.compile(r"\b(?:always|never|every|everything|nothing|nobody|all|none|only)\b", re.IGNORECASE)
SAID = re.compile(r'"[^"]*"|^>.*$', re.MULTILINE)
LONGER = 1.25
# Over the book no place may hold more, or fewer, of the right answers than this.
SHARE = (0.12, 0.42)
ENOUGH = 20


def lint(quizzes: Iterable[Quiz]) -> Iterator[Problem]:
    """Every item fault of the quizzes, and of where the right answers stand over all of them."""
    places: Counter[int] = Counter()
    for quiz in quizzes:
        for section in quiz.sections:
            for line, sentence in _item(section):
                yield Problem(quiz.file, line, sentence)
            right = [place for place, item in enumerate(section.items) if item.marker == "x"]
            if section.kind == "choice" and len(right) == 1 and len(section.items) == 4:
                places[right[0]] += 1
    every = places.total()
    for place in range(4) if every >= ENOUGH else ():
        share = places[place] / every
        if not SHARE[0] <= share <= SHARE[1]:
            sentence = f"of the right answers among four options {share:.0%} stand in place {place + 1}: move some"
            yield Problem("quizzes/questions", 1, sentence)


def _item(section: Section) -> Iterator[tuple[int, str]]:
    asked = SAID.sub("", section.prompt)
    if found := NEGATIVE.search(asked):
        yield section.line, f"ask for what is right: '{found[0]}' has to be turned round before it can be answered"
    texts = [item.text for item in section.items]
    for item in section.items:
        if ABOVE.search(item.text):
            yield item.line, "an option stands for itself: write out what 'of the above' would say"
        if item.text and any(other is not item and same(item.text) in same(other.text) for other in section.items):
            yield item.line, f"this option says what another says too: '{item.text}'"
    if section.kind != "choice" or len(texts) < 3:
        return
    right = [item for item in section.items if item.marker == "x"]
    wrong = [item for item in section.items if item.marker != "x"]
    if right and wrong:
        length = max(len(item.text.split()) for item in wrong)
        if len(right[0].text.split()) > LONGER * length:
            yield right[0].line, "the right option is by far the longest: shorten it, or say more in another"
        absolute = [item for item in wrong if ABSOLUTE.search(SAID.sub("", item.text))]
        if len(absolute) > 1 and not ABSOLUTE.search(right[0].text):
            yield absolute[0].line, "only wrong options say always, never, all or the like, which gives them away"


def same(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
