"""How a reply is read: the phrase notation, what is denied or quoted, the gate, and which move stands."""

from __future__ import annotations

import random
import re

import pytest
from grader.model import Move
from grader.moves import Finder, PhraseError


def move(name: str, *phrases: str, good: bool = True, vetoes: tuple[str, ...] = ()) -> Move:
    return Move(name, name, good, "", "", "", phrases, vetoes)


MOVES = {
    each.id: each
    for each in (
        move("apology", "i/we (am/are) (so/very/really) sorry", "^ sorry", "i/we (do) apologise", vetoes=("sorry if",)),
        move("non_apology", "sorry if", "sorry you feel", good=False),
        move("commit", "i/we will ... <time>", "<name> will ... <time>", "i will ... soon ~"),
        move("thanks", "thank you", "thanks for"),
        move("empathy", "must have been .. upsetting/hard", "not your fault"),
        move("acknowledge", "you waited", "sorry .. about/that", "your ~", vetoes=("our records",)),
        move("offer_more", "what else can i do ?", "anything else ?"),
        move("leading_negative", "anything else .. wrong ?", good=False),
        move("excuse", "we are (very) busy", "can't .. refund", good=False),
        move("dismiss", "calm down", "only a", good=False, vetoes=("not only a",)),
        move("hostile", "^ congratulations", good=False),
        move("bare_transfer", "transfer/pass you", good=False),
        move("explain_transfer", "transfer/pass you ... because she/he", "transfer/pass you ... she/he can"),
        move("ownership", "our mistake", "leave (it/this) with me"),
    )
}
FINDER = Finder(MOVES)


def found(reply: str, customer: str = "", **facts: list[str]) -> set[str]:
    return {e.move for e in FINDER.read(reply, customer, facts).evidence if e.sureness == "found"}


def said(phrase: str, text: str) -> str | None:
    """The words of the text that say the phrase."""
    span = Finder({}).says([phrase], text)
    return span and text[slice(*span)]


@pytest.mark.parametrize(
    ("phrase", "text", "words"),
    [
        ("apologise", "We apologise.", "apologise"),
        ("apologise", "we apologize", "apologize"),
        ("apologise", "he apologises", "apologises"),
        ("apologise", "I am apologising now", "apologising"),
        ("apologise", "I apolgise for this", "apolgise"),
        ("apologise", "This is an apology.", None),
        ("ring/call you", "I'll call you.", "call you"),
        ("ring/call you", "I'll ring you.", "ring you"),
        ("ring/call you", "I'll write you.", None),
        ("i am (very) sorry", "I am sorry.", "I am sorry"),
        ("i am (very) sorry", "i'm very sorry", "i'm very sorry"),
        ("i am (very) sorry", "I am quite sorry.", None),
        ("take .. off", "I can take the whole meal off.", "take the whole meal off"),
        ("take .. off", "I can take all of the meal off.", None),
        ("we will ... refund", "We will of course give you a full refund.", "We will of course give you a full refund"),
        ("we will ... refund", "We will do what we can and then we may give you a refund.", None),
        ("in <number> minutes", "in 12 minutes", "in 12 minutes"),
        ("in <number> minutes", "in twelve minutes", "in twelve minutes"),
        ("in <number> minutes", "in some minutes", None),
        ("ring you <time>", "I'll ring you today.", "ring you today"),
        ("ring you <time>", "I'll ring you at 5 pm.", "ring you at 5 pm"),
        ("ring you <time>", "I'll ring you by Friday.", "ring you by Friday"),
        ("ring you <time>", "I'll ring you in ten minutes.", "ring you in ten minutes"),
        ("ring you by <time>", "I'll ring you by 5.", "ring you by 5"),
        ("ring you <time>", "I'll ring you soon.", None),
        ("<name> will ring", "Samir will ring you.", "Samir will ring"),
        ("<name> will ring", "somebody will ring you", None),
        ("^ sorry", "Sorry about that.", "Sorry"),
        ("^ sorry", "I was sorry.", None),
        ("^ sorry", "It came late; sorry.", "sorry"),
        ("^ sorry", "It came late - sorry about that.", "sorry"),
        ("^ sorry", "It came late, sorry to say.", None),
        ("what happened ?", "What happened?", "What happened"),
        ("what happened ?", "so what happened when you rang", "what happened"),
        ("what happened ?", "I know what happened.", None),
        ("three weeks", "after 3 weeks", "3 weeks"),
        ("do not rush", "don't rush", "don't rush"),
        ("did not come", "it didnt come", "didnt come"),
        ("we will help", "we’ll help", "we’ll help"),
        ("the colour", "the color", "the color"),
        ("you bought", "You buy it.", "You buy"),
    ],
)
def test_a_phrase_finds_what_the_notation_says(phrase: str, text: str, words: str | None) -> None:
    assert said(phrase, text) == words


