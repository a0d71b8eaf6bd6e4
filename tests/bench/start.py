"""How soon the first typed reply is marked, beside the bare start of stock Pyodide: `./handbook bench`.

Builds the handbook and starts it in real browsers with new profiles, and in the same round, from the same server, the
stock runtime on a bare page. What counts is the ratio of the two: a slow moment of the machine slows both.
Writes RESULTS.md beside this file after every round.
"""

from __future__ import annotations

import argparse
import gzip
import http.server
import itertools
import json
import math
import mimetypes
import os
import platform
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Error, Page, Playwright, sync_playwright

from tests.bench import peers
from tests.bench.report import Results, Visit
from tests.browsers import BROWSERS, launch, launch_profile

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).with_name("RESULTS.md")
RUNTIME = ROOT / "node_modules/pyodide"
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip")
# Two pages whose quizzes ask for replies; the first asks for two, since a later visit finds the first one answered.
PAGES = ("method/listen.html", "method/apologise.html")
SLOWNESS = 4
# A browser that has just opened is still busy with itself, and one that has just run Python is storing what it compiled.
OPENING, STORING = 0.5, 4.0

# In every page: what it times calls `finish`, and `result` becomes the milliseconds since the navigation began.
# `longest` are the longest task of the page's thread and the longest script in it that is not the theme's.
MEASURE = """
  globalThis.result = new Promise((resolve, reject) => {
    globalThis.finish = () => resolve(performance.now());
    setTimeout(() => reject(new Error("no result after two minutes")), 120_000);
  });
  globalThis.longest = { task: 0, script: 0 };
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe("longtask", (task) => (longest.task = Math.max(longest.task, task.duration)));
  observe("long-animation-frame", ({ scripts }) => {
    const own = scripts.filter((script) => !script.sourceURL.includes("/assets/javascripts/"));
    longest.script = Math.max(longest.script, ...own.map((script) => script.duration));
  });
"""
# Answers the first reply question that has no answer yet, as soon as its form works.
REPLY = MEASURE + """
  let question;
  const observer = new MutationObserver(() => {
    if (!question) {
      question = [...document.querySelectorAll(".question")].find((each) => {
        const field = each.querySelector("textarea[name=answer]");
        return field && !field.value && !each.querySelector(".question-actions").hidden;
      });
      if (!question) return;
      const field = question.querySelector("textarea");
      field.value =
        "I am sorry that you had to wait so long, and I can see why you are upset. We made a mistake with your order. " +
        "I have sent the new one today and it will be with you by noon tomorrow. Is there anything I have missed?";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      question.querySelector(".question-check").click();
    }
    if (question.querySelector(".marks-summary")) {
      finish();
      observer.disconnect();
    }
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
"""
# Waits for what the pages of other sites print.
PRINTED = MEASURE + """
  const outputs = ".jp-OutputArea-output, .terminal-output";
  const observer = new MutationObserver(() => {
    if (![...document.querySelectorAll(outputs)].some((output) => output.textContent.includes("42"))) return;
    finish();
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
"""
BARE = "<!doctype html><html lang=en><meta charset=utf-8><title>Bare</title><link rel=icon href=data:,>"
STOCK = {
    "main": """
import { loadPyodide } from "/pyodide/pyodide.mjs";
const python = await loadPyodide();
python.runPython("1 + 1");
finish();
""",
    "worker": """
new Worker("worker.mjs", { type: "module" }).onmessage = () => finish();
""",
    "fetch": f"""
await Promise.all({json.dumps(STOCK_FILES)}.map(async (file) => (await fetch("/pyodide/" + file)).arrayBuffer()));
finish();
""",
    "compile": """
await WebAssembly.compileStreaming(fetch("/pyodide/pyodide.asm.wasm"));
finish();
""",
}
WORKER = """
import { loadPyodide } from "/pyodide/pyodide.mjs";
const python = await loadPyodide();
python.runPython("1 + 1");
postMessage("done");
"""


@dataclass(frozen=True)
class Row:
    """One thing to start, in one browser: the addresses of its page and of the next one, and what runs in them."""

    name: str
    browser: str
    pages: tuple[str, str]
    script: str = MEASURE
    slowness: int = 1
    storing: float = STORING


