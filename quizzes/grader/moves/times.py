"""When something will be done: the times that `<time>` in a phrase stands for, themselves in the phrase notation."""

from __future__ import annotations

from grader.moves.phrases import Bank, compiled
from grader.moves.sentences import Sentence


DAY = "monday/tuesday/wednesday/thursday/friday/saturday/sunday"
MONTH = "january/february/march/april/may/june/july/august/september/october/november/december/jan/feb/aug/sept/oct/nov/dec"
PART_OF_DAY = "morning/afternoon/evening/night/lunchtime/dinnertime/teatime/noon/midday/midnight/dinner/lunch/teatime"
UNIT = "second/sec/minute/hour/day/week/fortnight/month"
BY = "by/before/at/on/from/until/within/inside/around/about/after/for"
TIMES = tuple(
    compiled(text)
    for text in (
        f"(({BY}) (latest/early/late)) (the) (end/close) (of) today/tonight/tomorrow ({PART_OF_DAY}) (first) (thing)",
        f"({BY}) (the) (end/close) (of) (next/this/on) {DAY} ({PART_OF_DAY})",
        f"({BY}) {DAY} (the) (<number>) (of) ({MONTH})",
        f"first thing (in) (the/on/tomorrow) ({PART_OF_DAY}/{DAY}/tomorrow)",
        f"({BY}/first) (thing) this/next/tomorrow {PART_OF_DAY}/week/weekend/month/minute/second/instant",
        "right/straight now/away",
        "right away", "straight away", "at once", "as we speak", "just now", "immediately", "overnight",
        "now",
        f"in/within/inside/under (about/around/roughly/the) (next) (<number>/a/an/few/half/couple/half-hour) (or) (<number>/an/a/of/few) (to) (<number>) (working/business/calendar) {UNIT}",
        "in the next (<number>/few/couple) (of) (working) second/minute/hour/day/week",
        "(by/before) (the) end/close of (the/play/this/business) (working/business/today) (day/week/month/shift/morning/afternoon)",
        "by/before close",
        f"by/before/at/around/about/till/until/from/past/after {PART_OF_DAY}",
        "in the morning/afternoon/evening",
        "before/until (the) day/week/shift (is/gets) out/over/ends",
        "at/by/before/from/until/till/about/around/after/past (half/quarter) (past/to) <number> (o'clock/sharp/am/pm/tomorrow/today/tonight)",
        "<number> am/pm/o'clock/sharp/a.m/p.m",
        "(at/by/before) half/quarter (past/to) <number>",
        "between <number> and <number>",
        f"(by/on/before/from/of) (the) <number> (of) {MONTH}",
        f"(by/on/before/from) (the) {MONTH} (the) <number>",
        f"({BY}) (the) <number> st/nd/rd/th (of) ({MONTH}) ({PART_OF_DAY})",
        f"({BY}) <number> o'clock/oclock (today/tomorrow/tonight/sharp)",
        f"{UNIT} from now", "this minute/instant/second", "half an hour", "an hour", "<number> working/business day",
        "while you (are) wait/hold",
    )
)

BANK = Bank(("time", phrase) for phrase in TIMES)
BEFORE = frozenset("at by before from until about around after past within in inside under on".split())


def times(sentence: Sentence) -> dict[int, int]:
    """The times a sentence names: index of the first word, and of the one after the last."""
    found: dict[int, int] = {}
    for _, _, first, after in BANK.found(sentence, {}):
        found[first] = max(after, found.get(first, 0))
        # "by <time>" and "<time>" are both to find "by 5", in which 5 alone is no time.
        if sentence.tokens[first].stem in BEFORE and first + 1 < after:
            found[first + 1] = max(after, found.get(first + 1, 0))
    return found