@pytest.mark.parametrize(
    ("phrase", "remedy"),
    [
        ("", "empty"),
        ("(very) <time>", "word that must be there"),
        ("(very sorry", "does not close"),
        ("very) sorry", "not opened"),
        ("() sorry", "empty brackets"),
        (".. sorry", "begins or ends with dots"),
        ("sorry ...", "begins or ends with dots"),
        ("by <date>", "<time>"),
        ("so/ sorry", "either of two words"),
        ("so[rr]y", "plain words"),
    ],
)
def test_a_phrase_that_cannot_be_read_says_what_to_write_instead(phrase: str, remedy: str) -> None:
    with pytest.raises(PhraseError, match=re.escape(remedy)):
        Finder({}).says([phrase], "")
    with pytest.raises(PhraseError, match="^greeting: "):
        Finder({"greeting": move("greeting", phrase)})
    with pytest.raises(PhraseError, match="^greeting: "):
        Finder({"greeting": move("greeting", "hello", vetoes=(phrase,))})


@pytest.mark.parametrize(
    ("name", "means_it", "does_not"),
    [
        ("apology", "I am sorry.", "I am not sorry."),
        ("apology", "I'm sorry the van never came.", "I'm sorry if you were upset."),
        ("apology", "We apologise for the noise.", "We can't apologise for the noise."),
        ("apology", "You told us on Monday, and I am sorry.", 'The customer says: "I am sorry, I will pay today."'),
        ("apology", "I would say this: I am sorry for the dust.", "He said I am sorry for the dust."),
        ("commit", "I will ring you at five.", "I won't ring you at five."),
        ("commit", "I will not rest; I will ring you at five.", "You said I will ring you at five."),
        ("dismiss", "Please calm down.", "I won't tell you to calm down."),
        ("dismiss", "It is only a scratch.", "It is not only a scratch."),
        ("dismiss", "Calm down, I will look.", "I'd never say 'calm down' to you, that helps nobody."),
        ("empathy", "This is not your fault.", "I never said it's not your fault."),
        ("thanks", "Not at all, thank you for waiting.", "Nobody is going to thank you for this."),
        ("hostile", "Congratulations, you can read.", "I said congratulations."),
    ],
)
def test_what_is_denied_quoted_reported_or_vetoed_is_not_found(name: str, means_it: str, does_not: str) -> None:
    assert name in found(means_it)
    assert name not in found(does_not)


@pytest.mark.parametrize(
    ("reply", "stands"),
    [
        ("I am sorry the tea was cold, if that helps.", True),
        ("You may well ask, sorry if it hurts; I am sorry for the noise.", True),
        ("I am sorry if you were upset, and we mean it.", False),
    ],
)
def test_a_veto_counts_in_the_clause_in_which_the_move_stands(reply: str, stands: bool) -> None:
    assert ("apology" in found(reply)) is stands


@pytest.mark.parametrize(
    ("reply", "stands"),
    [
        ("I am sorry about the fee, but the system does it automatically.", False),
        ("I am sorry about the noise, but this is a busy hotel.", False),
        ("We are sorry; the wait is long, however it is a hospital.", False),
        ("I am sorry about that, but we only follow the list.", False),
        ("I am sorry about the fee, but I will ring you at five.", True),
        ("I am sorry about the fee, but leave it with me.", True),
        ("I am sorry it is late, but your cake is on its way.", True),
        ("I am sorry you waited all day, but nobody came.", True),
        ("I am sorry we promised you a seat but put you in the aisle.", True),
        ("I am sorry, not only for the wait but also for the tone.", True),
        ("It is nothing but bad news, and I am sorry.", True),
        ("I know it does not bring the evening back, but I am sorry.", True),
    ],
)
def test_a_but_takes_the_sorry_back_unless_it_helps_or_tells_on(reply: str, stands: bool) -> None:
    assert ("apology" in found(reply)) is stands


