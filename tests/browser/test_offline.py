"""A handbook that is kept on the device: whole without its server, never of two builds at once, and only if asked for."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.browser.answers import PATIENCE, REPLY, answer_all, checked, question
from tests.browsers import BROWSERS, Server, launch_profile
from tests.conftest import Project

ROOM = 2_000_000
AVAILABLE = "Available offline. Every page, the search and the practice are on this device."
READY = "A newer version of the handbook is ready."
REPLACED = "Another tab now shows a newer version."

# Settles when nothing is kept of any build but one.
ONE_BUILD_LEFT = """async (name) => {
  for (let tries = 0; tries < 300; tries++) {
    const keys = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url));
    const pages = keys.filter(({ pathname }) => pathname.endsWith("plain.html"));
    const builds = keys.filter(({ search }) => search.startsWith("?build="));
    if (builds.length === 1 && pages.length === 1) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new Error("more than one build is left");
}"""


@pytest.fixture(scope="session")
def newer_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small handbook after an edit of a move, a question and a page."""
    project = Project(tmp_path_factory.mktemp("newer") / "handbook")
    project.edit("quizzes/moves/apology.yml", "praise: You said sorry.", "praise: You said sorry, and well.")
    project.edit("quizzes/questions/every.md", "Which two?", "Which two now?")
    project.edit("docs/sub/plain.md", "No quiz here.", "Still no quiz here.")
    return project.build()


@pytest.fixture
def server(small_site: Path, tmp_path: Path) -> Iterator[Server]:
    """The small handbook on a server of its own, whose files a test may change."""
    shutil.copytree(small_site, tmp_path / "served")
    with Server(tmp_path / "served") as running:
        yield running


@pytest.fixture(params=BROWSERS)
def start(request: pytest.FixtureRequest, playwright: Playwright, tmp_path: Path) -> Iterator[Callable[[], BrowserContext]]:
    """Starts the browser on one profile; once more is a restart of it."""
    running: list[BrowserContext] = []

    def begin() -> BrowserContext:
        for context in running:
            context.close()
        running[:] = [launch_profile(playwright, request.param, tmp_path / "profile")]
        return running[0]

    yield begin
    for context in running:
        context.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text(AVAILABLE)).to_be_visible(timeout=PATIENCE)


def test_all_of_it_works_without_its_server_after_a_restart(start: Callable[[], BrowserContext], server: Server) -> None:
    page = start().new_page()
    page.goto(server.address)
    expect(page.get_by_text(re.compile(r"Keep this handbook on this device \(\d+ MB\)"))).to_be_visible()
    keep(page)
    server.stop()
    page = start().new_page()
    page.goto(server.address)
    expect(page.get_by_text(AVAILABLE)).to_be_visible()
    page.locator('[data-md-component="search-query"]').click()
    page.keyboard.type("perambulator")
    result = page.locator(".md-search-result__link").first
    expect(result).to_have_attribute("href", re.compile(r"sub/one\.html"), timeout=20_000)
    page.goto(server.address + "sub/one.html?h=perambulator")
    answer_all(page)
    page.reload()
    expect(question(page, "answer").locator("textarea")).to_have_value(REPLY)
    expect(page.locator(".quiz-progress")).to_have_text("5 of 5 done")
    for path in ("sub/plain.html", "sub/plain"):
        page.goto(server.address + path)
        expect(page.get_by_text("No quiz here.")).to_be_visible()
    page.goto(server.address + "nowhere.html")
    expect(page.get_by_role("heading")).to_have_text("This page is not here")


def test_an_update_waits_for_its_reader_and_mixes_no_versions(
        context: BrowserContext, server: Server, newer_site: Path) -> None:
    first = context.new_page()
    first.goto(server.address)
    keep(first)
    typing = context.new_page()
    typing.goto(server.address + "sub/one.html")
    draft = question(typing, "answer").locator("textarea")
    draft.fill("I'm so sorry about your ket")
    server.show(newer_site)
    first.goto(server.address + "sub/plain.html")
    expect(first.locator("newer-version")).to_contain_text(READY, timeout=PATIENCE)
    expect(typing.locator("newer-version")).to_contain_text(READY, timeout=PATIENCE)
    expect(first.get_by_text("No quiz here.", exact=True)).to_be_visible()
    first.get_by_role("button", name="Use it now").click()
    expect(first.get_by_text("Still no quiz here.")).to_be_visible(timeout=PATIENCE)
    expect(typing.get_by_text(REPLACED)).to_be_visible(timeout=PATIENCE)
    server.stop()
    # The older tab goes on, and what it fetches from now on is of its own build.
    expect(draft).to_have_value("I'm so sorry about your ket")
    expect(typing.get_by_text("Which two?")).to_be_visible()
    plain = "fetch('plain.html').then((response) => response.text()).then((text) => text.includes('Still'))"
    assert typing.evaluate(plain) is False
    assert first.evaluate(plain) is True
    draft.fill(REPLY)
    checked(question(typing, "answer"))
    expect(question(typing, "answer").locator(".points")).to_contain_text("You said sorry.")
    draft.fill(REPLY + " And the")
    typing.get_by_role("button", name="Use it here too").click()
    expect(typing.get_by_text("Which two now?")).to_be_visible(timeout=PATIENCE)
    expect(draft).to_have_value(REPLY + " And the")
    draft.fill(REPLY)
    checked(question(typing, "answer"))
    expect(question(typing, "answer").locator(".points")).to_contain_text("You said sorry, and well.")
    # No tab shows the older build any more, so that nothing of it is left.
    first.reload()
    first.evaluate(ONE_BUILD_LEFT, f"second-chance {server.address}")


