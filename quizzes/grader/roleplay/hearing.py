"""What a customer makes of a text by itself, whatever went before; so each text of a role-play is read but once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from grader.model import Evidence, Reading
from grader.moves import Finder
from grader.moves.acknowledge import content, is_offering
from grader.moves.english import NEGATORS
from grader.moves.normal import stem, tokens
from grader.moves.finder import LONGEST
from grader.moves.phrases import plain_words
from grader.moves.sentences import Sentence, split
from grader.moves.times import times
from grader.roleplay.persona import Persona
from grader.roleplay.script import Roleplay

# Of what a text tells: so many words of which none is of this case, or so many of which no more than this share is,
# tell of another one.
STRANGE, TELLING, SHARED = 4, 6, 0.2
# Fewer words than these may be about anything, and who uses so many words of this case's own is speaking of it.
BRIEF, KNOWN = 15, 3
# Whoever asks more than this in one turn wants no answer.
QUESTIONS = 3
# So many words in a row that the customer says too are theirs; an echo has so many of theirs, and this share at least.
RUN, ECHOED, ECHO = 5, 8, 0.4
# What nobody says who only gives words back.
OF_ONES_OWN = frozenset(("apology", "empathy", "ownership", "options", "commit", "gift"))
# Whoever says no more than this might be speaking to anybody.
BARE = frozenset(map(stem, "tell more else feel make go carry please happen like hear listen say share know everything anything "
                           "thing matter most happy thank sorry understand".split()))
# Lines that share this much of their words are the same line.
SAME = 0.7
CLAUSES = re.compile(r"[,;:.!?]|\b(?:and|but|so)\b")
REMEDIES = frozenset(("options", "commit", "follow_up", "involve"))
# Nobody takes offence unless the words are plainly there, or this likely.
OFFENCES, LIKELY = frozenset("argue blame_customer dismiss hostile non_apology".split()), 0.95
# What comes after this is an offer, whatever its form.
ANNOUNCED = re.compile(r"\bwhat (?:i|we)(?:['’]ll| can| will) (?:do|offer)\b|\b(?:i|we) can offer\b", re.IGNORECASE)
TITLES = frozenset("mr mrs ms miss dr mx".split())
BY = frozenset("by before at on in within inside under today tomorrow tonight now this first right straight immediately".split())
TELLING_OF = frozenset("was were had did been came sent went gave told said took got know understand hear see".split())
HEDGES = frozenset("probably might possibly perhaps maybe hopefully hope hoping".split())
OPEN = frozenset("what who how where when why which whose".split())
SCRAPS = re.compile(r"[,;:.!?\n–-]+(?:\s|$)")
LISTED = 8
GIVING = frozenset("will can may shall yours".split())
ASKING = (("shall", "i"), ("shall", "we"), ("would", "you"), ("would", "it"), ("how", "about"), ("what", "about"), ("can", "i"),
          ("can", "we"), ("could", "i"), ("could", "we"), ("may", "i"), ("what", "if"), ("do", "you"))
BACK = frozenset("got the your a an it that".split())
GIVEN = (("i", "have"), ("we", "have"), ("not", "have"), ("on", "us"))
DOING = (("i", "am"), ("we", "are"))
AT_ONCE = frozenset("now this right straight immediately".split())
WISHED = frozenset("want wanted ask asked wish expect expected demand had hoped feel think prefer".split())
WISHING = frozenset("asking after hoping expecting looking wanting".split())


@dataclass(frozen=True, slots=True)
class Heard:
    """One text as it was heard.

    `gate` says why it is no reply, or nothing. `acts` are, in their order, the moves that were found, what the persona
    `hears`, "offer:<id>" and "hidden:<id>"; `evidence` shows them, and what the finder is not sure of. `promises` are the
    sentences that promise with a time, `by` that time in their words, `named` the offers that are spoken of. `words` are
    the text's words. It is `bare` if it would fit any case at all, `near` if it speaks of this one, `foreign` if it tells of
    another one, and an `echo` if it is little more than the customer's own sentences.
    """

    gate: str = ""
    acts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    promises: tuple[str, ...] = ()
    by: str = ""
    named: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    bare: bool = False
    near: bool = False
    foreign: bool = False
    echo: bool = False

    def is_like(self, words: frozenset[str]) -> bool:
        """Whether this says nearly what those words said."""
        return bool(words) and len(self.words & words) >= SAME * len(self.words | words)


class Ear:
    """Reads texts as the customer of one role-play hears them."""

    def __init__(self, roleplay: Roleplay, temper: Persona, finder: Finder) -> None:
        told = [line for kind in ("opening", "hidden") for beat in roleplay.of(kind) for line in beat.lines]
        self.customer = "\n".join(told)
        self.facts: Mapping[str, Sequence[str]] = roleplay.facts
        self.sayings = {f"{beat.kind}:{beat.id}": beat.sayings for beat in roleplay.beats if beat.sayings} | dict(temper.hears)
        self.modest = {f"offer:{beat.id}" for beat in roleplay.of("offer") if beat.worth == "fair"}
        written = [roleplay.story, roleplay.customer]
        for beat in roleplay.beats:
            written += [beat.title, beat.text, *beat.lines, *beat.refused, *beat.sayings]
            written += [line.text for line in beat.suggestions]
        written += [saying for sayings in roleplay.facts.values() for saying in sayings]
        said = tokens("\n".join(written))
        self.about = content(said)
        self.theirs = {run for beat in roleplay.beats for line in beat.lines for run in runs(line)}
        self.names = {token.word for token in said}
        # What is said in any case: the words of the moves themselves.
        self.everyday = {stem(word) for move in finder.moves.values() for text in (*move.phrases, *move.vetoes)
                         for word in plain_words(text)}
        self.finder = finder
        self._heard: dict[str, Heard] = {}

    def hear(self, text: str) -> Heard:
        if text not in self._heard:
            self._heard[text] = self._read(text)
        return self._heard[text]

    def _read(self, text: str) -> Heard:
        said = tokens(text)
        words = frozenset(token.stem for token in said)
        reading = self.finder.read(text, self.customer, self.facts, self.sayings)
        evidence = tuple(e for e in reading.evidence if self._is_made(e, text, reading))
        found = tuple(e for e in evidence if e.sureness == "found")
        sentences = split(text[:LONGEST])
        promises = tuple(self._promises(found, sentences, text))
        offers = [e for e in reading.evidence if e.move.startswith("offer:")]
        named = tuple(e.move.partition(":")[2] for e in offers if is_allowed(e, text))
        # One word is no sentence: what it may mean is not enough to act on.
        acts = tuple(e.move for e in found) if len(said) > 1 else ()
        if sum(sentence.asks for sentence in sentences) > QUESTIONS:
            acts = (*(act for act in acts if act != "clarify" and not act.startswith("hidden:")), "grilled")
        own = content(said) - self.everyday
        return Heard(
            reading.gate or ("words" if is_list(text) else ""), acts, evidence, promises, said_time(promises), named, words,
            content(said) <= BARE, not own.isdisjoint(self.about), self._is_foreign(sentences),
            not any(act in OF_ONES_OWN or act.startswith("offer:") for act in acts) and self._is_echo(text))

    def _is_echo(self, text: str) -> bool:
        """Whether most of it is what the customer says somewhere, word for word: given back, and not taken in."""
        every = list(runs(text))
        theirs = {at + step for at, run in enumerate(every) if run in self.theirs for step in range(RUN)}
        return len(theirs) >= max(ECHOED, ECHO * (len(every) + RUN - 1))

    def _promises(self, found: Sequence[Evidence], sentences: Sequence[Sentence], text: str) -> Iterator[str]:
        """What is promised with a time, by a promise or by an offer that names one."""
        yield from (text[e.start:e.end].strip() for e in found if e.move == "commit")
        if not any(e.move == "commit" for e in found):
            offers = [e for e in found if e.move.startswith("offer:")]
            for sentence in sentences:
                if is_dated(sentence) and any(sentence.start <= e.start < sentence.end for e in offers):
                    yield text[sentence.start:sentence.end].strip()

    def _is_foreign(self, sentences: Sequence[Sentence]) -> bool:
        """Whether it tells of another case, or calls this customer by another name; what we will do may be new to them."""
        if any(name not in self.names for sentence in sentences for name in addressed(sentence)):
            return True
        said = [token for sentence in sentences for token in sentence.tokens]
        if len(said) < BRIEF or len((content(said) & self.about) - self.everyday) >= KNOWN:
            return False
        told = [token for sentence in sentences if not is_offering(sentence.tokens) for token in sentence.tokens if not token.number]
        telling = content(told)
        own = telling - self.everyday
        return (len(own) >= STRANGE and own.isdisjoint(self.about)) or (
            len(telling) >= TELLING and len(telling & self.about) <= SHARED * len(telling))

    def _is_made(self, evidence: Evidence, text: str, reading: Reading) -> bool:
        """Whether words that may be an offer make one: not refused, not the customer's wish, and more than mentioned."""
        if evidence.move in OFFENCES and not evidence.plain and evidence.probability < LIKELY:
            return False
        clause = clause_of(evidence, text)
        if evidence.move == "options":
            return not is_told(clause) and not is_hedged(clause)
        if evidence.move.startswith("hidden:"):
            return is_asked(clause, text[evidence.end - 1])
        if evidence.move != "gift" and not evidence.move.startswith("offer:"):
            return True
        if not is_allowed(evidence, text) or is_told(clause) or is_hedged(clause):
            return False
        # Whoever gives too much or too little says it in any form.
        announced = ANNOUNCED.search(text, 0, evidence.start)
        return evidence.move not in self.modest or announced is not None or is_offering(tokens(clause)) or is_given(clause, text[evidence.end - 1]) or any(
            other.move in REMEDIES and other.start < evidence.end and evidence.start < other.end
            for other in reading.evidence)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """The stems of each so many words in a row."""
    stems = [token.stem for token in tokens(text)]
    return zip(*(stems[at:] for at in range(RUN)), strict=False)


