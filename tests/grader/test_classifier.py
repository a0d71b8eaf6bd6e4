"""The trained part of the finder: how its file is read, what it adds to the phrases, and what phrases still decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from grader.model import Move
from grader.moves import Finder
from grader.moves.classifier import Classifier, Judgement
from grader.moves.features import Feature

MOVES = {
    "apology": Move("apology", "an apology", True, "", "", "", ("i am sorry", "regrets"), vetoes=("sorry if",)),
    "dismiss": Move("dismiss", "dismissal", False, "", "", "", ("calm down",)),
}
# "P" and on speak for a move, "N" and down against it; "a" is the first move, "b" the second.
TRAINED = Classifier(
    {"apology": Judgement(-2, 0.8, 0.4, 0, (1, 0)), "dismiss": Judgement(-2, 0.8, 0.4, 0, (0, 1))}, -2,
    {"w afraid so": "av", "s overreact": "bv", "p found apology": "av", "w never": "a!"})


def found(reply: str, trained: Classifier = TRAINED, moves: dict[str, Move] = MOVES) -> dict[str, str]:
    return {e.move: e.sureness for e in Finder(moves, trained.write()).read(reply).evidence}


def test_what_is_written_is_read_alike() -> None:
    assert Classifier.read(TRAINED.write()) == TRAINED


@pytest.mark.parametrize("text", ["", "border", "nonsense", TRAINED.write().replace("\t1\t0\n", "\t1\n"), "border\t1\n\na\n"])
def test_a_file_that_is_something_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Classifier.read(text)


def test_words_that_no_phrase_knows_are_found_and_quoted() -> None:
    (evidence,) = Finder(MOVES, TRAINED.write()).read("It came late. You do overreact, you know.").evidence
    assert (evidence.move, evidence.sureness) == ("dismiss", "found")
    assert evidence.why == "overreact"


def test_between_the_limits_it_is_unsure() -> None:
    assert found("You do overreact to it.", replace(TRAINED, weights={"s overreact": "bk"})) == {"dismiss": "unsure"}


def test_a_phrase_is_found_where_it_is_likelier_than_not_and_unsure_elsewhere() -> None:
    assert found("I am sorry we came late.")["apology"] == "found"
    likely = replace(TRAINED, judgements={**TRAINED.judgements, "apology": Judgement(0.5, 0.8, 0.4, 0, (1, 0))}, weights={})
    assert found("I am sorry we came late.", likely) == {"apology": "found"}
    unlikely = replace(TRAINED, weights={"w late": "a!"})
    assert found("I am sorry we came late.", unlikely) == {"apology": "unsure"}


@pytest.mark.parametrize("reply", [
    "I have no regrets, I am afraid so.", 'She said "I am sorry, I am afraid so" to him.', "Sorry if it is, I am afraid so."])
def test_what_is_denied_quoted_or_vetoed_is_not_found_by_other_words_either(reply: str) -> None:
    assert "apology" in found("I am afraid so.")
    assert "apology" not in found(reply)


def test_a_sentence_begins_where_the_words_say_so_when_nobody_typed_a_full_stop() -> None:
    border = replace(TRAINED, weights={**TRAINED.weights, "> afraid so": "v"})
    typed = "it came late on all of the days that were agreed on afraid so is the word for it"
    assert len(Finder(MOVES, TRAINED.write()).read(typed).sentences) == 1
    (_, first), (second, _) = Finder(MOVES, border.write()).read(typed).sentences
    assert typed[first + 1 :] == typed[second:] == "afraid so is the word for it"


def test_a_move_it_has_never_met_is_found_by_its_phrases_alone() -> None:
    moves = {**MOVES, "blessing": Move("blessing", "a blessing", True, "", "", "", ("bless you",))}
    assert found("Well, bless you for that.", moves=moves) == {"blessing": "found"}


def test_moves_keep_company() -> None:
    together = replace(TRAINED, judgements={
        **TRAINED.judgements, "apology": Judgement(-2, 0.8, 0.4, 0, (1, 1))})
    assert "apology" not in found("You do overreact to it.")
    assert found("You do overreact to it.", together)["apology"] in ("found", "unsure")


def test_the_more_there_is_to_a_sentence_the_less_a_word_counts() -> None:
    word = Feature("s overreact", 0, 1)
    short = TRAINED.sentence([word])["dismiss"]
    assert short > TRAINED.sentence([word, *(Feature(f"w {i}") for i in range(99))])["dismiss"] > -2
