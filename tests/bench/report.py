"""What the benchmark of the start found, as the page RESULTS.md."""

from __future__ import annotations

import statistics
import time
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

VISITS = {"first": "first visit", "next": "next page", "later": "after a restart"}
# What may be slower than which bare start, by no more than what, on each kind of visit.
OVER_HTTP = {"first": 0.45, "next": 0.20, "later": 0.25}
FROM_FILE = {"first": 0.60, "later": 0.40}
TARGETS = {
    "handbook": ("stock", OVER_HTTP),
    "handbook from file://": ("stock", FROM_FILE),
    "handbook, slowed": ("stock, slowed", {visit: 1.2 * limit for visit, limit in OVER_HTTP.items()}),
}
FOLDER_LIMIT, READING_LIMIT, TASK_LIMIT = 25_000_000, 350_000, 100


@dataclass(frozen=True)
class Visit:
    """What one visit took: milliseconds to the result, and bytes sent for it.

    `task` is the longest task of the page's thread, `script` the longest script that is not the theme's, in
    milliseconds; only Chromium tells, and nothing of tasks and frames under 50.
    """

    time: float
    bytes: int
    task: float
    script: float


class Results:
    """The visits of all rounds; every row is a browser and the name of what it started."""

    def __init__(self, machine: str, folder_size: int, reading: dict[str, int]) -> None:
        self.machine = machine
        self.folder_size = folder_size
        self.reading = reading
        self.loads: list[float] = []
        self.failures: list[str] = []
        self.rounds: dict[tuple[str, str], list[dict[str, Visit]]] = defaultdict(list)

    def add(self, load: float, taken: dict[tuple[str, str], dict[str, Visit]]) -> None:
        """One more round, and the load of the machine when it began."""
        self.loads.append(load)
        for row, visits in taken.items():
            self.rounds[row].append(visits)

    def page(self) -> str:
        """The whole page, in Markdown."""
        return "\n".join([
            "# How soon a reply is marked", "",
            "`./handbook bench` writes this page; `start.py` beside it says how it measures.", "",
            f"{time.strftime('%Y-%m-%d')}. Rounds: {len(self.loads)}. {self.machine}. "
            f"Load average before a round: {spread(self.loads, '.1f')}. "
            f"Starts that failed and were begun again: {', '.join(self.failures) or 'none'}.", "",
            "Every figure is the median of the rounds, with the least and the most. The server is on the same machine, "
            "compresses with gzip and lets everything be kept for ten minutes; a network would add its own time.", "",
            *self.targets(), *self.noise(), *self.comparison(), *self.sizes(), *self.tasks(), *self.milliseconds(),
        ])

    def targets(self) -> Iterable[str]:
        yield from (
            "## Against the stock runtime", "",
            "The time from the navigation to the marks of the first typed reply, typing left out, divided by the time "
            "from the navigation to the first line that stock Pyodide runs on a bare page over http, in the same round "
            "and on the same kind of visit. Slowed: every process of the browser is stopped for three quarters of the "
            "time, and the same ratios are allowed a fifth more.", "",
            *header("browser", "what", "visit", "ratio", "at most", ""),
        )
        for browser, name in self.rounds:
            stock, limits = TARGETS.get(name, ("", {}))
            for visit, limit in limits.items():
                ratios = self.ratios(browser, name, stock, visit)
                yield line(browser, name, VISITS[visit], spread(ratios, ".2f"), f"{limit:.2f}", verdict(ratios, limit))
        yield ""

    def noise(self) -> Iterable[str]:
        times = {browser: self.times(browser, "stock", "first") for browser in self.browsers()}
        factors = (f"{max(taken) / min(taken):.2f} in {browser}" for browser, taken in times.items())
        yield from (f"How noisy the machine was: the slowest first visit to the stock runtime, divided by the quickest, is "
                    f"{' and '.join(factors)}. Ratios that differ by less say little.", "")

    def comparison(self) -> Iterable[str]:
        yield from ("## Beside it", "",
                    "The same division for what has no target: the stock runtime in a worker, the floor (its five files "
                    "fetched, its WebAssembly compiled, and no Python), and other sites that run Python in the page.",
                    "", *header("browser", "what", *VISITS.values()))
        for browser, name in self.rounds:
            if name not in TARGETS and name not in {stock for stock, _ in TARGETS.values()}:
                cells = (spread(self.ratios(browser, name, "stock", visit), ".2f") for visit in VISITS)
                yield line(browser, name, *cells)
        yield ""

    def sizes(self) -> Iterable[str]:
        yield from ("## Bytes", "", "As sent with gzip to somebody who has nothing yet.", "",
                    *header("what", "bytes", "at most", ""))
        for browser in self.browsers():
            ours, stock = (max(visits["first"].bytes for visits in self.rounds[browser, name])
                           for name in ("handbook", "stock"))
            yield line(f"first quiz in {browser}, until the marks", f"{ours:,}", f"{stock:,} (stock)",
                       verdict([ours], stock))
        yield line("folder of the site, not compressed", f"{self.folder_size:,}", f"{FOLDER_LIMIT:,}",
                   verdict([self.folder_size], FOLDER_LIMIT))
        for page, size in self.reading.items():
            yield line(f"`{page}`, a page without a quiz", f"{size:,}", f"{READING_LIMIT:,}",
                       verdict([size], READING_LIMIT))
        yield ""

    def tasks(self) -> Iterable[str]:
        if "chromium" not in self.browsers():
            return
        yield from ("## The page's own thread", "",
                    "What kept it longest in Chromium until the marks, in milliseconds: a script of ours, which is to be "
                    "short, and a task of any kind, the theme's scripts and the layout of the page among them.", "",
                    *header("visit", "script of ours", "at most", "", "any task"))
        for visit, title in VISITS.items():
            visits = [each[visit] for each in self.rounds["chromium", "handbook"]]
            scripts = [each.script for each in visits]
            yield line(title, spread(scripts), str(TASK_LIMIT), verdict(scripts, TASK_LIMIT),
                       spread([each.task for each in visits]))
        yield ""

    def milliseconds(self) -> Iterable[str]:
        yield from ("## In milliseconds", "", "Good for this machine at this hour only.", "",
                    *header("browser", "what", *VISITS.values()))
        for browser, name in self.rounds:
            yield line(browser, name, *(spread(self.times(browser, name, visit)) for visit in VISITS))
        yield ""

    def browsers(self) -> list[str]:
        return list(dict.fromkeys(browser for browser, _ in self.rounds))

    def times(self, browser: str, name: str, visit: str) -> list[float]:
        return [visits[visit].time for visits in self.rounds[browser, name]]

    def ratios(self, browser: str, name: str, stock: str, visit: str) -> list[float]:
        pairs = zip(self.times(browser, name, visit), self.times(browser, stock, visit), strict=True)
        return [time / bare for time, bare in pairs]


def header(*titles: str) -> list[str]:
    return [line(*titles), line(*("---" for _ in titles))]


def line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def spread(values: list[float], form: str = ".0f") -> str:
    return f"{statistics.median(values):{form}} [{min(values):{form}} .. {max(values):{form}}]"


def verdict(values: list[float], limit: float) -> str:
    """Whether the median keeps to the limit, and in how many rounds it was kept to."""
    said = "met" if statistics.median(values) <= limit else "missed"
    return said if len(values) == 1 else f"{said}, {sum(value <= limit for value in values)} of {len(values)} rounds"
