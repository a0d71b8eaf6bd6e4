"""When something fails, the learner is told what, and loses nothing."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.answers import PATIENCE, checked, question
from tests.browsers import WAYS, Reader, opened
from tests.conftest import Project

RUNAWAY = '''
class Loop:
    build_only = frozenset({"hints"})

    def __init__(self, section):
        self.section = section

    def faults(self, marker):
        return iter(())

    def mark(self, answer, marker):
        from grader.model import Marks
        while answer == ["loop"]:
            pass
        if answer == ["stuck"]:
            # One call into C, which no interrupt reaches.
            sum(range(10**11))
        if answer == ["hog"]:
            bytearray(200_000_000)
        return Marks(True, f"Marked {answer[0]}.")
'''
TEMPLATE = """{% extends "question.html" %}
{% block controls %}<label>Say it <input name="answer"></label>{% endblock %}
"""
QUESTION = """
## Loop {#loop .loop}

Type.

```yaml
hints:
  - None.
```
"""


@pytest.fixture(scope="module")
def with_new_kind(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A handbook with one more kind of question: two files and its entries in the list, and no script."""
    project = Project(tmp_path_factory.mktemp("kind") / "handbook")
    (project.root / "quizzes/grader/kinds/loop.py").write_text(RUNAWAY, "utf-8")
    (project.root / "overrides/quiz/loop.html").write_text(TEMPLATE, "utf-8")
    project.edit("quizzes/grader/kinds/__init__.py", "KINDS: dict[str, type[Question]] = {",
                 "from grader.kinds.loop import Loop\n\nKINDS: dict[str, type[Question]] = {\n    \"loop\": Loop,")
    quiz = project.root / "quizzes/questions/extra.md"
    quiz.write_text(quiz.read_text("utf-8") + QUESTION, "utf-8")
    return project.build()


@pytest.fixture
def trouble(browser: Browser, with_new_kind: Path, tmp_path: Path) -> Iterator[Reader]:
    with opened(with_new_kind, "http", tmp_path) as address:
        context = browser.new_context()
        yield Reader(context, address)
        context.close()


def test_a_new_kind_of_question_is_shown_marked_and_kept(trouble: Reader) -> None:
    page = trouble.open("index.html")
    loop = question(page, "loop")
    loop.get_by_label("Say it").fill("hello")
    expect(checked(loop)).to_have_text("Marked hello.")
    page.reload()
    expect(loop.get_by_label("Say it")).to_have_value("hello")
    expect(loop.locator(".marks-summary")).to_have_text("Marked hello.")


# `workers`: the ports of those that mark, in their order; each tells whether it has been told to end.
WATCH_WORKERS = """(() => {
  window.workers = [];
  const watched = (port) => {
    const post = port.postMessage;
    port.postMessage = (message) => {
      port.ended ||= Boolean(message.end);
      post.call(port, message);
    };
    window.workers.push(port);
  };
  window.SharedWorker = class extends SharedWorker {
    constructor(...all) {
      super(...all);
      watched(this.port);
    }
  };
  window.Worker = class extends Worker {
    constructor(url) {
      super(url);
      // The search has a worker of its own.
      if (String(url).startsWith("blob:")) watched(this);
    }
    terminate() {
      this.ended = true;
      super.terminate();
    }
  };
})()"""
# The first worker dies of the next thing that it is asked.
DOOM = """() => {
  const [port] = workers;
  const post = port.postMessage;
  port.postMessage = (message) => (message.ask ? port.terminate?.() ?? post({ end: true }) : post(message));
}"""


@pytest.fixture(params=WAYS)
def watched(request: pytest.FixtureRequest, browser: Browser, with_new_kind: Path, tmp_path: Path) -> Iterator[Reader]:
    """A reader of that handbook who has the workers in view: shared ones over http, the page's own from file://."""
    with opened(with_new_kind, request.param, tmp_path) as address:
        context = browser.new_context()
        context.add_init_script(WATCH_WORKERS)
        reader = Reader(context, address)
        reader.open("index.html")
        yield reader
        context.close()


