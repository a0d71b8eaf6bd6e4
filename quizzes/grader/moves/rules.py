"""Which moves stand when several are found: the priority rules of the moves, by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grader.moves import english
from grader.moves.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Hit:
    """A move found in sentence `at` (to sentence `until`), from word `first` up to word `after`."""

    move: str
    at: int
    first: int
    after: int
    weak: bool = False
    until: int = -1

    @property
    def last(self) -> int:
        return max(self.at, self.until)


LITERAL = frozenset(
    "acknowledge empathy apology clarify options involve commit follow_up ownership thanks offer_more".split()
)
TURNED = frozenset("excuse blame_customer blame_other argue dismiss bare_transfer hostile".split())
TURNING = frozenset(("but", "however", "unfortunately"))
# After "sorry ..., but" these go on helping; anything else takes the sorry back.
HELPING = LITERAL - {"acknowledge"} | {"explain_transfer"}
NO_CONTRAST = frozenset("nothing anything all none".split())
GOES_ON = frozenset("also for rather instead nobody nothing never still not no most mostly please let is are".split())
DONE = frozenset("ready fixed sorted back booked mended".split())
WE = frozenset(("i", "we"))
UNKIND = frozenset("argue blame_customer dismiss hostile excuse stiff".split())


def settled(hits: Sequence[Hit], sentences: Sequence[Sentence]) -> list[Hit]:
    """The hits that are left when every rule has been heard."""
    return [
        hit
        for hit in hits
        if not any(beats(other, hit, sentences) for other in hits if other is not hit)
        and not (hit.move == "apology" and is_taken_back(hit, hits, sentences[hit.at]))
    ]


def beats(other: Hit, hit: Hit, sentences: Sequence[Sentence]) -> bool:
    """Whether `other` takes the place of `hit`."""
    same = other.at <= hit.at <= other.last
    match hit.move, other.move:
        case "bare_transfer", "explain_transfer":
            return not other.weak and other.at - 1 <= hit.at <= other.last + 1
        case "apology", "non_apology":
            return same and overlap(other, hit)
        case "apology", turned if turned in TURNED:
            between = sentences[hit.at].tokens[hit.first : other.first + 1]
            return same and not other.weak and any(word.word in TURNING for word in between)
        case "offer_more" | "clarify", "leading_negative":
            return same and not other.weak
        case "options", "overpromise":
            return same and not other.weak
        case "commit", "overpromise":
            return same and overlap(other, hit) and not other.weak
        case "acknowledge", bad if bad in UNKIND:
            return same and not other.weak
        case "ownership" | "options", "admit_liability":
            return same and overlap(other, hit)
        case literal, "hostile" if literal in LITERAL:
            return same and not other.weak
    return False


def overlap(one: Hit, other: Hit) -> bool:
    return one.at == other.at and one.first < other.after and other.first < one.after


def is_taken_back(hit: Hit, hits: Sequence[Hit], sentence: Sentence) -> bool:
    """Whether a "but" after an apology goes on to defend us: "sorry about the fee, but that is how it works"."""
    words = [word.word for word in sentence.tokens]
    for i in range(hit.after, len(words) - 1):
        if words[i] not in {"but", "however"} or words[i - 1] in NO_CONTRAST:
            continue
        if any(other.at == hit.at and other.first >= i and other.move in HELPING for other in hits):
            return False
        # Without a comma it may belong to what we are sorry for: "sorry we said Monday but came on Friday".
        goes_on = not sentence.tokens[i].before.strip() and any(map(is_past, words[hit.after : i]))
        return not goes_on and not tells_on(words[i + 1 :])
    return False


def tells_on(clause: Sequence[str]) -> bool:
    """Whether the words after "but" tell what went wrong, as in "but nobody came", or what we do about it."""
    first, second, third = [*clause[:3], "", "", ""][:3]
    done = not DONE.isdisjoint(clause) or {"on", "way"} <= set(clause)
    if first in GOES_ON or is_past(first) or "never" in clause[:4] or done:
        return True
    if first == "you":
        return is_past(second) and (is_past(third) or third == "not")
    if first not in WE:
        return False
    if second in {"will", "can", "could"}:
        return third not in {"not", "only", "just", "never"}
    if {"want", "like"} & set(clause[1:4]):
        return "not" not in clause[:4]
    if second in {"am", "are"}:
        return third.endswith("ing")
    return is_past(third if second == "have" else second)


def is_past(word: str) -> bool:
    return word in english.IRREGULAR or word in {"was", "were", "had", "did"} or word.endswith("ed")