def is_hedged(clause: str) -> bool:
    """Whether a clause only says that something might be done."""
    return not HEDGES.isdisjoint(token.word for token in tokens(clause))


def is_asked(clause: str, end: str) -> bool:
    """Whether a clause, of a sentence with this last sign, asks to be told: who offers or states something does not."""
    words = [token.word for token in tokens(clause)]
    open_question = not OPEN.isdisjoint(words[:3])
    return open_question or "tell" in words or (end == "?" and not is_offering(tokens(clause)))


def is_list(text: str) -> bool:
    """Whether it is a list of key words, and no sentences: so many scraps of three words at most, and little else."""
    parts = [part.split() for part in SCRAPS.split(text) if part.strip()]
    scraps = [part for part in parts if len(part) <= 3]
    return len(scraps) >= LISTED and len(scraps) >= 0.7 * len(parts)


def is_told(clause: str) -> bool:
    """Whether a clause tells what was, or what we know, and offers nothing: "I know it was two nights"."""
    words = [token.word for token in tokens(clause)]
    return not TELLING_OF.isdisjoint(words) and not is_given(clause, "") and not is_offering(tokens(clause))


def is_given(clause: str, end: str) -> bool:
    """Whether a clause, of a sentence with this last sign, offers what it speaks of, in a form other than "I will".

    It says what will or can be, what we are doing or have done by now, what they are spared, or asks whether they would like
    it; what was, and what is the matter, is no offer.
    """
    words = [token.word for token in tokens(clause)]
    pairs = list(zip(words, words[1:], strict=False))
    if end == "?":
        return any(pair in ASKING for pair in pairs)
    doing = any(pair in DOING and then.endswith("ing") or pair == ("you", "have") and then in BACK
                for pair, then in zip(pairs, words[2:], strict=False))
    return doing or not GIVING.isdisjoint(words) or any(pair in GIVEN for pair in pairs)


