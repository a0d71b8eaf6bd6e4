"""What a learner may judge for themselves: where it is, whether it is the same, how it would sound, what is not meant."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answers import PATIENCE, question
from tests.browsers import Reader

OWN = "This reply does what the customer needs, by what I found and by your own judgement."
DOUBTFUL = "I'm so sorry about your kettle. I will ring you soon. It is Monday."
DEAF = "I'm so sorry about your kettle. A new one stands at your door on the stroke of noon."


def replied(page: Page, reply: str) -> Locator:
    """The question, with this reply to it marked."""
    asked = question(page, "answer")
    asked.locator("textarea").fill(reply)
    asked.locator(".question-check").click()
    expect(asked.locator(".marks-summary")).to_be_visible(timeout=PATIENCE)
    return asked


def saved(page: Page) -> list[dict[str, Any]]:
    """The judgements as a trainer gets them."""
    with page.expect_download() as download:
        page.locator(".quiz-judgements").click()
    return [json.loads(line) for line in Path(download.value.path()).read_text("utf-8").splitlines()]


def test_what_was_not_spotted_is_shown_by_the_learner_and_kept_as_theirs(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    asked = replied(page, DEAF)
    expect(asked.locator(".points")).to_contain_text("I did not spot a promise with a time.")
    expect(page.locator(".quiz-judgements")).to_be_hidden()
    asked.get_by_role("button", name="It is in my reply").press("Enter")
    sentence = asked.get_by_role("button", name="A new one stands at your door on the stroke of noon.")
    assert asked.get_by_role("button", name="I'm so sorry about your kettle.").evaluate("it => it === document.activeElement")
    sentence.press("Enter")
    expect(asked.locator(".points")).to_contain_text("You found this one yourself:")
    expect(asked.locator(".marks-summary")).to_have_text(OWN)
    expect(page.locator(".quiz-progress")).to_have_text("1 of 5 done")
    page.reload()
    expect(asked.locator(".marks-summary")).to_have_text(OWN)
    back = asked.get_by_role("button", name="Take that back")
    back.click()
    expect(page.locator(".quiz-progress")).to_have_text("0 of 5 done")
    expect(page.locator(".quiz-judgements")).to_be_hidden()
    assert reader.complaints == []


def test_a_doubt_is_put_beside_a_model_answer_and_the_verdict_is_the_learners(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    asked = replied(page, DOUBTFUL)
    card = asked.get_by_role("group", name="Do these two do the same job?")
    expect(card).to_contain_text("I will ring you soon.")
    expect(card).to_contain_text("I will send a new one today.")
    card.get_by_role("button", name="Partly").click()
    expect(asked.locator(".points")).to_contain_text("Your own verdict: Partly.")
    expect(asked.locator(".marks-summary")).not_to_have_text(OWN)
    asked.get_by_role("button", name="Take that back").click()
    asked.get_by_role("group", name="Do these two do the same job?").get_by_role("button", name="Yes").click()
    # What might harm is only asked about, and stops nothing.
    expect(asked.locator(".points")).to_contain_text("Could the customer hear this as an excuse?")
    expect(asked.locator(".marks-summary")).to_have_text(OWN)


def test_judgements_are_saved_for_a_trainer_and_go_with_the_words_they_are_about(browsers: dict[str, Browser],
                                                                                 addresses: dict[str, str]) -> None:
    context = browsers["chromium"].new_context(accept_downloads=True)
    page = Reader(context, addresses["http"]).open("sub/one.html")
    asked = replied(page, DOUBTFUL)
    asked.get_by_role("group", name="I see this otherwise: an apology").get_by_role("button").click()
    asked.get_by_role("group", name="Would you have heard that?").get_by_role("button", name="No").click()
    entries = {entry["at"]: entry for entry in saved(page)}
    assert entries["expect.apology"] == {
        "quiz": "every", "question": "answer", "at": "expect.apology", "marker": "yes", "learner": "otherwise",
        "words": "I'm so sorry about your kettle.", "reply": DOUBTFUL}
    assert (entries["avoid.excuse"]["marker"], entries["avoid.excuse"]["learner"]) == ("unsure", "no")
    replied(page, DEAF)
    expect(asked.locator(".marked-reply")).to_be_visible()
    expect(page.locator(".quiz-judgements")).to_be_hidden()
    context.close()


def test_axe_finds_nothing_in_open_and_answered_judgements(browsers: dict[str, Browser], addresses: dict[str, str]) -> None:
    context = browsers["chromium"].new_context(reduced_motion="reduce")
    page = Reader(context, addresses["http"]).open("sub/one.html")
    asked = replied(page, DOUBTFUL)
    asked.get_by_role("group", name="Would you have heard that?").get_by_role("button", name="No").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    replied(page, DEAF)
    asked.get_by_role("button", name="It is in my reply").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    context.close()
