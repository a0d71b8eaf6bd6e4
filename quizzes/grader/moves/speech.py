"""Which words of a reply its writer means: not what is denied, quoted, reported or only imagined."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.moves import english
from grader.moves.normal import QUOTES, Token, stem
from grader.moves.sentences import Sentence

SAY = frozenset(map(stem, "say tell write claim shout ask argue insist reply repeat pretend promise hear".split()))
SAYERS = frozenset(
    """you he she they who nobody somebody someone customer caller client guest passenger patient colleague manager
    agent engineer driver courier technician assistant adviser advisor receptionist boss supervisor""".split()
)
SILENCE = frozenset(map(stem, "promise write hear repeat ask reply".split()))
DISOWNING = english.NEGATORS | {"nobody", "dream", "instead", "rather"}
OWN = frozenset("i we".split())
IMAGINED = (("could", "say"), ("could", "tell"), ("could", "blame"), ("would", "be", "easy"), ("would", "say", "sorry"))
SUPPOSED = frozenset(("suppose", "imagine", "pretend"))
QUOTED = re.compile(r'"([^"]{3,1000})"' + r"|(?<![\w'])'(?=\w)((?:[^'\n]|(?<=\w)'(?=\w)){3,600})'(?!\w)")
REACH = 4
BELIEF = frozenset("think that say believe suppose mean pretend guarantee promise if how why what".split())


def quotations(text: str) -> list[tuple[int, int]]:
    """The quoted parts of a text that are somebody else's words, as offsets."""
    plain = text.translate(QUOTES)
    found = [match.span() for match in QUOTED.finditer(plain) if " " in match[0]]
    if sum(end - start for start, end in found) > 0.6 * len(plain.strip()):
        return []
    return [(start, end) for start, end in found if not is_own(plain[max(0, start - 80) : start], plain[end : end + 3])]


def is_own(before: str, after: str) -> bool:
    """Whether a quotation is the reply itself put in quotation marks: 'I would say: "..."', 'Then: "..."'."""
    lead = re.split(r"[.!?\n]", before)[-1].lower()
    said = re.findall(r"[a-z]+", lead)
    others = SAYERS.intersection(said) or "not" in said or "never" in said or "n't" in lead or "won't" in lead
    return not others and (not lead.strip() or lead.rstrip().endswith((":", ","))) and not re.match(r"\s*[a-z]", after)


def unmeant(sentence: Sentence, quoted: Iterable[tuple[int, int]]) -> list[bool]:
    """For each word of a sentence whether somebody else says it, or nobody does."""
    words = sentence.tokens
    mask = [any(start <= word.start < end for start, end in quoted) for word in words]
    for i, word in enumerate(words):
        if word.stem in SAY and (reports(words, i, sentence) or disowned(words, i)):
            cover(mask, sentence, i + 1)
        elif word.word in SUPPOSED and (i == 0 or words[i - 1].word in {"and", "but", "so"}):
            cover(mask, sentence, i)
        elif any(tuple(w.word for w in words[i : i + len(said)]) == said for said in IMAGINED):
            cover(mask, sentence, i + 1)
    return mask


def cover(mask: list[bool], sentence: Sentence, first: int) -> None:
    """Marks the words from `first` to the end of their clause; a colon opens what is said."""
    for i in range(first, len(mask)):
        if i > first and i in sentence.borders and ":" not in sentence.tokens[i].before:
            return
        mask[i] = True


def reports(words: tuple[Token, ...], i: int, sentence: Sentence) -> bool:
    """Whether the verb of saying at `i` has somebody else as its subject: "she says", "you were told"."""
    left = max(sentence.clause(i)[0], i - 4)
    near = [word.word for word in words[left:i]]
    if not near or OWN.intersection(near) or {"will", "to", "could", "can", "would", "please", "for"} & set(near):
        return False
    return bool(SAYERS.intersection(near)) or words[i - 1].capital and words[i - 1].word not in english.FUNCTION


def disowned(words: tuple[Token, ...], i: int) -> bool:
    """Whether the verb of saying at `i` is denied: "I won't tell you to calm down"."""
    near = [word.word for word in words[max(0, i - 8) : i]]
    if "to" in near[-1:] and {"able", "need", "have", "want"} & set(near):
        return False
    return words[i].stem not in SILENCE and not DISOWNING.isdisjoint(near)


def negated(sentence: Sentence, first: int, after: int) -> bool:
    """Whether a negation stands close in front of word `first` in the same clause, or right after "we can"."""
    words = sentence.tokens
    if after < len(words) and words[after].word in english.NEGATORS and words[after - 1].word in english.AUXILIARY:
        return True
    if words[first].word in OWN and first and words[first - 1].word not in BELIEF:
        return False
    for i in range(first - 1, max(-1, first - 1 - REACH), -1):
        if i + 1 in sentence.borders:
            return False
        if words[i].word in english.NEGATORS or words[i].word in {"without", "nobody"}:
            return True
        if words[i].word == "no" and i == first - 1:
            return True
    return False
