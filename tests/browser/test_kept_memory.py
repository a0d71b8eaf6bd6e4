"""The second start is from memory that the first one left on this device, and never from memory that is not sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answers import PATIENCE, answer_all, checked, question
from tests.browsers import Reader, opened

# What is kept, or undefined.
KEPT = """() => new Promise((resolve, reject) => {
  const request = indexedDB.open("second-chance/memory", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("memory");
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const found = request.result.transaction("memory").objectStore("memory").get("memory");
    found.onsuccess = () => (request.result.close(), resolve(found.result?.version));
  };
})"""
# Changes what is kept by a function of it, and keeps that.
SPOIL = """(change) => new Promise((resolve, reject) => {
  const request = indexedDB.open("second-chance/memory", 1);
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction("memory", "readwrite");
    const store = transaction.objectStore("memory");
    const found = store.get("memory");
    found.onsuccess = () => store.put(CHANGES[change](found.result), "memory");
    transaction.oncomplete = () => (request.result.close(), resolve());
    transaction.onabort = () => reject(transaction.error);
  };
})"""
CHANGES = """({
  "one byte": (kept) => {
    const middle = kept.bytes.size / 2;
    return { ...kept, bytes: new Blob([kept.bytes.slice(0, middle), "?", kept.bytes.slice(middle + 1)]) };
  },
  "another version": (kept) => ({ ...kept, version: "another" }),
  "half of it": (kept) => ({ ...kept, bytes: kept.bytes.slice(0, kept.bytes.size / 2) }),
  "its head": (kept) => (kept.head.fill(0), kept),
  "something else": () => "something else",
})"""


@pytest.fixture
def started(browser: Browser, addresses: dict[str, str]) -> Iterator[Reader]:
    """A reader whose device keeps the memory of a first start."""
    context = browser.new_context()
    reader = Reader(context, addresses["http"])
    keep(reader.open("sub/one.html"))
    assert not reader.page.evaluate("secondChance.grader.restored")
    yield reader
    context.close()


def keep(page: Page) -> None:
    expect(page.locator(".quiz-state")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    for _ in range(300):
        if page.evaluate(KEPT):
            return
        page.wait_for_timeout(200)
    raise AssertionError("the memory was not kept")


def test_every_kind_is_marked_from_kept_memory(started: Reader) -> None:
    page = started.open("sub/one.html")
    answer_all(page)
    assert page.evaluate("secondChance.grader.restored")
    assert started.complaints == []


@pytest.mark.parametrize("change", ["one byte", "another version", "half of it", "its head", "something else"])
def test_memory_that_is_not_sound_is_not_used(started: Reader, change: str) -> None:
    page = started.page
    page.evaluate(f"(change) => ({SPOIL.replace('CHANGES', CHANGES)})(change)", change)
    started.open("sub/one.html")
    asked = question(page, "one")
    asked.get_by_label("What happened?").check()
    expect(checked(asked)).to_have_text("That is the one.")
    assert not page.evaluate("secondChance.grader.restored")


@pytest.mark.parametrize("fault", ["denied", "full"])
def test_without_room_for_memory_every_start_is_a_plain_one(
        browser: Browser, small_site: Path, tmp_path: Path, fault: str) -> None:
    # Scripts that a test adds to a page do not reach its worker.
    worker = small_site / "assets/quiz/load/worker.js"
    how = {"denied": "indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); };",
           "full": "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"}
    with opened(small_site, "http", tmp_path) as address:
        context = browser.new_context()
        reader = Reader(context, address)
        reader.context.route("**/load/worker.js*", lambda route: route.fulfill(
            content_type="text/javascript", body=how[fault] + worker.read_text("utf-8")))
        for name in ("sub/one.html", "index.html"):
            page = reader.open(name)
            asked = question(page, "one")
            asked.get_by_role("radio").first.check()
            checked(asked)
            assert not page.evaluate("secondChance.grader.restored")
            # It is kept a moment after the start.
            page.wait_for_timeout(2_500)
        context.close()


def test_two_pages_start_at_once(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context()
    one, two = Reader(context, addresses["http"]), Reader(context, addresses["http"])
    for reader in (one, two):
        reader.page.goto(addresses["http"] + "sub/one.html", wait_until="commit")
    for reader in (one, two):
        asked = question(reader.page, "one")
        asked.get_by_label("What happened?").check()
        expect(checked(asked)).to_have_text("That is the one.")
        keep(reader.page)
    page = one.open("sub/one.html")
    expect(page.locator(".quiz-state")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    assert page.evaluate("secondChance.grader.restored")
    context.close()
