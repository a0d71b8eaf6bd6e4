"""Where the handbook runs: each row of the table in CONTRIBUTING.md ("Where it runs"), but for file:// (test_stick.py)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.answers import PATIENCE, checked, question
from tests.browsers import BASE, Handler, Reader, served

RUNTIME = {".wasm", ".mjs", ".gz", ".bin", ".zip", ".pyc"}


class Host(Handler):
    """A static server with one habit, set by a subclass."""

    types: dict[str, str] = {}
    sends: dict[str, str] = {}
    zips = False

    def guess_type(self, path: Any) -> str:
        return self.types.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self) -> None:
        for name, value in self.sends.items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not self.zips or not path.is_file():
            return super().do_GET()
        body = gzip.compress(path.read_bytes(), 1)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


class AtTheTop(Host):
    base = "/"


class Zipping(Host):
    zips = True


class PlainTypes(Host):
    types = dict.fromkeys(RUNTIME, "text/plain")


class UnknownTypes(Host):
    types = dict.fromkeys(RUNTIME, "application/octet-stream")


class OddScripts(Host):
    """Scripts that browsers run in a page, but not as a worker."""

    types = {".js": "text/plain"}


class Strict(Host):
    """The strictest policy under which Python can run: nothing inline, no Blobs."""

    sends = {"Content-Security-Policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"}


class Refused(Host):
    """Scripts that no browser runs."""

    types = {".js": "text/plain"}
    sends = {"X-Content-Type-Options": "nosniff"}


@contextmanager
def reader_at(host: type[Host], browser: Browser, site: Path) -> Iterator[Reader]:
    with served(site, host) as address:
        context = browser.new_context()
        yield Reader(context, address)
        context.close()


@pytest.mark.parametrize("host", [Host, AtTheTop, Zipping, PlainTypes, UnknownTypes, Strict], ids=lambda host: host.__name__)
def test_answers_are_marked_and_kept(host: type[Host], browser: Browser, small_site: Path) -> None:
    with reader_at(host, browser, small_site) as reader:
        page = reader.open("sub/one.html")
        asked = question(page, "one")
        asked.get_by_label("What happened?").check()
        checked(asked)
        page.reload()
        expect(asked.locator(".marks-summary")).to_be_visible()
        assert reader.strangers() == []
        assert page.url.startswith(reader.address) and (host is AtTheTop or BASE in page.url)


def test_a_host_whose_scripts_are_no_workers_is_told_of_and_the_explanations_open(browser: Browser, small_site: Path) -> None:
    with reader_at(OddScripts, browser, small_site) as reader:
        page = reader.open("sub/one.html")
        asked = question(page, "one")
        asked.get_by_label("No.").check()
        asked.locator(".question-check").click()
        expect(asked.locator(".marks-failed")).to_contain_text("The marker could not start", timeout=PATIENCE)
        expect(asked.get_by_text("It leaves them alone.")).to_be_visible()
        page.reload()
        expect(asked.get_by_label("No.")).to_be_checked()


def test_a_host_whose_scripts_are_refused_is_told_of_in_words(browser: Browser, small_site: Path) -> None:
    with reader_at(Refused, browser, small_site) as reader:
        page = reader.open("sub/one.html")
        expect(page.get_by_text("this page's scripts did not load")).to_be_visible()
        asked = question(page, "one")
        asked.locator(".question-explanations summary").click()
        expect(asked.get_by_text("It leaves them alone.")).to_be_visible()