def test_nothing_is_kept_before_the_reader_agrees_nor_after_it_is_removed(
        context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    kept = "Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then((all) => all.map((one) => one.length))"
    page.goto(server.address)
    expect(page.get_by_role("button", name="Keep it on this device")).to_be_visible()
    page.goto(server.address + "sub/plain.html")
    page.goto(server.address)
    expect(page.get_by_role("button", name="Keep it on this device")).to_be_visible()
    assert page.evaluate(kept) == [0, 0]
    assert not [path for path in server.asked if "service-worker" in path]
    keep(page)
    assert page.evaluate(kept) == [1, 1]
    page.get_by_role("button", name="Remove it from this device").click()
    expect(page.get_by_role("button", name="Keep it on this device")).to_be_focused()
    assert page.evaluate(kept) == [0, 0]
    page.reload()
    assert page.evaluate(kept) == [0, 0]
    assert page.evaluate("navigator.serviceWorker.controller") is None


def test_a_damaged_file_is_named_and_what_is_kept_stays(
        context: BrowserContext, server: Server, newer_site: Path) -> None:
    page = context.new_page()
    page.goto(server.address)
    plain = server.site / "sub/plain.html"
    whole = plain.read_text("utf-8")
    plain.write_text("<h1>Welcome to our hotel</h1>", "utf-8")
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text("One file did not arrive whole (sub/plain.html).")).to_be_visible(timeout=PATIENCE)
    plain.write_text(whole, "utf-8")
    server.asked.clear()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text(AVAILABLE)).to_be_visible(timeout=PATIENCE)
    assert not [path for path in server.asked if "notices.html" in path], "it began again"
    server.show(newer_site)
    plain.write_text("<h1>Welcome to our hotel</h1>", "utf-8")
    page.reload()
    expect(page.get_by_text("A newer version did not arrive whole.")).to_be_visible(timeout=PATIENCE)
    server.stop()
    page.goto(server.address + "sub/plain.html")
    expect(page.get_by_text("No quiz here.", exact=True)).to_be_visible()
    expect(page.locator("newer-version")).to_be_hidden()


@pytest.mark.parametrize("name", BROWSERS)
def test_a_device_without_room_is_told_of(playwright: Playwright, name: str, server: Server, tmp_path: Path) -> None:
    context = launch_profile(playwright, name, tmp_path / "profile", room=ROOM)
    page = context.new_page()
    page.goto(server.address)
    if name == "chromium":
        bound = {"origin": server.address, "quotaSize": ROOM}
        context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", bound)
    page.get_by_role("button", name="Keep it on this device").click()
    expect(page.get_by_text("There is not enough room on this device")).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("caches.keys()") == []
    context.close()


def test_handbooks_on_one_host_leave_each_other_alone(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    shutil.copytree(server.site, server.site / "second")
    page.goto(server.address)
    keep(page)
    page.goto(server.address + "second/index.html")
    keep(page)
    page.get_by_role("button", name="Remove it from this device").click()
    page.goto(server.address)
    expect(page.get_by_text(AVAILABLE)).to_be_visible()
    assert page.evaluate("caches.keys()") == [f"second-chance {server.address}"]


def test_where_nothing_can_be_kept_nothing_is_offered(context: BrowserContext, server: Server) -> None:
    page = context.new_page()
    # What a private window of Firefox answers.
    page.add_init_script("CacheStorage.prototype.keys = () => Promise.reject(new DOMException('', 'SecurityError'));")
    page.goto(server.address)
    expect(page.get_by_role("heading", name="Start")).to_be_visible()
    page.wait_for_timeout(500)
    expect(page.locator("keep-offline")).to_be_hidden()


def test_it_installs_as_an_app(browsers: dict[str, Browser], addresses: dict[str, str]) -> None:
    # Chromium alone says what it would refuse: here nothing but that it is started without a profile.
    context = browsers["chromium"].new_context()
    page = context.new_page()
    page.goto(addresses["http"] + "sub/plain.html")
    session = context.new_cdp_session(page)
    manifest = json.loads(session.send("Page.getAppManifest")["data"])
    assert manifest["name"] == "Second Chance"
    refused = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in refused] == ["in-incognito"]
    context.close()
