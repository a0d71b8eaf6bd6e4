"""How a person answers the questions of the small handbook."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

# Starting Python takes a second or two on a quiet machine, and much longer on a busy one.
PATIENCE = 90_000
REPLY = "I'm so sorry about your kettle. I will send a new one tomorrow."


def question(page: Page, id: str) -> Locator:
    return page.locator(f'[data-question="{id}"]')


def checked(asked: Locator) -> Locator:
    """Presses the button that checks, and gives the marks once they are there."""
    asked.locator(".question-check").click()
    summary = asked.locator(".marks-summary")
    expect(summary).to_be_visible(timeout=PATIENCE)
    return summary


def answer_all(page: Page) -> None:
    """Answers each kind rightly."""
    one = question(page, "one")
    one.get_by_label("What happened?").check()
    expect(checked(one)).to_have_text("That is the one.")
    some = question(page, "some")
    some.get_by_label("The date").check()
    some.get_by_label("The name").check()
    expect(checked(some)).to_have_text("All found, and nothing that does not belong.")
    steps = question(page, "steps")
    order = ["Listen", "Ask", "Act", "Check"]
    for place, step in enumerate(order):
        while steps.locator(".step-text").all_inner_texts().index(step) > place:
            steps.get_by_role("button", name=f"Move up: {step}").click()
    expect(checked(steps)).to_have_text("That is the order.")
    pairs = question(page, "pairs")
    pairs.locator("select").nth(0).select_option(label="Ask more")
    pairs.locator("select").nth(1).select_option(label="Let them finish")
    expect(checked(pairs)).to_have_text("Every pair is right.")
    answer = question(page, "answer")
    answer.locator("textarea").fill(REPLY)
    expect(checked(answer)).to_have_text("This reply does what the customer needs.")
