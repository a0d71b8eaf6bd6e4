"""Replies of every sort through this handbook's own marker: nothing a learner types breaks it."""

from __future__ import annotations

import random
import re
import sys
from functools import cache
from pathlib import Path

from authoring.read import read_sources
from grader.marking import Marker
from grader.model import Section

ROOT = Path(__file__).parents[2]


@cache
def book() -> tuple[Marker, list[Section]]:
    sources = read_sources(ROOT)
    replies = [section for quiz in sources.quizzes.values() for section in quiz.sections if section.kind == "reply"]
    return Marker(sources.moves, sources.words, sources.weights), replies


def generated(dice: random.Random, words: list[str]) -> str:
    """A reply: any characters, or words of the book run together anyhow; mostly short, at times of 20,000 characters."""
    length = int(20_000 ** (dice.random() ** 6)) if dice.random() < 0.997 else 20_000
    sort = dice.randrange(4)
    if sort == 0:
        text = "".join(chr(dice.randrange(sys.maxunicode + 1)) for _ in range(length))
    elif sort == 1:
        text = "".join(dice.choice("aeiou sorry.,!?'\"\n\t<>&;:()-–’“”0123456789") for _ in range(length))
    else:
        parts: list[str] = []
        while sum(map(len, parts)) < length:
            parts.append(dice.choice(words))
            if dice.random() < 0.1:
                parts.append(dice.choice([".", "!", "?", ",", "\n", "'", '"', "…", "😀", "\u200f", "\x00", "\ud800"]))
        text = dice.choice([" ", "", "  "] if sort == 3 else [" "]).join(parts)
    return text[:length]


def test_two_thousand_replies_raise_nothing() -> None:
    marker, replies = book()
    dice = random.Random(20261121)
    words = [word for section in replies for model in section.settings["models"] for word in model.split()]
    for number in range(2_000):
        text = "" if number == 0 else generated(dice, words)
        marks = marker.mark(dice.choice(replies), [text])
        assert marks.summary
        for point in marks.points:
            assert point.quote is None or 0 <= point.quote[0] < point.quote[1] <= len(text)


def test_no_trick_satisfies_any_question() -> None:
    marker, replies = book()
    good = [move for move in marker.moves.values() if move.good]
    tricks = {
        "a heap of words": " ".join(word for move in good for word in move.name.split()),
        "every move's first phrase": ". ".join(plain(move.phrases[0]) for move in good) + ".",
        "an example of every move": " ".join(move.fires[0] for move in good),
        "sorry fifty times": "sorry " * 50,
        "I am sorry fifty times": "I am sorry. " * 50,
    }
    models = {section.id: section.settings["models"] for section in replies}
    for section in replies:
        tried = {**tricks, "the prompt": section.prompt, "the customer's words": section.said,
                 "its own model answer": models[section.id][0]}
        for id, texts in models.items():
            if id != section.id:
                tried |= {f"a model answer of {id} ({number})": text for number, text in enumerate(texts)}
        # Whatever a reply does, it must give back every fact; this is looked for first, because it is soon done.
        facts = [fact["words"] for name in ("facts", "mention") for fact in section.settings.get(name, {}).values()]
        passed = [trick for trick, text in tried.items()
                  if all(marker.finder.says(words, text) for words in facts) and marker.mark(section, [text]).done]
        assert not passed, (section.id, passed)


def plain(phrase: str) -> str:
    """A phrase as somebody would paste it: the first of several words, without signs."""
    words = re.sub(r"<\w+>", "today", phrase.translate(str.maketrans("", "", "^?~()."))).split()
    return " ".join(word.split("/")[0] for word in words)