def test_a_reply_in_quotation_marks_is_the_writers_own() -> None:
    assert found('"I am so sorry about the noise. I will ring you at five."') >= {"apology", "commit"}
    assert "apology" in found('I would write: "I am so sorry about the noise."')


COMPLAINT = "I took the whole day off for your engineer on Tuesday and nobody came to my house, nobody even rang."


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("123 ... !!", "empty"),
        ("😀😀", "empty"),
        (COMPLAINT, "copied"),
        (f"{COMPLAINT} I'm sorry.", "copied"),
        ("asdf", "gibberish"),
        ("asdf jklö qwer zxcvb asdf hjkl", "gibberish"),
        ("Sorry appointment engineer day off tomorrow refund.", "words"),
        ("apology, refund, manager, understand, frustration, tomorrow", "words"),
        ("Lo siento mucho, le vamos a devolver el dinero hoy mismo.", "language"),
        ("Je suis vraiment désolé pour ce retard, nous vous remboursons demain.", "language"),
        ("Es tut mir leid, wir haben den Termin nicht eingehalten.", "language"),
        ("Простите, мы вам перезвоним завтра.", "language"),
        ("申し訳ございません。明日お電話いたします。", "language"),
        ("sorry sorry sorry", "repeated"),
        ("I am sorry I am sorry I am sorry I am sorry", "repeated"),
        ("I'll ring you. I'll ring you. I'll ring you.", "repeated"),
    ],
)
def test_the_gate_names_the_reason(reply: str, reason: str) -> None:
    reading = FINDER.read(reply, COMPLAINT)
    assert (reading.gate, reading.evidence) == (reason, ())


@pytest.mark.parametrize(
    "reply",
    [
        "ok",
        "Sorry!",
        "so sorry :(",
        "Hi Jo, sorry about that xx",
        "You took the whole day off for our engineer and nobody came.",
        "Engineer booked, 9 am tomorrow. Sorry again.",
        "im realy sory abuot teh delay, ill call u tmrw at 9",
        "I'm so, so sorry. Really sorry.",
        "Bonjour Mme Dubois, I'm sorry the crêpes were cold.",
    ],
)
def test_the_gate_lets_short_plain_and_misspelt_replies_pass(reply: str) -> None:
    assert FINDER.read(reply, COMPLAINT).gate == ""


def test_evidence_is_the_sentence_and_the_words_as_typed() -> None:
    reply = "  Hello Ms Hall. We’re SO sorry about the noise!  Thank you for waiting; I'll ring you at 5 pm."
    shown = {e.move: (reply[e.start : e.end], e.why) for e in FINDER.read(reply).evidence}
    last = "Thank you for waiting; I'll ring you at 5 pm."
    assert shown["apology"] == ("We’re SO sorry about the noise!", "We’re SO sorry")
    assert shown["thanks"] == (last, "Thank you")
    assert shown["commit"] == (last, "I'll ring you at 5 pm")


def test_a_long_sentence_is_shown_by_its_clause() -> None:
    reply = (
        "I have now read every one of the eleven letters that you and your sister sent to us over the last year, "
        "I am very sorry, and the manager of the branch in question has read them from the first to the last as well, "
        "so that nobody in the whole office can say that they did not know about the state of the stairs in your house."
    )
    evidence = FINDER.read(reply).found("apology")
    assert evidence and reply[evidence.start : evidence.end] == "I am very sorry"


