"""A conversation with a customer: typed, taken back, resumed, and told about in the end."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.answers import PATIENCE
from tests.browsers import Reader

PAGE = "sub/pat.html"
TURNS = [
    "I'm so sorry about your kettle.", "What happened on Monday?", "I'm so sorry that the party went wrong.",
    "Tell me more about the guests.", "I'm sorry for the trouble with the tea.", "I do apologise for the long wait.",
    "How is your mother now?", "I'm sorry that nobody rang you back.", "I'm so sorry for her birthday.",
    "I'm very sorry about the cold water.", "I'm sorry, this should not have happened.", "I will send you a new kettle today."]
KEPT = "secondChance.store.get('roleplays/pat')"


def begun(reader: Reader) -> Page:
    """The page, with Pat on the line."""
    page = reader.open(PAGE)
    page.get_by_role("button", name="Answer Pat").click()
    expect(page.get_by_role("log")).to_contain_text("The kettle is dead.", timeout=PATIENCE)
    return page


def box(page: Page) -> Locator:
    return page.get_by_label("What do you say to Pat?")


def say(page: Page, *turns: str) -> None:
    for turn in turns:
        before = page.locator('[data-who="you"]').count()
        box(page).fill(turn)
        page.get_by_role("button", name="Send").click()
        expect(page.locator('[data-who="you"]')).to_have_count(before + 1, timeout=PATIENCE)


def tab_to(page: Page, wanted: Locator) -> None:
    expect(wanted).to_be_visible(timeout=PATIENCE)
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"the keyboard does not reach {wanted}")


def test_twelve_turns_by_keyboard_alone_are_kept_and_told_about(anywhere: Reader) -> None:
    page = anywhere.open(PAGE)
    tab_to(page, page.get_by_role("button", name="Answer Pat"))
    page.keyboard.press("Enter")
    expect(box(page)).to_be_focused(timeout=PATIENCE)
    for number, turn in enumerate(TURNS, 1):
        page.keyboard.type(turn)
        if number == 7:
            # As long as a hand takes to the key: from file:// the hub keeps it a moment later.
            page.wait_for_timeout(500)
            page.reload()
            expect(box(page)).to_have_value(turn, timeout=PATIENCE)
            expect(page.locator('[data-who="you"]')).to_have_count(6, timeout=PATIENCE)
            tab_to(page, box(page))
        page.keyboard.press("Control+Enter")
        expect(page.locator('[data-who="you"]').nth(number - 1)).to_have_text("You" + turn)
    expect(page.get_by_role("heading", name="Mended")).to_be_focused()
    expect(page.locator(".line").last).to_have_text("PatThank you. Goodbye.")
    expect(page.get_by_role("img", name="Heat and trust, turn by turn")).to_be_visible()
    page.locator(".figures summary").press("Enter")
    # Heat and trust after an apology.
    expect(page.get_by_role("row", name="1", exact=False).first).to_have_text("137")
    expect(page.locator(".played")).to_have_count(12)
    expect(page.locator(".played mark").first).to_have_text(TURNS[0])
    log = page.get_by_role("log").inner_text()
    page.reload()
    expect(page.get_by_role("heading", name="Mended")).to_be_visible(timeout=PATIENCE)
    assert page.get_by_role("log").inner_text() == log
    assert anywhere.strangers() == []
    assert anywhere.complaints == []


def test_a_turn_is_taken_back_a_line_is_offered_and_the_mood_is_hidden(reader: Reader) -> None:
    page = begun(reader)
    expect(page.get_by_role("button", name="Take back my last turn")).to_be_disabled()
    say(page, "We are short-staffed.")
    expect(page.locator(".mood")).to_contain_text("Mood: angry")
    page.get_by_role("button", name="Take back my last turn").click()
    expect(page.locator(".mood")).to_contain_text("Mood: on edge")
    expect(page.locator('[data-who="you"]')).to_have_count(0)
    expect(box(page)).to_have_value("We are short-staffed.")
    expect(box(page)).to_be_focused()
    box(page).fill("")
    page.get_by_role("button", name="Give me three lines").click()
    lines = page.get_by_role("group", name="Three lines").get_by_role("button")
    expect(lines).to_have_count(3)
    first, second = lines.all_inner_texts()[:2]
    lines.nth(0).click()
    lines.nth(1).click()
    expect(box(page)).to_have_value(second)
    # What somebody has written themselves is not written over.
    box(page).fill("Hello, Pat.")
    lines.nth(0).click()
    expect(box(page)).to_have_value(f"Hello, Pat. {first}")
    page.get_by_role("button", name="Pause and think").click()
    expect(page.locator(".pause").get_by_role("link", name="One")).to_be_visible()
    expect(box(page)).to_be_hidden()
    page.get_by_role("button", name="Go on").click()
    expect(box(page)).to_be_focused()
    page.get_by_label("Hide the mood").check()
    expect(page.locator(".mood")).to_be_hidden()
    page.reload()
    expect(box(page)).to_have_value(f"Hello, Pat. {first}", timeout=PATIENCE)
    expect(page.locator(".mood")).to_be_hidden()
    assert reader.complaints == []


def test_a_debrief_leads_back_to_any_turn(reader: Reader) -> None:
    page = begun(reader)
    say(page, "Well, well.", "I'm so sorry about your kettle.", "We are short-staffed.")
    page.get_by_role("button", name="End it here").click()
    expect(page.get_by_role("heading", name="Rung off")).to_be_focused()
    debrief = page.locator(".debrief")
    expect(debrief).to_contain_text("It went badly")
    expect(debrief).to_contain_text("You chose a line that was offered, the tempting one: It says nothing.")
    expect(debrief).to_contain_text("Your words drew this out: The tea.")
    expect(debrief.locator(".better").last).to_contain_text("You might say: “I ")
    page.get_by_role("button", name="Back to the conversation").click()
    expect(debrief).to_be_hidden()
    expect(page.locator('[data-who="you"]')).to_have_count(3)
    page.get_by_role("button", name="End it here").click()
    page.get_by_role("button", name="Try again from turn 2").click()
    expect(box(page)).to_have_value("I'm so sorry about your kettle.")
    expect(page.locator('[data-who="you"]')).to_have_count(1)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start again").click()
    expect(page.locator('[data-who="you"]')).to_have_count(0)
    expect(box(page)).to_have_value("")


def test_the_same_seed_and_words_give_the_same_conversation_in_both_browsers(
        browsers: dict[str, Browser], addresses: dict[str, str]) -> None:
    told = {}
    for name, browser in browsers.items():
        context = browser.new_context()
        page = Reader(context, addresses["http"]).open(PAGE)
        page.evaluate("(turns) => secondChance.store.put('roleplays/pat', { seed: 2 ** 31 + 7, turns })", TURNS)
        page.reload()
        expect(page.get_by_role("heading", name="Mended")).to_be_visible(timeout=PATIENCE)
        told[name] = [page.locator(part).text_content() for part in (".conversation-log", ".debrief")]
        context.close()
    assert told["chromium"] == told["firefox"]


def test_what_no_page_of_ours_has_kept_is_passed_over(browsers: dict[str, Browser], addresses: dict[str, str]) -> None:
    context = browsers["chromium"].new_context()
    reader = Reader(context, addresses["http"])
    page = reader.open(PAGE)
    for kept in (7, {"seed": "x", "turns": []}, {"seed": 1, "turns": [{}]}):
        page.evaluate("(kept) => secondChance.store.put('roleplays/pat', kept)", kept)
        page.reload()
        expect(page.get_by_role("button", name="Answer Pat")).to_be_visible()
    assert reader.complaints == []
    context.close()


def test_what_is_typed_is_only_text(reader: Reader) -> None:
    page = begun(reader)
    typed = "<img src=x onerror=alert(1)> I'm sorry 😀 <b>Pat</b>, {customer}."
    say(page, typed)
    expect(page.locator('[data-who="you"] .line-said')).to_have_text(typed)
    page.get_by_role("button", name="End it here").click()
    expect(page.locator(".played-said")).to_contain_text("<b>Pat</b>, {customer")
    assert page.locator("role-play :is(img, b)").count() == 0
    assert reader.complaints == []


def test_a_turn_that_cannot_be_read_stays_and_is_tried_again(browsers: dict[str, Browser], addresses: dict[str, str]) -> None:
    context = browsers["chromium"].new_context()
    page = begun(Reader(context, addresses["http"]))
    page.evaluate("() => { secondChance.grader.ask = () => Promise.reject(new Error('It did not work.')); }")
    box(page).fill("I'm so sorry about your kettle.")
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".roleplay-state")).to_have_text("It did not work.")
    expect(box(page)).to_have_value("I'm so sorry about your kettle.")
    page.evaluate("() => delete secondChance.grader.ask")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator('[data-who="you"]')).to_have_count(1)
    expect(box(page)).to_have_value("")
    assert page.evaluate(KEPT)["turns"] == ["I'm so sorry about your kettle."]
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_conversation_and_its_debrief(
        browsers: dict[str, Browser], addresses: dict[str, str], scheme: Literal["light", "dark"]) -> None:
    context = browsers["chromium"].new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 390, "height": 800})
    page = begun(Reader(context, addresses["http"]))
    say(page, *TURNS[:3], "We are short-staffed.")
    page.get_by_role("button", name="Give me three lines").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    page.get_by_role("button", name="End it here").click()
    page.locator(".figures summary").click()
    page.get_by_role("button", name="Copy the conversation").click()
    expect(page.locator(".debrief-copied")).not_to_be_empty()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()
