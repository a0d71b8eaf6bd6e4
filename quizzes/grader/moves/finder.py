"""Reads a reply: which moves it makes, in which sentence, and which words showed it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from grader.model import Evidence, Move, Reading
from grader.moves import gate
from grader.moves.acknowledge import Listener
from grader.moves.classifier import SURE, Classifier
from grader.moves.everyday import EVERYDAY
from grader.moves.features import Feature, features
from grader.moves.normal import Speller
from grader.moves.phrases import Bank, Phrase, PhraseError, plain_words, prepared, ready
from grader.moves.rules import Hit, settled
from grader.moves.sentences import Sentence, joined, nowhere, split
from grader.moves.speech import is_refusal, negated, quotations, unmeant
from grader.moves.times import times

LONGEST = 20_000
# Its phrases only frame a fact; whether it is one of this customer's is for the listener to say.
FRAMED = "acknowledge"
# A hand-over and its reason often stand in two sentences.
OVER_TWO = "explain_transfer"
# A phrase shows its move where the classifier does not think it unlikely.
SAID = 0.4
# What a veto takes from the log-odds of its move: as a rule enough. A denial or a quotation leaves no more than even odds
# to take it from.
TAKEN = 3.0
WARM = frozenset(("apology", "empathy", "ownership"))
# What a refusal does not do: of 559 in the labelled voices two offered the choice, one asked, and none did the rest.
OFFERED = frozenset("clarify commit explain_transfer follow_up involve offer_more options thanks".split())


@dataclass(slots=True)
class Sight:
    """What is to be seen in one sentence.

    `hits` are the moves that phrases show, `denied` those whose words are there, and denied or quoted, `vetoed` those
    that a veto forbids. `names` is all that phrases said, for the classifier; `features` and `logits` are what it makes
    of the sentence.
    """

    at: int
    sentence: Sentence
    hits: list[Hit] = field(default_factory=list)
    denied: set[str] = field(default_factory=set)
    vetoed: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    features: list[Feature] = field(default_factory=list)
    logits: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Find:
    """A move that a reply makes, or may make if it is not `sure`, and where; how likely it is, 0 to 1.

    It is `plain` if a phrase shows it, and not the classifier alone.
    """

    hit: Hit
    sure: bool
    probability: float
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Index:
    """What is slow to make of moves and weights: the key of each phrase and veto, and the words that a speller knows."""

    keys: Mapping[str, Iterable[str]]
    words: frozenset[str]


class Finder:
    """Finds moves by their phrases and by a trained classifier; build it once, it keeps nothing of what it reads."""

    def __init__(self, moves: Mapping[str, Move], weights: str = "", index: Index | None = None) -> None:
        """Compiles the phrases and vetoes of all moves; PhraseError names the move and the phrase that is wrong.

        `weights` is what `Classifier.write` wrote; without them the phrases alone decide. With the `index` of a finder
        that was built from the same, a phrase is compiled when it is first looked for.
        """
        self.moves = moves
        self.classifier = Classifier.read(weights) if weights else None
        self.index = index or self._indexed()
        phrases = [(name, text) for name, move in moves.items() for text in move.phrases]
        self.bank = Bank(phrases, self.index.keys)
        self.over_two = Bank([(name, text) for name, text in phrases if name == OVER_TWO], self.index.keys)
        vetoes = [(name, text) for name, move in moves.items() for text in move.vetoes]
        self.vetoes = Bank(vetoes, self.index.keys)
        self.speller = Speller(self.index.words)

    def _indexed(self) -> Index:
        texts = [(name, text) for name, move in self.moves.items() for text in (*move.phrases, *move.vetoes)]
        keys = {text: read_phrase(name, text).key for name, text in texts}
        learned = self.classifier.words if self.classifier else set()
        return Index(keys, frozenset(learned.union(EVERYDAY, *(plain_words(text) for _, text in texts))))

    def read(
        self,
        reply: str,
        customer: str = "",
        facts: Mapping[str, Sequence[str]] = {},
        sayings: Mapping[str, Sequence[str]] = {},
    ) -> Reading:
        """What a reply to a customer does.

        `facts` are sayings by name, any of which gives that fact back; `sayings` are phrases by move that show it in
        this case, beside the move's own.
        """
        reply = reply[:LONGEST]
        reason = gate.reason(reply, customer, self.speller.stems)
        if reason:
            return Reading(gate=reason)
        case = [prepared(tuple(phrases))[1] for phrases in sayings.values()]
        sights = self.sights(reply, Listener(customer, facts), *case)
        finds = self.finds(sights, list(said(sayings, reply, sights, self.moves)))
        ordered = sorted(finds, key=lambda find: (find.hit.at, find.hit.first))
        return Reading(
            evidence=tuple(evidence(find, reply, sights) for find in ordered),
            sentences=tuple((sight.sentence.start, sight.sentence.end) for sight in sights),
        )

    def says(self, sayings: Sequence[str], reply: str) -> tuple[int, int] | None:
        """The characters of a reply that say one of these sayings, or None."""
        bank, speller = prepared(tuple(sayings))
        for sentence in split(reply[:LONGEST], speller):
            for _, _, first, after in bank.found(sentence, times(sentence)):
                return sentence.tokens[first].start, sentence.tokens[after - 1].end
        return None

    def finds(self, sights: Sequence[Sight], said: Sequence[Hit] = ()) -> list[Find]:
        """The moves of a reply, each where it is most plainly made; those `said` are found whatever else is seen.

        A move is found when it is likely enough, or when a phrase shows it and it is not unlikely. Without a trained
        classifier, or for a move that it does not know, the phrases alone decide.
        """
        hits = settled([hit for sight in sights for hit in sight.hits], [sight.sentence for sight in sights])
        shown: dict[str, Hit] = {}
        for hit in hits:
            if hit.move not in shown or (shown[hit.move].weak and not hit.weak):
                shown[hit.move] = hit
        judgements = self.classifier.judgements if self.classifier else {}
        finds = [Find(hit, not hit.weak, 1.0) for move, hit in shown.items() if move not in judgements]
        finds += [Find(hit, True, 1.0) for hit in said]
        certain = {find.hit.move for find in finds if find.sure}
        finds = [find for find in finds if find.sure or find.hit.move not in certain]
        weighed = odds(sights, hits)
        likely = self.classifier.reply([logits for logits in weighed if logits]) if self.classifier else {}
        for move, probability in likely.items():
            hit = shown.get(move)
            limits = judgements[move]
            plain = hit is not None and not hit.weak
            if move not in certain and (probability >= limits.unsure or plain):
                sure = probability >= (min(SAID, limits.found) if plain else limits.found)
                finds.append(Find(hit if plain else self.likeliest(move, sights, weighed), sure, probability, plain))
        return finds

    def likeliest(self, move: str, sights: Sequence[Sight], weighed: Sequence[Mapping[str, float]]) -> Hit:
        """The sentence that most likely makes a move, and the words of it that speak for that most."""
        sight = max((sight for sight in sights if sight.logits), key=lambda sight: weighed[sight.at][move])
        weigh = self.classifier.weight
        runs = [feature for feature in sight.features if feature.after > feature.first]
        best = max(runs, key=lambda feature: (weigh(feature, move), feature.after - feature.first), default=None)
        if best is None or weigh(best, move) <= 0:
            return Hit(move, sight.at, 0, len(sight.sentence.tokens))
        return Hit(move, sight.at, best.first, best.after)

    def sights(self, reply: str, listener: Listener, *case: Speller) -> list[Sight]:
        """What is to be seen in each sentence of a reply; the spellers of a case know the words of its sayings."""
        begins = self.classifier.begins if self.classifier else nowhere
        sentences = split(reply, *listener.spellers, *case, self.speller, begins=begins)
        quoted = quotations(reply)
        return [self.sight(at, sentences, quoted, listener) for at in range(len(sentences))]

    def sight(
        self, at: int, sentences: Sequence[Sentence], quoted: Sequence[tuple[int, int]], listener: Listener
    ) -> Sight:
        """What is to be seen in one sentence, before moves are weighed against each other."""
        sentence = sentences[at]
        sight = Sight(at, sentence)
        if gate.is_heap(sentence.tokens):
            return sight
        mask, when = unmeant(sentence, quoted), times(sentence)
        every = [(Hit(move, at, first, after, phrase.weak), mask[first] or negated(sentence, first, after))
                 for move, phrase, first, after in self.bank.found(sentence, when)]
        found = [hit for hit, off in every if not off]
        against: dict[str, list[tuple[int, int]]] = {}
        for move, _, first, after in self.vetoes.found(sentence, when):
            against.setdefault(move, []).append((first, after))
        meant = [hit for hit in found if not touched(sentence, hit.first, hit.after, against.get(hit.move, ()))]
        sight.hits = [hit for hit in meant if hit.move != FRAMED]
        told = len(listener.shown(sentence)) if listener.informed else None
        # A fact is said back by a whole sentence, so that a veto anywhere in it counts.
        if FRAMED in self.moves and FRAMED not in against:
            frames = [not hit.weak for hit in found if hit.move == FRAMED]
            warm = any(hit.move in WARM for hit in meant)
            sureness, first, last = listener.heard(sentence, frames, warm)
            if sureness:
                sight.hits.append(Hit(FRAMED, at, first, last + 1, sureness == "unsure"))
        if at + 1 < len(sentences):
            sight.hits += self.hand_overs(at, sentence, sentences[at + 1])
        shown = {hit.move for hit in sight.hits if not hit.weak}
        sight.denied = {hit.move for hit, off in every if off} - shown
        if is_refusal(sentence) or all(mask):
            sight.denied |= OFFERED & self.moves.keys() - shown
        sight.vetoed = against.keys() - shown
        sight.names = sorted({f"{'weak' if hit.weak else 'found'} {hit.move}" for hit in found}
                             | {f"veto {move}" for move in against})
        if self.classifier:
            sight.features = features(sentence, mask, bool(when), told, sight.names)
            sight.logits = self.classifier.sentence(sight.features)
        return sight

    def hand_overs(self, at: int, sentence: Sentence, following: Sentence) -> Iterable[Hit]:
        """A hand-over in one sentence whose reason stands in the next."""
        border = len(sentence.tokens)
        both = joined(sentence, following)
        for move, phrase, first, after in self.over_two.found(both, {}):
            if first < border < after and not negated(both, first, after) and not any(
                vetoed == move for vetoed, *_ in self.vetoes.found(both, {})
            ):
                yield Hit(move, at, first, border, phrase.weak, at + 1)


def odds(sights: Sequence[Sight], hits: Sequence[Hit]) -> list[dict[str, float]]:
    """The log-odds of every move in each sentence, once phrases and rules are heard; `hits` are what these left."""
    left = {(hit.at, hit.move) for hit in hits if not hit.weak}
    weighed = []
    for sight in sights:
        lost = {hit.move for hit in sight.hits if not hit.weak and (sight.at, hit.move) not in left}
        sentence = {}
        for move, logit in sight.logits.items():
            least = min(0.0, logit) if move in sight.denied else logit
            taken = TAKEN if move in sight.denied | sight.vetoed | lost else 0.0
            sentence[move] = max(-SURE, least - taken)
        weighed.append(sentence)
    return weighed


def said(
    sayings: Mapping[str, Sequence[str]], reply: str, sights: Sequence[Sight], moves: Mapping[str, Move]
) -> Iterator[Hit]:
    """What the sayings of this case show: the first place of a move, every place of what is none."""
    quoted = quotations(reply)
    for move, phrases in sayings.items():
        bank, _ = prepared(tuple(phrases))
        places = (
            Hit(move, sight.at, first, after)
            for sight in sights
            for _, _, first, after in bank.found(sight.sentence, times(sight.sentence))
            if not unmeant(sight.sentence, quoted)[first] and not negated(sight.sentence, first, after)
        )
        yield from islice(places, 1 if move in moves else None)


def touched(sentence: Sentence, first: int, after: int, places: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the places lies, if only in part, in the clauses in which words `first` up to `after` stand."""
    left, right = sentence.clause(first)[0], sentence.clause(after - 1)[1]
    return any(begin < right and left < end for begin, end in places)


def read_phrase(move: str, text: str) -> Phrase:
    """The phrase of a move. Raises PhraseError, which names both."""
    try:
        return ready(text)
    except PhraseError as error:
        raise PhraseError(f"{move}: {error}") from None


def evidence(find: Find, reply: str, sights: Sequence[Sight]) -> Evidence:
    hit = find.hit
    sentence = sights[hit.at].sentence
    start, end = sentence.span(hit.first, hit.after - 1)
    if hit.until > hit.at:
        end = sights[hit.until].sentence.end
    why = reply[sentence.tokens[hit.first].start : sentence.tokens[hit.after - 1].end]
    return Evidence(hit.move, start, end, "found" if find.sure else "unsure", why, round(find.probability, 3), find.plain)
