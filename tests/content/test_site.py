"""This handbook as its readers find it: every kind of page, in both browsers, served and from a stick."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.browsers import BROWSERS, Reader, served

PATIENCE = 90_000
PAGES = ["index.html", "now/index.html", "now/card.html", "now/say.html", "now/record.html", "method/index.html",
         "method/apologise.html", "customers/index.html", "customers/quiet.html", "customers/abusive.html",
         "channels/chat.html", "calls/handover.html", "why/index.html", "why/numbers.html", "practise/index.html",
         "practise/roleplays.html", "practise/nowak.html",
         "team/index.html", "team/outside.html", "team/how-well-it-reads.html", "reference/disagreements.html",
         "reference/sources.html", "notices.html", "404.html"]


@pytest.fixture(params=BROWSERS)
def reader(request: pytest.FixtureRequest, browsers: dict[str, Browser], address: str) -> Iterator[Reader]:
    context = browsers[request.param].new_context()
    yield Reader(context, address)
    context.close()


def test_a_reply_on_a_step_page_is_marked_with_quotes_and_nothing_leaves_the_site(reader: Reader) -> None:
    page = reader.open("method/listen.html")
    asked = page.locator(".question:has(textarea)").first
    asked.locator("textarea").fill("I'm so sorry about Monday. I will ring you at 5 pm about the invoice.")
    asked.locator(".question-check").click()
    expect(asked.locator(".marks-summary")).to_be_visible(timeout=PATIENCE)
    expect(asked.locator(".point-quote").first).to_be_visible()
    expect(asked.locator("mark").first).to_be_visible()
    page.reload()
    expect(asked.locator(".marks-summary")).to_be_visible()
    assert reader.strangers() == []
    assert reader.complaints == []


@pytest.mark.parametrize(("typed", "page"), [
    ("sorry you feel", "method/apologise.html"),
    ("shouting", "customers/outspoken.html"),
    ("the quiet one", "customers/quiet.html"),
])
def test_search_finds_a_phrase_a_symptom_and_a_persona(reader: Reader, typed: str, page: str) -> None:
    reader.open("index.html")
    reader.page.locator('[data-md-component="search-query"]').click()
    reader.page.keyboard.type(typed)
    first = reader.page.locator(".md-search-result__link").first
    expect(first).to_be_visible(timeout=PATIENCE)
    found = [link.get_attribute("href") or "" for link in reader.page.locator(".md-search-result__link").all()[:5]]
    assert any(page in href for href in found), found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(
        browsers: dict[str, Browser], real_site: Path, scheme: Literal["light", "dark"]) -> None:
    with served(real_site) as address:
        context = browsers["chromium"].new_context(color_scheme=scheme, reduced_motion="reduce")
        found = {}
        # Dark pages differ in their colours only: one of each kind shows them all.
        for path in PAGES if scheme == "light" else PAGES[::3]:
            results = Axe().run(Reader(context, address).open(path))
            if results.violations_count:
                found[path] = results.generate_report()
        context.close()
    assert not found, "\n".join(found.values())


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_a_phone(browsers: dict[str, Browser], real_site: Path, path: str) -> None:
    with served(real_site) as address:
        context = browsers["chromium"].new_context(viewport={"width": 390, "height": 800})
        page = Reader(context, address).open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        context.close()


@pytest.mark.parametrize("path", ["now/card.html", "now/index.html"])
def test_the_call_card_and_help_now_print_on_one_sheet_each(
        browsers: dict[str, Browser], real_site: Path, path: str) -> None:
    with served(real_site) as address:
        context = browsers["chromium"].new_context()
        pdf = Reader(context, address).open(path).pdf(prefer_css_page_size=True)
        context.close()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


@pytest.mark.parametrize(("width", "height"), [(390, 800), (1280, 800)])
def test_the_words_for_each_symptom_are_on_the_first_screen(
        browsers: dict[str, Browser], real_site: Path, width: int, height: int) -> None:
    """From the list of symptoms, which is on the first screen itself, one press shows what to say."""
    with served(real_site) as address:
        context = browsers["chromium"].new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page = Reader(context, address).open("now/index.html")
        symptoms = page.locator(".symptoms a").all()
        assert len(symptoms) >= 10
        for symptom in symptoms:
            page.evaluate("window.scrollTo(0, 0)")
            box = symptom.bounding_box()
            assert box and box["y"] + box["height"] <= height
            heading = (symptom.get_attribute("href") or "").removeprefix("#")
            symptom.click()
            say = page.locator(f"[id='{heading}'] ~ .admonition.say").first.locator("li").first
            expect(say).to_be_in_viewport(ratio=1)
        context.close()


def test_every_link_of_the_home_page_leads_to_a_page(browsers: dict[str, Browser], real_site: Path) -> None:
    with served(real_site) as address:
        context = browsers["chromium"].new_context()
        page = Reader(context, address).open("index.html")
        doors = page.locator(".door")
        expect(doors).to_have_count(3)
        for link in doors.locator("a").all():
            answer = page.request.get(address + (link.get_attribute("href") or ""))
            assert answer.ok, link.get_attribute("href")
        context.close()


def test_the_phrase_bank_is_narrowed_and_a_link_keeps_the_choice(reader: Reader) -> None:
    page = reader.open("now/say.html")
    cards = page.locator(".phrase:visible")
    every = cards.count()
    page.locator("select[name=verdict]").select_option("never")
    page.locator("select[name=channels]").select_option("written")
    expect(page.locator(".phrase[data-verdict='say']:visible")).to_have_count(0)
    left = cards.count()
    assert 0 < left < every
    expect(page.locator(".phrase-filter output")).to_have_text(f"{left} of {every} cards")
    page.reload()
    expect(cards).to_have_count(left)
    assert reader.complaints == []
