"""A yardstick: keyword marking as H5P Essay does it, on the same replies.

Its published way (H5P.Essay 1.x, MIT): each keyword has variations and may hold the wildcard *; upper and lower case
are alike; it is found exactly, or as a whole phrase within a small edit distance; where it stands and what stands
around it counts for nothing. The keywords are ours, ten or so for each move, as an author of such an exercise picks
them.
"""

from __future__ import annotations

import re
from functools import cache

KEYWORDS = {
    "acknowledge": "you said; you told us; you waited; you were; you ordered; you paid; arrived; broken; did not turn up",
    "empathy": "i understand how; frustrat*; upset*; disappoint*; must have been; no wonder; i would be; not your fault; "
               "how you feel; stress*",
    "apology": "sorry; apologise; apologize; apologies; apology; forgive",
    "clarify": "what happened; could you tell me; can you tell me; tell me more; walk me through; what did; how did; "
               "can you describe",
    "options": "refund*; replace*; exchange; credit; free of charge; voucher; discount; i can offer; new one; repair",
    "involve": "would you prefer; which would you; what would you like; what would make; your choice; up to you; "
               "would you rather; how would you like",
    "commit": "i will; i'll; we will; by tomorrow; today; by the end of; within; before",
    "follow_up": "follow up; check back; call you back; get back to you; keep you updated; let you know; call you; "
                 "email you; update you",
    "ownership": "our mistake; our fault; my responsibility; take responsibility; personally; leave it with me; we let "
                 "you down; take care of; i will handle",
    "explain_transfer": "because he; because she; who can help; specialist; so that you; colleague who; expert in; "
                        "best person",
    "thanks": "thank you; thanks; appreciate; grateful",
    "offer_more": "anything else i can; what else can i; else can i help; further help; help you with; any other way",
    "non_apology": "sorry if; sorry you feel; sorry that you feel; sorry you are; sorry for any; sorry to hear",
    "blame_customer": "you should have; you did not; you didn't; you failed; your fault; your mistake; why did you not; "
                      "if you had; you forgot",
    "blame_other": "the courier; the supplier; the driver; my colleague; another department; their fault; the system; "
                   "third party; the warehouse; new staff",
    "excuse": "policy; busy; short staffed; nothing i can do; nothing we can do; unfortunately; due to; not allowed; "
              "peak season; beyond our control",
    "argue": "our records; actually; terms and conditions; that is not; that's not; you agreed; you signed; incorrect; "
             "not true",
    "dismiss": "calm down; only; just a; not that bad; at least; no big deal; it happens; overreact*; these things",
    "bare_transfer": "you need to contact; call; transfer*; not my department; speak to; contact our; fill in the form; "
                     "go to the website; another department",
    "admit_liability": "liable; liability; negligen*; breach of contract; legally; at fault",
    "overpromise": "guarantee*; never happen again; promise you; free for life; always; 100%",
    "leading_negative": "anything else wrong; any other complaint*; other problems; more complaints; any more problems",
    "stiff": "please be advised; kindly; correspondence; inconvenience caused; in due course; do not hesitate; regret; "
             "hereby; as per; we value",
    "hostile": "stupid; ridiculous; shut up; lol; whatever; idiot; rude; complain*; liar; get lost",
}


def keywords_found(reply: str) -> set[str]:
    """The moves of which a keyword stands in the reply."""
    text = plain(reply)
    return {move for move, words in KEYWORDS.items() if any(found(word.strip(), text) for word in words.split(";"))}


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[.,!?;:()\"]", " ", text.lower().replace("’", "'")))


@cache
def pattern(keyword: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(keyword).replace(chr(92) + '*', '[a-z]*')}\b")


def found(keyword: str, text: str) -> bool:
    """Whether a keyword stands in the text, or words that are within an edit or two of it."""
    if pattern(keyword).search(text):
        return True
    # Short words are near too many others.
    room = 0 if "*" in keyword or len(keyword) < 4 else 1 if len(keyword) < 9 else 2
    size, words = len(keyword.split()), text.split()
    if not room:
        return False
    return any(distance(keyword, " ".join(words[i:i + size]), room) <= room for i in range(len(words) - size + 1))


def distance(one: str, other: str, room: int) -> int:
    """The edit distance of two texts, or more than `room` as soon as it must be."""
    if abs(len(one) - len(other)) > room:
        return room + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        above, row = row, [i]
        for j, b in enumerate(other, start=1):
            row.append(min(above[j] + 1, row[-1] + 1, above[j - 1] + (a != b)))
        if min(row) > room:
            return room + 1
    return row[-1]