class Server(http.server.ThreadingHTTPServer):
    """Serves folders by their names as a good static host does, and keeps the sizes of what it sent.

    What gzip makes smaller is compressed before the first request; everything may be kept for ten minutes and then
    asked for again by its tag.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(self, folders: dict[str, Path]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server_port}/"
        self.sent: list[int] = []
        self.files: dict[str, tuple[bytes, bool]] = {}
        for name, folder in folders.items():
            for path in filter(Path.is_file, folder.rglob("*")):
                plain = path.read_bytes()
                packed = gzip.compress(plain, 9, mtime=0)
                smaller = len(packed) < 0.95 * len(plain)
                address = f"/{name}/{path.relative_to(folder).as_posix()}"
                self.files[address] = (packed, True) if smaller else (plain, False)


class Handler(http.server.BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        body, packed = self.server.files.get(path, (b"", False))
        tag = f'"{hash(body):x}"'
        known = self.headers["If-None-Match"] == tag
        self.send_response(404 if path not in self.server.files else 304 if known else 200)
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("ETag", tag)
        self.send_header("Content-Type", TYPES.get(Path(path).suffix) or mimetypes.guess_type(path)[0] or "text/plain")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        body = b"" if known else body
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append(len(body))

    def log_message(self, *arguments: object) -> None:
        pass


# A machine's own list may know neither.
TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}


@contextmanager
def slowed(context: BrowserContext, times: int) -> Iterator[None]:
    """Stops every process of a Chromium again and again, so that it runs so many times slower.

    The slow processor of the developer tools slows a page's own thread and leaves its workers, where our Python runs.
    """
    if times == 1:
        yield
        return
    assert context.browser
    told = context.browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    group = os.getpgid(next(each["id"] for each in told["processInfo"] if each["type"] == "browser"))
    assert group != os.getpgrp(), "the browser has no process group of its own"
    over = threading.Event()

    def hold() -> None:
        while not over.is_set():
            begun = time.perf_counter()
            time.sleep(0.002)
            os.killpg(group, signal.SIGSTOP)
            time.sleep((times - 1) * (time.perf_counter() - begun))
            os.killpg(group, signal.SIGCONT)

    holding = threading.Thread(target=hold)
    holding.start()
    try:
        yield
    finally:
        over.set()
        holding.join()


def visit(page: Page, address: str, server: Server) -> Visit:
    before = len(server.sent)
    page.goto(address)
    took, longest = page.evaluate("async () => [await result, longest]")
    return Visit(took, sum(server.sent[before:]), longest["task"], longest["script"])


def measure(playwright: Playwright, row: Row, server: Server) -> dict[str, Visit]:
    """The three visits of somebody who has never been there."""
    page, next_page = row.pages
    plan = ({"first": page, "next": next_page}, {"later": page})
    visits = {}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        for opening in plan:
            context = launch_profile(playwright, row.browser, Path(profile))
            try:
                context.add_init_script(f"(() => {{{row.script}}})();")
                time.sleep(OPENING)
                for name, address in opening.items():
                    with slowed(context, row.slowness):
                        visits[name] = visit(context.pages[0], address, server)
                    if name == "first":
                        time.sleep(row.storing)
            finally:
                context.close()
    return visits


def rows(site: Path, server: Server, browser: str, with_peers: bool) -> list[Row]:
    """All that is started in this browser in one round."""

    def at(folder: str, *names: str) -> tuple[str, str]:
        first, second = (f"{server.address}{folder}/{name}" for name in names)
        return first, second

    def bare(name: str) -> tuple[str, str]:
        return at("stock", f"{name}-1.html", f"{name}-2.html")

    first, second = ((site / page).as_uri() for page in PAGES)
    found = [
        Row("handbook", browser, at("handbook", *PAGES), REPLY),
        Row("stock", browser, bare("main")),
        Row("handbook from file://", browser, (first, second), REPLY),
        Row("stock in a worker", browser, bare("worker")),
        Row("floor: fetch", browser, bare("fetch"), storing=0),
        Row("floor: compileStreaming", browser, bare("compile"), storing=0),
    ]
    # Signals that stop a process are known everywhere but on Windows; Firefox has no way to ask for its process.
    if browser == "chromium" and os.name != "nt":
        found += [
            Row("handbook, slowed", browser, at("handbook", *PAGES), REPLY, SLOWNESS),
            Row("stock, slowed", browser, bare("main"), slowness=SLOWNESS),
        ]
    if with_peers:
        code = "repl/index.html?kernel=python&execute=1&code=print"
        found += [
            Row("JupyterLite", browser, at("jupyterlite", f"{code}(6*7)", f"{code}(7*6)"), PRINTED),
            Row("pyodide-mkdocs-theme", browser, at("pyodide-mkdocs-theme", "index.html", "second.html"), PRINTED),
        ]
    return found


def write_stock(folder: Path) -> None:
    """The bare pages that start the stock runtime and its parts, each of them twice under two names."""
    (folder / "worker.mjs").write_text(WORKER)
    for name, number in itertools.product(STOCK, (1, 2)):
        (folder / f"{name}-{number}.html").write_text(f'{BARE}<script type="module">{STOCK[name]}</script>')


def reading_pages(playwright: Playwright, server: Server) -> dict[str, int]:
    """The bytes that each of the three heaviest pages without a quiz asks for, by somebody who has nothing yet."""
    pages = {
        address: len(body)
        for address, (body, packed) in server.files.items()
        if address.startswith("/handbook/") and address.endswith(".html")
        and not re.search(b"<quiz-form|<role-play", gzip.decompress(body) if packed else body)
    }
    weights = {}
    for address in sorted(pages, key=pages.__getitem__)[-3:]:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            context = launch_profile(playwright, "chromium", Path(profile))
            before = len(server.sent)
            context.pages[0].goto(server.address.rstrip("/") + address)
            time.sleep(STORING)
            weights[address.removeprefix("/handbook/")] = sum(server.sent[before:])
            context.close()
    return weights


def machine(playwright: Playwright, browsers: list[str]) -> str:
    """What the figures were taken on, in a sentence."""
    cpus, memory = Path("/proc/cpuinfo"), Path("/proc/meminfo")
    model = re.search(r"model name\s*: (.+)", cpus.read_text()) if cpus.is_file() else None
    size = re.search(r"MemTotal:\s*(\d+)", memory.read_text()) if memory.is_file() else None
    versions = []
    for name in browsers:
        browser = launch(playwright, name)
        versions.append(f"{name.capitalize()} {browser.version}")
        browser.close()
    runtime = json.loads((RUNTIME / "package.json").read_text("utf-8"))["version"]
    return ", ".join([
        f"{os.cpu_count()} cores" + (f" ({model[1].strip()})" if model else ""),
        *([f"{round(int(size[1]) / 2**20)} GB of memory"] if size else []),
        platform.system(), *versions, f"Pyodide {runtime}",
    ])


def main() -> None:
    parser = argparse.ArgumentParser(prog="handbook bench", description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7, help="how often everything is started (default: 7)")
    parser.add_argument("--only", choices=BROWSERS, help="one browser instead of both")
    parser.add_argument("--peers", action="store_true",
                        help="start JupyterLite and pyodide-mkdocs-theme too, built into .cache/peers at first")
    parser.add_argument("--to", type=Path, default=RESULTS, help="the file to write (default: tests/bench/RESULTS.md)")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds wants 1 or more")
    browsers = [options.only] if options.only else list(BROWSERS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site, stock = Path(folder, "site"), Path(folder, "stock")
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site], cwd=ROOT, check=True)
        stock.mkdir()
        write_stock(stock)
        folders = {"handbook": site, "stock": stock, "pyodide": RUNTIME}
        if options.peers:
            folders |= peers.build(RUNTIME, ROOT / ".cache/peers")
        server = Server(folders)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        results = Results(machine(playwright, browsers), size, reading_pages(playwright, server))
        for number in range(options.rounds):
            begun = time.monotonic()
            load = os.getloadavg()[0] if hasattr(os, "getloadavg") else math.nan
            turn = [row for browser in browsers for row in rows(site, server, browser, options.peers)]
            # Every other round goes backwards, so that nothing always comes first.
            taken = {}
            for row in turn[::-1] if number % 2 else turn:
                try:
                    taken[row] = measure(playwright, row, server)
                except Error as error:
                    # Once more from the beginning, so that one failure does not cost all rounds; the page tells it.
                    print(f"{row.browser}, {row.name}: {error}", file=sys.stderr, flush=True)
                    results.failures.append(f"{row.name} in {row.browser}")
                    taken[row] = measure(playwright, row, server)
            results.add(load, {(row.browser, row.name): taken[row] for row in turn})
            options.to.write_text(results.page(), "utf-8")
            print(f"round {number + 1} of {options.rounds}: {time.monotonic() - begun:.0f} s", flush=True)
        server.shutdown()


if __name__ == "__main__":
    main()
