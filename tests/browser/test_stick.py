"""The handbook from a folder: packed, unpacked somewhere awkward, and opened by double-click."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from authoring.package import package
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from tests.browser.answers import PATIENCE, checked, question
from tests.browsers import BROWSERS, Reader, launch_profile


@pytest.fixture(scope="module")
def packed(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of a handbook with one more page, which shows what the page with all kinds shows."""
    site = tmp_path_factory.mktemp("packed") / "site"
    shutil.copytree(small_site, site)
    shutil.copyfile(site / "sub/one.html", site / "sub/other.html")
    return package(site, site.parent / "dist", "small")[1]


@pytest.fixture(scope="module")
def stick(packed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The unpacked folder, which nobody may write to."""
    place = tmp_path_factory.mktemp("stick") / "Käthes Stick (2 GB) #1"
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(place)
    paths = [place, *place.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield place / "small"
    for path in paths:
        path.chmod(0o755)


@pytest.fixture(params=BROWSERS)
def name(request: pytest.FixtureRequest) -> str:
    return request.param


def reading(context: BrowserContext, stick: Path) -> Reader:
    return Reader(context, stick.as_uri() + "/")


def progress(page: Page, text: str) -> None:
    expect(page.locator(".quiz-progress")).to_have_text(text)


def test_progress_is_shared_among_pages_and_outlives_the_browser(
        playwright: Playwright, name: str, stick: Path, tmp_path: Path) -> None:
    with launch_profile(playwright, name, tmp_path) as context:
        reader = reading(context, stick)
        page = reader.open("sub/one.html")
        asked = question(page, "one")
        asked.get_by_label("What happened?").check()
        checked(asked)
        assert reader.strangers() == []
        assert reader.complaints == []
    with launch_profile(playwright, name, tmp_path) as context:
        reader = reading(context, stick)
        page = reader.open("sub/other.html")
        progress(page, "1 of 5 done")
        expect(question(page, "one").get_by_label("What happened?")).to_be_checked()
        assert reader.strangers() == []


def test_what_a_page_kept_for_itself_without_a_hub_goes_to_all_pages_once(
        browsers: dict[str, Browser], name: str, packed: Path, tmp_path: Path) -> None:
    context = browsers[name].new_context()
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path)
    hub = tmp_path / "small/assets/quiz/hub.html"
    hub.rename(tmp_path / "hub.html")
    reader = reading(context, tmp_path / "small")
    page = reader.open("sub/one.html")
    draft = question(page, "answer").locator("textarea")
    expect(page.locator(".quiz-footer")).to_be_visible(timeout=PATIENCE)
    draft.fill("There is no hub.")
    (tmp_path / "hub.html").rename(hub)
    page.reload()
    expect(draft).to_have_value("There is no hub.")
    page = reader.open("sub/other.html")
    expect(draft).to_have_value("There is no hub.")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start this quiz again").click()
    page = reader.open("sub/one.html")
    progress(page, "0 of 5 done")
    expect(draft).to_have_value("")
    context.close()


def test_what_is_typed_before_the_kept_answer_is_here_is_not_lost(
        browsers: dict[str, Browser], name: str, stick: Path) -> None:
    context = browsers[name].new_context()
    reader = reading(context, stick)
    page = reader.open("sub/one.html")
    draft = question(page, "answer").locator("textarea")
    expect(page.locator(".quiz-footer")).to_be_visible()
    draft.fill("Half a reply")
    page.goto("about:blank")
    # The field has been read, and none of the page's own scripts that know of it has run.
    page.add_init_script("""new MutationObserver((_, observer) => {
      const field = document.querySelector("[data-question=answer] textarea");
      if (!field) return;
      field.value = "and on it goes";
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true })""")
    reader.open("sub/one.html")
    expect(draft).to_have_value("Half a reply\n\nand on it goes")
    context.close()


def test_two_tabs_on_one_quiz_follow_each_other(anywhere: Reader) -> None:
    page = anywhere.open("sub/one.html")
    other = anywhere.context.new_page()
    other.goto(anywhere.address + "sub/one.html")
    expect(other.locator(".quiz-footer")).to_be_visible()
    asked = question(page, "one")
    asked.get_by_label("What happened?").check()
    checked(asked)
    expect(question(other, "one").locator(".marks-summary")).to_be_visible()
    progress(other, "1 of 5 done")
    question(other, "answer").locator("textarea").fill("From the other tab")
    expect(question(page, "answer").locator("textarea")).to_have_value("From the other tab")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Start this quiz again").click()
    expect(question(other, "answer").locator("textarea")).to_have_value("")
    progress(other, "0 of 5 done")


def test_a_page_alone_says_what_to_do_and_else_nobody_hears_of_it(
        browsers: dict[str, Browser], name: str, stick: Path, tmp_path: Path) -> None:
    shutil.copyfile(stick / "sub/one.html", tmp_path / "one.html")
    context = browsers[name].new_context()
    page = reading(context, tmp_path).open("one.html")
    alone = page.get_by_text("This page lies alone")
    expect(alone).to_be_visible()
    assert "unpack the whole zip" in alone.evaluate("it => it.parentElement.textContent")
    expect(page.get_by_text("Marking needs JavaScript.")).to_be_visible()
    page = reading(context, stick).open("sub/one.html")
    expect(page.locator("h1")).to_be_visible()
    expect(page.get_by_text("This page lies alone")).to_be_hidden()
    assert "lies alone" not in page.locator("body").aria_snapshot()
    context.close()
