"""The second start is from memory that the first one left on this device, and never from memory that is not sound."""

from __future__ import annotations

import shutil
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
# Keeps what a function makes of what was kept at first.
SPOIL = """async (change) => {
  const settled = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const opened = await settled(indexedDB.open("second-chance/memory", 1));
  const store = () => opened.transaction("memory", "readwrite").objectStore("memory");
  const kept = (await settled(store().get("sound"))) ?? (await settled(store().get("memory")));
  await settled(store().put({ ...kept, head: kept.head.slice() }, "sound"));
  const bytes = kept && new Uint8Array(await kept.bytes.arrayBuffer());
  await settled(store().put(CHANGES[change](kept, bytes), "memory"));
  opened.close();
}"""
CHANGES = """({
  "one byte": (kept, bytes) => ((bytes[bytes.length / 2] ^= 1), { ...kept, bytes: new Blob([bytes]) }),
  "another version": (kept) => ({ ...kept, version: "another" }),
  "half of it": (kept, bytes) => ({ ...kept, bytes: new Blob([bytes.slice(0, bytes.length / 2)]) }),
  "its head": (kept) => (kept.head.fill(0), kept),
  "something else": () => "something else",
})"""
# As after a restart of the browser: no page uses a worker again that one has given up.
GIVE_UP = "localStorage.setItem('second-chance/worker', Date.now())"


@pytest.fixture
def started(browser: Browser, addresses: dict[str, str]) -> Iterator[Reader]:
    """A reader whose device keeps the memory of a first start."""
    context = browser.new_context()
    reader = Reader(context, addresses["http"])
    keep(reader.open("sub/one.html"))
    assert not reader.page.evaluate("secondChance.grader.restored")
    reader.page.evaluate(GIVE_UP)
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


def test_memory_that_is_not_sound_is_not_used(started: Reader) -> None:
    for change in ("one byte", "another version", "half of it", "its head", "something else"):
        page = started.open("sub/plain.html")
        page.evaluate(f"(change) => ({SPOIL.replace('CHANGES', CHANGES)})(change)", change)
        page.evaluate(GIVE_UP)
        started.open("sub/one.html")
        asked = question(page, "one")
        asked.get_by_label("What happened?").check()
        expect(checked(asked)).to_have_text("That is the one.")
        assert not page.evaluate("secondChance.grader.restored"), change


@pytest.mark.parametrize("fault", ["denied", "full"])
def test_without_room_for_memory_every_start_is_a_plain_one(
        browser: Browser, small_site: Path, tmp_path: Path, fault: str) -> None:
    how = {"denied": "indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); };",
           "full": "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };"}
    # Scripts that a test adds to a page do not reach its worker.
    site = tmp_path / "site"
    shutil.copytree(small_site, site)
    worker = site / "assets/quiz/load/worker.js"
    worker.write_text(how[fault] + worker.read_text("utf-8"), "utf-8")
    with opened(site, "http", tmp_path) as address:
        context = browser.new_context()
        reader = Reader(context, address)
        for name in ("sub/one.html", "index.html"):
            page = reader.open(name)
            asked = question(page, "one")
            asked.get_by_role("radio").first.check()
            checked(asked)
            assert not page.evaluate("secondChance.grader.restored")
            # It is kept a moment after the start.
            page.wait_for_timeout(2_500)
            page.evaluate(GIVE_UP)
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
    two.page.evaluate(GIVE_UP)
    page = one.open("sub/one.html")
    expect(page.locator(".quiz-state")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
    assert page.evaluate("secondChance.grader.restored")
    context.close()