@pytest.mark.parametrize("answer", ["loop", "stuck"])
def test_an_endless_answer_is_stopped_and_kept(trouble: Reader, answer: str) -> None:
    page = trouble.open("index.html")
    loop = question(page, "loop")
    loop.get_by_label("Say it").fill(answer)
    loop.locator(".question-check").click()
    expect(loop.locator(".marks-failed")).to_have_text(
        "This answer could not be marked. It is kept; change it or try again.", timeout=PATIENCE)
    expect(loop.get_by_label("Say it")).to_have_value(answer)
    loop.get_by_label("Say it").fill("well")
    expect(checked(loop)).to_have_text("Marked well.")


def test_a_loop_is_stopped_by_python_itself(watched: Reader) -> None:
    loop = question(watched.page, "loop")
    loop.get_by_label("Say it").fill("loop")
    loop.locator(".question-check").click()
    expect(loop.locator(".marks-failed")).to_be_visible(timeout=PATIENCE)
    assert not watched.page.evaluate("workers[0].ended")


def test_a_worker_killed_while_it_marks_is_replaced_by_the_spare(watched: Reader) -> None:
    page = watched.page
    page.wait_for_function("() => workers.length === 2", timeout=PATIENCE)
    loop = question(page, "loop")
    loop.get_by_label("Say it").fill("again")
    page.evaluate(DOOM)
    expect(checked(loop)).to_have_text("Marked again.")
    assert page.evaluate("workers[0].ended && !workers[1].ended")


def test_a_worker_that_took_much_memory_is_replaced(watched: Reader) -> None:
    page = watched.page
    loop = question(page, "loop")
    loop.get_by_label("Say it").fill("hog")
    expect(checked(loop)).to_have_text("Marked hog.")
    assert page.evaluate("workers[0].ended")
    loop.get_by_label("Say it").fill("on")
    expect(checked(loop)).to_have_text("Marked on.", timeout=PATIENCE)


def test_the_next_page_has_python_at_once_and_none_that_another_page_has_given_up(trouble: Reader) -> None:
    trouble.context.add_init_script(WATCH_WORKERS)
    page = trouble.open("index.html")
    other = trouble.context.new_page()
    for tab in (page, other):
        tab.goto(trouble.address + "index.html")
        loop = question(tab, "loop")
        loop.get_by_label("Say it").fill("hello")
        expect(checked(loop)).to_have_text("Marked hello.")
    # Python answers the other tab before it could have started there.
    assert other.evaluate("secondChance.grader.state") == "ready"
    page.evaluate(DOOM)
    for tab in (page, other):
        loop = question(tab, "loop")
        loop.get_by_label("Say it").fill("again")
        expect(checked(loop)).to_have_text("Marked again.")
    assert page.evaluate("localStorage.getItem('second-chance/worker')") == "1"


@pytest.mark.parametrize(("way", "file"), [("http", "load/stdlib.bin"), ("file", "file/stdlib.js")])
def test_a_missing_file_is_named_and_the_explanations_open(
        browser: Browser, small_site: Path, tmp_path: Path, way: str, file: str) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(small_site, broken)
    (broken / "assets/quiz" / file).unlink()
    with opened(broken, way, tmp_path) as address:
        context = browser.new_context()
        page = Reader(context, address).open("index.html")
        asked = question(page, "one")
        expect(page.locator(".quiz-state")).to_contain_text(re.compile(r"did not (load|arrive whole) \(stdlib"), timeout=PATIENCE)
        asked.get_by_label("That", exact=True).check()
        asked.locator(".question-check").click()
        expect(asked.get_by_text("Not that one.")).to_be_visible()
        expect(asked.get_by_label("That", exact=True)).to_be_checked()
        context.close()