def is_dated(sentence: Sentence) -> bool:
    """Whether a statement says by when: not until when, and not which day it is about."""
    return not sentence.asks and any(sentence.tokens[first].word in BY for first in times(sentence))


def said_time(promises: Sequence[str]) -> str:
    """The words that say by when, of the first promise that has them; nothing where it is done at once."""
    for promise in promises:
        for sentence in split(promise):
            words = sentence.tokens
            for first, after in sorted(times(sentence).items()):
                if words[first].word in BY - AT_ONCE:
                    return promise[words[first].start:words[after - 1].end]
    return ""


def addressed(sentence: Sentence) -> Iterator[str]:
    """The names by which a sentence calls somebody: "Mrs Doyle," at its beginning, ", Mrs Doyle" at its end."""
    words = sentence.tokens
    for at, word in enumerate(words[:-1]):
        ends = at + 2 == len(words) and at > 0 and "," in word.before
        if word.word in TITLES and (ends or at == 0 and len(words) > 2 and "," in words[2].before):
            yield words[at + 1].word


def is_allowed(evidence: Evidence, text: str) -> bool:
    """Whether the clause in which an offer's words stand neither refuses it nor says that the customer wishes it."""
    clause = clause_of(evidence, text)
    words = [token.word for token in tokens(clause)]
    # "You will not be charged" is an offer, if its author wrote it so.
    around = [token.word for token in tokens(clause.replace(evidence.why, " "))]
    return not is_wished(words) and NEGATORS.isdisjoint(around)


def is_wished(words: Sequence[str]) -> bool:
    """Whether a clause says what "you" would like: "would you like", which offers, and "if you would like" do not."""
    for at, word in enumerate(words):
        if word == "you" and "if" not in words[max(0, at - 2) : at]:
            verb, then = (*words[at + 1 : at + 3], "", "")[:2]
            if verb in WISHED or (verb == "are" and then in WISHING) or (verb, then) == ("would", "like"):
                return True
    return False


def clause_of(evidence: Evidence, text: str) -> str:
    """The clause in which the telling words stand."""
    said = text[evidence.start:evidence.end]
    return next((clause for clause in CLAUSES.split(said) if evidence.why in clause), said)
