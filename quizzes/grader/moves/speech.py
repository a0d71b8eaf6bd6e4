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
    agent engineer driver courier technician assistant adviser advisor receptionist boss supervisor solicitor lawyer
    husband wife son daughter mother father neighbour letter review""".split()
)
SILENCE = frozenset(map(stem, "promise write hear repeat ask reply".split()))
DISOWNING = english.NEGATORS | {"nobody", "dream", "instead", "rather"}
OWN = frozenset("i we".split())
SUBJECTS = frozenset("i we it this that you".split())
IMAGINED = (("could", "say"), ("could", "tell"), ("could", "blame"), ("would", "be", "easy"), ("would", "say", "sorry"))
SUPPOSED = frozenset(("suppose", "imagine", "pretend"))
QUOTED = re.compile(r'"([^"]{3,1000})"' + r"|(?<![\w'])'(?=\w)((?:[^'\n]|(?<=\w)'(?=\w)){3,600})'(?!\w)")
WOULD = frozenset("would could might".split())
PAST = frozenset("were was had did could".split())
REACH = 4
ALIKE = frozenset(("or", "nor"))
BELIEF = frozenset("think that say believe suppose mean pretend guarantee promise if how why what".split())


def quotations(text: str) -> list[tuple[int, int]]:
    """The quoted parts of a text that are somebody else's words, as offsets."""
    plain = text.translate(QUOTES)
    found = [match.span() for match in QUOTED.finditer(plain) if " " in match[0]]
    found = [(a, b) for a, b in found if not is_own(plain[max(0, a - 80) : a], plain[b : b + 3])]
    said = sum(end - start for start, end in found) > 0.6 * len(plain.strip())
    return [] if said and not any(has_teller(plain[:start]) for start, _ in found) else found


def is_own(before: str, after: str) -> bool:
    """Whether a quotation is the reply itself put in quotation marks: 'I would say: "..."', 'Then: "..."'."""
    lead = re.split(r"[.!?\n]", before)[-1].lower()
    opens = not lead.strip() or lead.rstrip().endswith((":", ","))
    return opens and not has_teller(before) and not re.match(r"\s*[a-z]", after)


def has_teller(before: str) -> bool:
    """Whether the last sentence of a text begins to tell what somebody else said, or what nobody will say."""
    lead = re.split(r"[.!?\n]", before)[-1].lower()
    said = set(re.findall(r"[a-z]+", lead))
    return bool(SAYERS & said) or "n't" in lead or not said.isdisjoint(("not", "never"))


def unmeant(sentence: Sentence, quoted: Iterable[tuple[int, int]]) -> list[bool]:
    """For each word of a sentence whether somebody else says it, or nobody does."""
    words = sentence.tokens
    mask = [any(start <= word.start < end for start, end in quoted) for word in words]
    for i, word in enumerate(words):
        if word.stem in SAY and (reports(words, i, sentence) or disowned(words, i)):
            cover(mask, sentence, i + 1)
        elif word.word in SUPPOSED and (i == 0 or words[i - 1].word in {"and", "but", "so"}):
            cover(mask, sentence, i)
        elif word.word == "if" and is_imagined(words, i, sentence):
            # What would follow is as little the case as what it hangs on.
            return [True] * len(words)
        elif any(tuple(w.word for w in words[i : i + len(said)]) == said for said in IMAGINED):
            cover(mask, sentence, i + 1)
    return mask


def is_imagined(words: tuple[Token, ...], i: int, sentence: Sentence) -> bool:
    """Whether the clause that "if" opens at `i` is imagined: "if I owned the place, you would ...".

    What "you" had done or would like is no such thing: it blames, or it asks.
    """
    after = next((border for border in sorted(sentence.borders) if border > i + 1), len(words))
    clause = [word.word for word in words[i + 1 : after]]
    if WOULD.isdisjoint(word.word for word in words) or not clause:
        return False
    if clause[0] in {"your", "there", "anything", "not"} or "you" in clause[:3]:
        return False
    return any(word in PAST or word in english.IRREGULAR or word.endswith("ed") for word in clause[1:4])


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
    last = first - 1 - REACH
    for i in range(first - 1, -1, -1):
        if i <= last or i + 1 in sentence.borders and words[i + 1].word not in ALIKE:
            return False
        # "We can't do this or that" denies both.
        if words[i].word in ALIKE:
            last = i - 2 * REACH
        if words[i].word in english.NEGATORS or words[i].word in {"without", "nobody"}:
            return True
        if words[i].word == "no" and i == first - 1:
            return True
    return False


def is_refusal(sentence: Sentence) -> bool:
    """Whether a sentence of one clause denies what its subject does: "I can't send it", "it isn't up to you"."""
    words = [word.word for word in sentence.tokens]
    subject = next((i for i, word in enumerate(words[:3]) if word in SUBJECTS), None)
    if subject is None or len(sentence.borders) > 1:
        return False
    return not english.NEGATORS.isdisjoint(words[subject + 1 : subject + 3])
