"""When something will be done: the times that `<time>` in a phrase stands for, themselves in the phrase notation."""

from __future__ import annotations

from grader.moves.phrases import Bank
from grader.moves.sentences import Sentence

DAY = "monday/tuesday/wednesday/thursday/friday/saturday/sunday"
MONTH = (
    "january/february/march/april/may/june/july/august/september/october/november/december/jan/feb/aug/sept/oct/nov/dec"
)
PART = "morning/afternoon/evening/night/lunchtime/dinnertime/teatime/noon/midday/midnight/dinner/lunch"
UNIT = "second/sec/minute/hour/day/week/fortnight/month"
BY = "by/before/at/on/from/until/within/inside/around/about/after/for"
AMOUNT = "<number>/a/an/few/half/couple"
TIMES = (
    f"({BY} (latest/early/late)) (the) (end/close) (of) today/tonight/tomorrow ({PART}) (first) (thing)",
    f"({BY}) (the) (end/close) (of) (next/this/on) {DAY} ({PART})",
    f"({BY}) {DAY} (the) (<number>) (of) ({MONTH})",
    f"first thing (in) (the/on/tomorrow) ({PART}/{DAY}/tomorrow)",
    f"({BY}/first) (thing) this/next/tomorrow {PART}/week/weekend/month/minute/second/instant",
    f"{BY} {PART}",
    "in the morning/afternoon/evening",
    "now",
    "right/straight now/away",
    "at once",
    "as we speak",
    "immediately",
    "overnight",
    "this minute/instant/second",
    f"in/within/inside/under (about/around/roughly/the/next) (next) ({AMOUNT}) (or/of) ({AMOUNT}) (to) (<number>) "
    f"(working/business/calendar) {UNIT}",
    f"(half) an hour/{UNIT} from now",
    "an hour",
    "half an hour",
    "<number> working/business day",
    "(by/before) (the) end/close of (the/play/this/business) (working/business/today) (day/week/month/shift)",
    "by/before close",
    "before/until (the) day/week/shift (is/gets) out/over/ends",
    "while you (are) wait/hold",
    "at/by/before/from/until/about/around/after/past (half/quarter) (past/to) <number> (o'clock/sharp/am/pm/tomorrow)",
    "(at/by/before) half/quarter (past/to) <number> (today/tomorrow/tonight)",
    "<number> am/pm/o'clock/sharp/a.m/p.m",
    "between <number> and <number>",
    f"({BY}) <number> o'clock/oclock (today/tomorrow/tonight/sharp)",
    f"({BY}) (the) <number> st/nd/rd/th (of) ({MONTH}) ({PART})",
    f"(by/on/before/from/of) (the) <number> (of) {MONTH}",
    f"(by/on/before/from) (the) {MONTH} (the) <number>",
)

BANK = Bank(("time", text) for text in TIMES)
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
