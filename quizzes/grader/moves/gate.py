"""Whether a text is a reply at all: somebody's own sentences in English."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from grader.moves import english
from grader.moves.normal import EVERYDAY_STEMS, Token, tokens
from grader.moves.sentences import split

RUN = 5
FIRST_PERSON = frozenset("i me my we us our".split())


def reason(reply: str, customer: str = "", known: frozenset[str] = frozenset()) -> str:
    """Why the text is not read as a reply ("empty", "copied" ...), or nothing. `known` are words the moves use."""
    words = tokens(reply)
    if not any(character.isalpha() for character in reply):
        return "empty"
    if is_foreign_script(reply):
        return "language"
    if not words:
        return "gibberish"
    if is_copied(words, tokens(customer)):
        return "copied"
    if is_repeated(reply, words):
        return "repeated"
    return unreadable(words, known) or ("words" if is_heap(words) else "")


def is_foreign_script(text: str) -> bool:
    letters = [character for character in text[:2000] if character.isalpha()]
    foreign = sum(not unicodedata.name(letter, "").startswith(("LATIN", "FEMININE", "MASCULINE")) for letter in letters)
    return foreign > 0.4 * len(letters)


def copied(words: list[Token], source: list[Token]) -> list[bool]:
    """For each word whether it stands in a run of five words that the source has too."""
    said = [word.word for word in words]
    runs = {tuple(word.word for word in source[i : i + RUN]) for i in range(len(source) - RUN + 1)}
    mask = [False] * len(said)
    for i in range(len(said) - RUN + 1):
        if tuple(said[i : i + RUN]) in runs:
            mask[i : i + RUN] = [True] * RUN
    return mask


def is_copied(words: list[Token], source: list[Token]) -> bool:
    """Whether little else is said than the source says, in its own words and from its own side ("my", "I")."""
    mask = copied(words, source)
    if not words or sum(mask) < 0.8 * len(words):
        return False
    from_their_side = any(taken and word.word in FIRST_PERSON for word, taken in zip(words, mask, strict=True))
    return from_their_side or sum(mask) > 0.6 * len(source)


def is_repeated(reply: str, words: list[Token]) -> bool:
    """Whether the same word, words or sentence come again and again."""
    said = [word.word for word in words]
    different = len(set(said))
    # Long text repeats its small words by nature.
    if len(said) >= different * (3 if different <= 5 else 4 if len(said) < 300 else 10):
        return True
    lines = Counter(tuple(token.word for token in sentence.tokens) for sentence in split(reply))
    return lines.total() >= 3 and len(lines) <= lines.total() // 3


def unreadable(words: list[Token], known: frozenset[str]) -> str:
    """Whether too few words are English: "language", "gibberish" or nothing. Names and numbers count neither way."""
    plain = [word for word in words if not word.number and not (word.capital and word.stem not in EVERYDAY_STEMS)]
    plain = plain or [word for word in words if not word.number]
    english_words = [w for w in plain if w.word in english.FUNCTION or w.stem in EVERYDAY_STEMS or w.stem in known]
    share = len(english_words) / max(1, len(plain))
    foreign = sum(plain_letters(word.word) in english.OTHER_TONGUES for word in plain)
    if not plain or share >= 0.6 or share >= 0.35 and foreign < 0.2 * len(plain):
        return ""
    if len(plain) == 1 and len(words) > 1:
        return ""
    if foreign >= 2 and foreign > 0.15 * len(plain):
        return "language"
    wordlike = sum(is_wordlike(word.word) for word in plain if word not in english_words)
    if wordlike >= 4 and wordlike > 0.8 * (len(plain) - len(english_words)):
        return "language"
    return "gibberish"


def plain_letters(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


def is_wordlike(word: str) -> bool:
    vowels = len(re.findall("[aeiouy]", plain_letters(word)))
    return 0.2 <= vowels / len(word) <= 0.75 and not re.search(r"[bcdfghjklmnpqrstvwxz]{5}|(.)\1\1|^(..+?)\2+$", word)


def is_heap(words: Sequence[Token]) -> bool:
    """Whether five words or more stand side by side with nothing that makes a sentence of them."""
    if len(words) < 5:
        return False
    said = [word.word for word in words]
    small = sum(word.number or word.word in english.FUNCTION for word in words)
    return small < 0.15 * len(said) and sum(word in english.VERBAL for word in said) <= len(said) // 12

