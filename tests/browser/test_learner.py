"""What a learner does and sees, in both browsers, over http below a folder and from file://."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.answers import PATIENCE, REPLY, answer_all, checked, question
from tests.browsers import Reader


def test_every_kind_is_marked_and_everything_is_back_after_a_reload(anywhere: Reader) -> None:
    page = anywhere.open("sub/one.html")
    answer_all(page)
    expect(page.locator(".quiz-progress")).to_have_text("5 of 5 done")
    expect(question(page, "answer").locator("mark").first).to_have_text(re.compile("sorry about your"))
    page.reload()
    expect(page.locator(".quiz-progress")).to_have_text("5 of 5 done")
    expect(page.locator(".marks-summary")).to_have_count(5)
    expect(question(page, "one").get_by_label("What happened?")).to_be_checked()
    assert question(page, "steps").locator(".step-text").all_inner_texts() == ["Listen", "Ask", "Act", "Check"]
    expect(question(page, "pairs").locator("select").nth(1)).to_have_value("b=Let them finish")
    expect(question(page, "answer").locator("textarea")).to_have_value(REPLY)
    assert anywhere.strangers() == []
    assert anywhere.complaints == []


def test_only_what_was_not_right_is_tried_again(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    some = question(page, "some")
    some.get_by_label("The date").check()
    some.get_by_label("The verdict").check()
    expect(checked(some)).to_have_text("1 of 2 found. One more fits. One of yours does not belong.")
    expect(some.locator(".points")).to_contain_text("A verdict hurts.")
    again = some.get_by_role("button", name="Try again")
    again.click()
    expect(some.get_by_label("The date")).to_be_checked()
    expect(some.get_by_label("The date")).to_be_disabled()
    expect(some.get_by_label("The verdict")).not_to_be_checked()
    some.get_by_label("The name").check()
    expect(checked(some)).to_have_text("All found, and nothing that does not belong.")


def test_an_order_that_is_partly_right_is_explained(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    steps = question(page, "steps")
    expect(checked(steps)).to_contain_text("In the right sequence already")
    expect(steps.locator(".point").first).to_have_text(re.compile("(Act|Ask|Check|Listen).*This one comes", re.DOTALL))
    explanation = steps.locator(".question-explanations")
    explanation.locator("summary").click()
    expect(explanation).to_contain_text("Last the eyes.")


def test_steps_can_be_dragged(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    steps = question(page, "steps")
    steps.scroll_into_view_if_needed()
    before = steps.locator(".step-text").all_inner_texts()
    first, last = steps.locator(".step").first.bounding_box(), steps.locator(".step").last.bounding_box()
    assert first and last
    page.mouse.move(first["x"] + 60, first["y"] + 15)
    page.mouse.down()
    page.mouse.move(first["x"] + 60, last["y"] - 10, steps=4)
    page.mouse.move(last["x"] + 60, last["y"] + last["height"] - 4, steps=4)
    page.mouse.up()
    expect(steps.locator(".step-text").last).to_have_text(before[0])


def test_a_wrong_pair_does_not_tell_its_partner(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    pairs = question(page, "pairs")
    pairs.locator("select").nth(0).select_option(label="Refund")
    checked(pairs)
    expect(pairs.locator(".points")).to_contain_text("What you chose does not go with this.")
    expect(pairs.locator(".points")).to_contain_text("“Fine.”")
    expect(pairs.locator(".points")).not_to_contain_text("Fine is not fine.")
    # What is chosen for the next try is not lost with the page.
    pairs.get_by_role("button", name="Try again").click()
    pairs.locator("select").nth(0).select_option(label="Ask more")
    page.reload()
    expect(pairs.get_by_role("button", name="Check my answer")).to_be_visible()
    expect(pairs.locator("select").nth(0)).to_have_value("a=Ask more")


def test_what_is_done_cannot_be_moved_any_more(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    answer_all(page)
    for button in question(page, "steps").locator(".step button").all():
        expect(button).to_be_disabled()
    page.reload()
    expect(question(page, "steps").locator(".step button").first).to_be_disabled()


def test_an_answer_changed_while_it_is_marked_gets_no_marks_of_the_old_one(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    one = question(page, "one")
    one.get_by_label("What happened?").check()
    # At once, before any marks can come.
    one.get_by_label("Bad luck.").evaluate(
        "(other) => { other.form.querySelector('.question-check').click(); other.click(); }")
    expect(one.locator(".question-marks")).to_contain_text("You changed your answer", timeout=PATIENCE)
    expect(one.get_by_label("Bad luck.")).to_be_enabled()


def test_hints_come_one_at_a_time(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    one = question(page, "one")
    expect(one.get_by_text("First hint.")).to_be_hidden()
    one.get_by_role("button", name="Show a hint").click()
    expect(one.get_by_text("First hint.")).to_be_visible()
    expect(one.get_by_text("Second hint.")).to_be_hidden()
    one.get_by_role("button", name="Show another hint (1 of 2 shown)").click()
    expect(one.get_by_text("Second hint.")).to_be_visible()


def test_what_a_learner_types_is_only_ever_text(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    answer = question(page, "answer")
    typed = "I'm sorry about the kettle <img src=x onerror=\"document.title='run'\"><b>bold</b>. I will ring you today."
    answer.locator("textarea").fill(typed)
    checked(answer)
    expect(answer.locator(".marked-reply")).to_contain_text("<img src=x onerror=")
    assert answer.locator(".question-points img, .question-points b").count() == 0
    assert page.title() != "run"


def test_an_edited_reply_keeps_its_draft_without_being_checked(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    draft = question(page, "answer").locator("textarea")
    draft.fill("Half a reply, and then the pho")
    page.reload()
    expect(question(page, "answer").locator("textarea")).to_have_value("Half a reply, and then the pho")
    expect(page.locator(".marks-summary")).to_have_count(0)


def test_starting_again_clears_this_quiz(reader: Reader) -> None:
    page = reader.open("index.html")
    extra = question(page, "one")
    extra.get_by_label("This").check()
    checked(extra)
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start this quiz again").click()
    expect(extra.get_by_label("This")).not_to_be_checked()
    page.reload()
    expect(page.locator(".marks-summary")).to_have_count(0)


def test_all_kinds_are_answered_by_keyboard_alone(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    expect(page.locator(".quiz-state")).to_have_attribute("data-state", "ready", timeout=PATIENCE)

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"the keyboard never reached {selector}")

    page.locator("#every-one").evaluate("section => { section.tabIndex = -1; section.focus(); }")
    tab_to("#every-one input")
    page.keyboard.press("ArrowDown")
    tab_to("#every-one .question-check")
    page.keyboard.press("Enter")
    expect(question(page, "one").locator(".marks-summary")).to_be_visible(timeout=PATIENCE)
    tab_to("#every-some input")
    page.keyboard.press("Space")
    tab_to("#every-some input")
    page.keyboard.press("Space")
    tab_to("#every-some .question-check")
    page.keyboard.press("Enter")
    expect(question(page, "some").locator(".marks-summary")).to_have_text(re.compile("All found"), timeout=PATIENCE)
    # The page shows Check, Ask, Act, Listen.
    for step, by, times in (("Listen", "-1", 3), ("Ask", "-1", 1), ("Check", "1", 1)):
        page.locator("#every-some .question-check").focus()
        tab_to(f'#every-steps [aria-label="Move {"up" if by == "-1" else "down"}: {step}"]')
        for _ in range(times):
            page.keyboard.press("Enter")
    expect(question(page, "steps").locator("sortable-list [role=status]")).to_contain_text("now")
    tab_to("#every-steps .question-check")
    page.keyboard.press("Enter")
    expect(question(page, "steps").locator(".marks-summary")).to_have_text("That is the order.", timeout=PATIENCE)
    tab_to("#every-pairs select")
    page.keyboard.press("A")
    tab_to("#every-pairs select")
    page.keyboard.press("L")
    tab_to("#every-pairs .question-check")
    page.keyboard.press("Enter")
    expect(question(page, "pairs").locator(".marks-summary")).to_have_text("Every pair is right.", timeout=PATIENCE)
    tab_to("#every-answer textarea")
    page.keyboard.type(REPLY)
    page.keyboard.press("Enter")
    page.keyboard.type("Bye.")
    expect(question(page, "answer").locator(".marks-summary")).to_have_count(0)
    page.keyboard.press("Control+Enter")
    marks = question(page, "answer").locator(".marks-summary")
    expect(marks).to_have_text("This reply does what the customer needs.", timeout=PATIENCE)


def test_marks_are_announced(reader: Reader) -> None:
    page = reader.open("sub/one.html")
    for output in page.locator(".question-marks").all():
        assert output.get_attribute("aria-live") == "polite"
    asked = question(page, "one")
    asked.get_by_label("No.").check()
    checked(asked)
    # The outcome is announced; the points are below it, to be read.
    expect(asked.locator(".question-marks")).to_have_text("Not this one. Read why, then try another.")
    expect(asked.locator(".question-points")).to_contain_text("It shuts the door.")


def test_search_finds_words_of_a_page(anywhere: Reader) -> None:
    page = anywhere.open("index.html")
    page.locator('[data-md-component="search-query"]').click()
    page.keyboard.type("perambulator")
    expect(page.locator(".md-search-result__link").first).to_have_attribute("href", re.compile(r"sub/one\.html"), timeout=20_000)
    # What is right must not be found by searching.
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("verdict hurts")
    expect(page.locator(".md-search-result__meta")).to_have_text("No matching documents", timeout=20_000)
    assert anywhere.strangers() == []


def test_a_page_without_a_quiz_loads_nothing_of_quizzes(reader: Reader) -> None:
    page = reader.open("sub/plain.html")
    page.wait_for_timeout(500)
    assert not [url for url in reader.requests if "assets/quiz" in url]