@pytest.mark.parametrize(
    ("reply", "has", "has_not"),
    [
        ("I am sorry you feel that way.", "non_apology", "apology"),
        ("I am sorry, but we are busy.", "excuse", "apology"),
        ("I am sorry, but we can't refund you.", "", "apology"),
        ("Is anything else wrong?", "leading_negative", "offer_more"),
        ("Congratulations, thank you for the news.", "hostile", "thanks"),
        ("I'll transfer you.", "bare_transfer", "explain_transfer"),
        ("I'll transfer you to Ann because she knows it.", "explain_transfer", "bare_transfer"),
        ("I'll transfer you to Ann now. She can mend it while you wait.", "explain_transfer", "bare_transfer"),
        ("I'll transfer you. That was our mistake.", "bare_transfer", "explain_transfer"),
        ("I'll ring you.", "", "commit"),
    ],
)
def test_priority_between_moves(reply: str, has: str, has_not: str) -> None:
    moves = found(reply)
    assert not has or has in moves
    assert has_not not in moves


@pytest.mark.parametrize(
    ("reply", "sure"),
    [
        ("You waited a whole day on Tuesday and the engineer stayed away.", True),
        ("I'm sorry about that lost Tuesday.", True),
        ("Our records say the engineer came to your house on Tuesday.", False),
        ("Could you tell me whether the engineer came to your house on Tuesday?", False),
        ("I will send the engineer to your house on Tuesday.", False),
        ("Sorry about the engineer.", False),
        ("I'm sorry about the problem.", False),
        ("Thank you for your message.", False),
    ],
)
def test_a_fact_said_back_is_one_of_this_customer_and_is_stated(reply: str, sure: bool) -> None:
    assert ("acknowledge" in found(reply, COMPLAINT)) is sure


def test_a_fact_of_the_case_counts_as_the_customers() -> None:
    assert "acknowledge" not in found("I'm sorry about the wasted leave.", "Nobody came.", other=["boiler"])
    assert "acknowledge" in found("I'm sorry about the wasted leave.", "Nobody came.", leave=["wasted leave/holiday"])


def test_a_weak_phrase_leaves_the_marker_unsure() -> None:
    reading = FINDER.read("I will ring you soon.")
    assert reading.unsure("commit") and not reading.found("commit")
    reading = FINDER.read("I will ring you soon. I will send it today.")
    assert reading.found("commit") and not reading.unsure("commit")


def test_a_move_is_shown_once_and_surely_where_it_can_be() -> None:
    moves = [e.move for e in FINDER.read("I am sorry. We are so sorry. I apologise. Thank you, thank you.").evidence]
    assert sorted(moves) == ["apology", "thanks"]


def strange_texts() -> list[str]:
    """Text that nobody means to send, the same in every run."""
    chance = random.Random(2026)
    planes = [(32, 126), (0, 31), (160, 591), (0x300, 0x36F), (0x600, 0x6FF), (0x2000, 0x206F), (0x1F300, 0x1FAFF)]
    words = "i we will not sorry today at 5 the a , . ? ! \" ' “ ” ( ) £4.50 7:30 1st e-mail can't and but you".split()
    texts = ["\ud800 sorry", "'" * 20_000, '"' * 20_000, "i " * 10_000, "a" * 20_000, "1." * 10_000, "é'" * 9_000]
    texts += ["i will " + "and " * 4_000 + "today", "sorry " * 50 + "if", "<time> ... <name> (a/b) ^ ?", "x\x00y", "''"]
    texts += ["'s", "1st", "İ" * 500, "I'm sorry about " + "the noise and " * 1_400]
    for _ in range(300):
        low, high = chance.choice(planes)
        texts.append("".join(chr(chance.randint(low, high)) for _ in range(chance.choice((1, 7, 80, 400)))))
    for _ in range(300):
        texts.append(chance.choice(("", " ")).join(chance.choice(words) for _ in range(chance.choice((1, 5, 60, 900)))))
    return texts


def test_any_text_is_read_and_its_spans_lie_in_it() -> None:
    for text in strange_texts():
        for customer in ("", COMPLAINT, text):
            reading = FINDER.read(text, customer, {"fact": ["day off", "i will <time>"]})
            for e in reading.evidence:
                assert 0 <= e.start < e.end <= len(text)
                assert text[e.start : e.end].strip() == text[e.start : e.end]
                assert e.why and e.why in text
            assert len({e.move for e in reading.evidence}) == len(reading.evidence)
        FINDER.says(["i will <time>", "sorry .. the"], text)
