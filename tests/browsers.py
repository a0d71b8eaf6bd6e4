"""Real browsers for the tests: installed Chromium and Firefox, driven by Playwright, on http and on file://."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Playwright, Request

BASE = "/some/base/"
WAYS = ("http", "file")
BROWSERS = ("chromium", "firefox")
PROGRAMS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "firefox": ("firefox-esr", "firefox"),
}
# The browser asks for nothing of its own, or a closed network refuses it at every start.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]

# On file:// a reader's Firefox gives each page a storage of its own; an automated one would not.
STRICT = {"security.fileuri.strict_origin_policy": True}


def launch(playwright: Playwright, name: str) -> Browser:
    """Starts an installed browser; a missing one is an error."""
    program = next(filter(None, map(shutil.which, PROGRAMS[name])), None)
    assert program, f"{name} is not installed; run ./handbook test, which says how"
    if name == "chromium":
        return playwright.chromium.launch(executable_path=program, args=QUIET)
    # Installed Firefox speaks WebDriver BiDi, which Playwright uses for this channel.
    return playwright.firefox.launch(executable_path=program, channel="moz-firefox", firefox_user_prefs=STRICT)


class _Handler(http.server.SimpleHTTPRequestHandler):
    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(BASE) if path.startswith(BASE) else "/absent")

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serves a built site under /some/base/ and gives the address of that folder."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()


@contextmanager
def opened(site: Path, way: str, folder: Path) -> Iterator[str]:
    """The address of a built site's folder, served, or copied to a folder whose name is awkward."""
    if way == "http":
        with served(site) as address:
            yield address
    else:
        copy = folder / "a stick (ü)"
        shutil.copytree(site, copy)
        yield copy.as_uri() + "/"


@dataclass
class Reader:
    """Somebody at a browser, with all that the browser asked for and complained of."""

    context: BrowserContext
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        def asked(request: Request) -> None:
            self.requests.append(request.url)

        self.context.on("request", asked)
        self.page = self.context.new_page()
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: self.complaints.append(message.text)
                     if message.type == "error" else None)

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page

    def strangers(self) -> list[str]:
        """What was asked of anybody but the site itself."""
        own = (self.address, "blob:", "data:", "about:")
        return [url for url in self.requests if not url.startswith(own)]