@pytest.mark.parametrize("name", ["wasm", "marker"])
def test_a_file_that_is_cut_short_is_named_and_the_marker_starts_once_it_is_whole(
        browser: Browser, small_site: Path, tmp_path: Path, name: str) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(small_site, broken)
    path = broken / f"assets/quiz/load/{name}.bin"
    whole = path.read_bytes()
    path.write_bytes(whole[:len(whole) // 2])
    with opened(broken, "http", tmp_path) as address:
        context = browser.new_context()
        page = Reader(context, address).open("index.html")
        page.get_by_label("This", exact=True).check()
        asked = question(page, "one")
        asked.locator(".question-check").click()
        expect(asked.locator(".marks-failed")).to_contain_text(f"did not arrive whole ({name})", timeout=PATIENCE)
        expect(page.get_by_label("This", exact=True)).to_be_checked()
        path.write_bytes(whole)
        # No browser asks again for what it has just stored, unless the page is loaded anew.
        page.reload()
        expect(checked(asked)).to_have_text("That is the one.")
        context.close()


def test_the_marker_starts_again_when_the_network_is_back(browser: Browser, small_site: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(small_site, broken)
    path = broken / "assets/quiz/load/marker.bin"
    away = path.rename(tmp_path / "marker.bin")
    with opened(broken, "http", tmp_path) as address:
        context = browser.new_context()
        page = Reader(context, address).open("index.html")
        expect(page.locator(".quiz-state")).to_have_attribute("data-state", "failed", timeout=PATIENCE)
        away.rename(path)
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator(".quiz-state")).to_have_attribute("data-state", "ready", timeout=PATIENCE)
        context.close()


def test_nothing_is_fetched_unasked_where_every_byte_counts(trouble: Reader) -> None:
    page = trouble.page
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    trouble.open("index.html")
    page.wait_for_timeout(1_500)
    assert not [url for url in trouble.requests if "/load/" in url]
    page.get_by_label("This", exact=True).focus()
    expect(page.locator(".quiz-state")).to_have_attribute("data-state", "ready", timeout=PATIENCE)


def test_a_clock_that_is_set_back_changes_nothing(trouble: Reader) -> None:
    page = trouble.open("index.html")
    asked = question(page, "one")
    asked.get_by_label("This").check()
    expect(checked(asked)).to_have_text("That is the one.")
    page.add_init_script("Date.now = () => 0; Date = class extends Date { constructor() { super(0); } }")
    page.reload()
    expect(asked.locator(".marks-summary")).to_have_text("That is the one.")
    loop = question(page, "loop")
    loop.get_by_label("Say it").fill("on")
    expect(checked(loop)).to_have_text("Marked on.")


CORRUPT = ("not json", "null", "[]", "{}", '{"version": 1}', '{"version":"%s","state":3}',
           '{"version":"%s","state":["x"],"marks":{"points":7}}')


def test_corrupt_answers_do_no_harm(trouble: Reader) -> None:
    page = trouble.open("index.html")
    asked = question(page, "one")
    version = asked.get_attribute("data-version") or ""
    for kept in CORRUPT:
        page.evaluate("kept => localStorage.setItem('second-chance/answers/extra/one', kept)", kept.replace("%s", version))
        page.reload()
        asked.get_by_label("This").check()
        expect(checked(asked)).to_have_text("That is the one.")


def test_an_answer_to_an_older_question_is_not_shown(trouble: Reader) -> None:
    page = trouble.open("index.html")
    kept = json.dumps({"version": "000000000000", "state": [True, False]})
    page.evaluate("kept => localStorage.setItem('second-chance/answers/extra/one', kept)", kept)
    page.reload()
    expect(question(page, "one").get_by_label("This")).not_to_be_checked()


def test_a_full_store_is_said_and_marking_goes_on(trouble: Reader) -> None:
    page = trouble.page
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };")
    trouble.open("index.html")
    asked = question(page, "one")
    asked.get_by_label("This").check()
    expect(checked(asked)).to_have_text("That is the one.")
    expect(page.locator(".quiz-state")).to_contain_text(re.compile("cannot be kept"))


def test_without_script_every_question_and_explanation_can_be_read(
        browsers: dict[str, Browser], addresses: dict[str, str]) -> None:
    # Chromium alone: Firefox takes no notice of Playwright's switch, and without script cannot be driven.
    context = browsers["chromium"].new_context(java_script_enabled=False)
    page = Reader(context, addresses["http"]).open("sub/one.html")
    expect(page.get_by_text("Marking needs JavaScript.")).to_be_visible()
    for asked in page.locator(".question").all():
        expect(asked.locator(".question-check")).to_be_hidden()
        asked.locator(".question-explanations summary").click()
    for text in ("It leaves them alone.", "A verdict hurts.", "Then the hands.", "There is more to come.",
                 "that kettle should have lasted"):
        expect(page.get_by_text(text)).to_be_visible()
    context.close()
