"""Search, as staff use it: symptoms and everyday words lead to the page that helps, served and from a stick."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browsers import Reader

# What somebody types, and the pages any of which answers it.
SEARCHES = [line.split("\t") for line in Path(__file__).with_name("searches.tsv").read_text("utf-8").splitlines()]
TOP = 3
MISSES = 3


def found(page: Page, typed: str) -> list[str]:
    """The pages of the first results for what is typed, without the places in them."""
    box, summary = page.locator('[data-md-component="search-query"]'), page.locator(".md-search-result__meta")
    for text, shown in (("", expect(summary).to_have_text), (typed, expect(summary).not_to_have_text)):
        box.fill(text)
        # Search listens to keys, not to what is in the box.
        box.dispatch_event("keyup")
        shown("Type to start searching")
    links = page.locator(".md-search-result__item > .md-search-result__link").all()
    return [(link.get_attribute("href") or "").split("#")[0].split("?")[0] for link in links[:TOP]]


def test_everyday_words_find_the_page_among_the_first_three(browsers: dict[str, Browser], address: str) -> None:
    context = browsers["chromium"].new_context()
    page = Reader(context, address).open("index.html")
    page.locator('[data-md-component="search-query"]').click()
    expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching", timeout=30_000)
    missed = {}
    for typed, pages in SEARCHES:
        results = found(page, typed)
        if not any(result.endswith(right.replace(".md", ".html")) for result in results for right in pages.split()):
            missed[typed] = results
    context.close()
    assert len(SEARCHES) >= 60
    assert len(missed) <= MISSES, "\n".join(f"{typed}: {results}" for typed, results in missed.items())
