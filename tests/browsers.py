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
from typing import Any

from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, Playwright, Request

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
# What drives Firefox lets pages from file:// read each other and share one storage; a reader's Firefox does not.
STRICT = {"security.fileuri.strict_origin_policy": True}


def _installed(name: str) -> dict[str, Any]:
    """How Playwright is told to start an installed browser; a missing one is an error."""
    program = next(filter(None, map(shutil.which, PROGRAMS[name])), None)
    assert program, f"{name} is not installed; run ./handbook test, which says how"
    if name == "chromium":
        return {"executable_path": program, "args": QUIET}
    # Installed Firefox speaks WebDriver BiDi, which Playwright uses for this channel.
    return {"executable_path": program, "channel": "moz-firefox", "firefox_user_prefs": STRICT}


def launch(playwright: Playwright, name: str) -> Browser:
    """Starts an installed browser."""
    kind: BrowserType = getattr(playwright, name)
    return kind.launch(**_installed(name))


def launch_profile(playwright: Playwright, name: str, profile: Path, room: int = 0) -> BrowserContext:
    """Starts an installed browser that keeps what it stores in the folder `profile`, with one empty page open.

    `room` bounds what Firefox keeps, in bytes; Chromium is bound once it runs.
    """
    kind: BrowserType = getattr(playwright, name)
    settings = _installed(name)
    if name == "firefox" and room:
        settings["firefox_user_prefs"] = {**STRICT, "dom.quotaManager.temporaryStorage.fixedLimit": room // 1024}
    return kind.launch_persistent_context(profile, **settings)


class Handler(http.server.SimpleHTTPRequestHandler):
    """A static server of a folder, below a path."""

    base = BASE

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(self.base) if path.startswith(self.base) else "/absent")

    def log_message(self, *arguments: object) -> None:
        pass


class Server:
    """Serves a built site, below /some/base/ if the handler does not say otherwise, and remembers what it was asked for."""

    def __init__(self, site: Path, handler: type[Handler] = Handler) -> None:
        self.site = site
        self.asked: list[str] = []

        class Noting(handler):  # type: ignore[misc, valid-type]
            def log_request(handler, *arguments: object) -> None:
                self.asked.append(handler.path)

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Noting, directory=str(site)))
        self.address = f"http://127.0.0.1:{self._server.server_port}{handler.base}"

    def __enter__(self) -> Server:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *fault: object) -> None:
        self.stop()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def show(self, site: Path) -> None:
        """Serves the files of another build from now on."""
        shutil.rmtree(self.site)
        shutil.copytree(site, self.site)


@contextmanager
def served(site: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address of a built site while it is served."""
    with Server(site, handler) as server:
        yield server.address


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
