"""How fast replies are read, in Python here and in the browser's Python: `.venv/bin/python -m tests.bench.reading`.

Builds the handbook, opens a page of it in Chromium and lets its worker mark replies of the bank. Figures are
milliseconds on this machine; what can be compared with another run is the ratio of the two Pythons.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from authoring.read import read_sources
from grader.browser import dump_section
from grader.marking import Marker
from playwright.sync_api import sync_playwright

from tests.bank.read import VOICES, read_replies
from tests.browsers import launch, served

ROOT = Path(__file__).parents[2]
LENGTHS = {"40 words": (36, 44, 200), "all lengths": (1, 400, 400), "300 words": (300, 300, 20)}
ASK = """async ([data, replies]) => {
  const grader = secondChance.grader;
  const begun = performance.now();
  await grader.start();
  const ready = performance.now() - begun;
  await grader.ask("mark", { section: data, answer: [replies[0]] });
  const times = [];
  for (const reply of replies) {
    const start = performance.now();
    await grader.ask("mark", { section: data, answer: [reply] });
    times.push(performance.now() - start);
  }
  return { ready, times };
}"""


def main() -> None:
    sources = read_sources(ROOT)
    begun = time.perf_counter()
    marker = Marker(sources.moves, sources.words, sources.weights)
    marker.finder  # noqa: B018  made now
    made = 1000 * (time.perf_counter() - begun)
    section = next(s for quiz in sources.quizzes.values() for s in quiz.sections if s.kind == "reply")
    bank = [reply.text for reply in read_replies(VOICES)]
    long = " ".join(bank).split()
    print(f"marker made from moves and weights: {made:.0f} ms here")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", folder], cwd=ROOT, check=True)
        for name in ("grader", "marker"):
            print(f"{name}.js: {Path(folder, f'assets/quiz/load/{name}.js').stat().st_size * 3 / 4 / 1000:.0f} kB gzipped")
        with served(Path(folder)) as address:
            browser = launch(playwright, "chromium")
            page = browser.new_page()
            page.goto(address + "method/listen.html")
            for name, (least, most, count) in LENGTHS.items():
                if least == 300:
                    chosen = [" ".join(long[i * 300:(i + 1) * 300]) for i in range(count)]
                else:
                    chosen = [text for text in bank if least <= len(text.split()) <= most][:count]
                here = []
                for reply in chosen:
                    start = time.perf_counter()
                    marker.mark(section, [reply])
                    here.append(1000 * (time.perf_counter() - start))
                there = page.evaluate(ASK, [json.loads(json.dumps(dump_section(section))), chosen])
                print(f"{name}: {len(chosen)} replies, here {summed(here)}, in Chromium {summed(there['times'])}, "
                      f"ratio of the medians {statistics.median(there['times']) / statistics.median(here):.1f}")
            browser.close()


def summed(times: list[float]) -> str:
    return f"median {statistics.median(times):.1f} p95 {statistics.quantiles(times, n=20)[-1]:.1f} ms"


if __name__ == "__main__":
    main()
