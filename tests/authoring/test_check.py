"""Faults in the sources: each is named with file, line and remedy, all in one run."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from authoring.check import check
from authoring.render import Renderer
from grader.model import Problem

from tests.conftest import Project

# what an author did: file, text before, text after, and where and how the fault is named
FAULTS = {
    "unknown kind": (
        "quizzes/questions/extra.md", "{#one .choice}", "{#one .chioce}",
        "quizzes/questions/extra.md:6: there is no kind of question called 'chioce' (choice, "),
    "no right option": (
        "quizzes/questions/every.md", '- [x] "What happened?"', '- [ ] "What happened?"',
        "quizzes/questions/every.md:6: no option is right"),
    "duplicate id": (
        "quizzes/questions/every.md", "{#some .choices}", "{#one .choices}",
        "quizzes/questions/every.md:30: the id 'one' is taken by line 6"),
    "missing explanation": (
        "quizzes/questions/every.md", "\n    A verdict hurts.\n", "",
        "quizzes/questions/every.md:42: this entry has no explanation"),
    "unknown move": (
        "quizzes/questions/every.md", "  excuse: It helps nobody.", "  excuses: It helps nobody.",
        "quizzes/questions/every.md:106: there is no move called 'excuses' (apology, "),
    "failing example": (
        "quizzes/questions/every.md", "I am very sorry about the kettle.", "I know about the kettle.",
        "quizzes/questions/every.md:115: this reply should pass and does not: 'I know about the kettle."),
    "dead link": (
        "quizzes/questions/every.md", "docs/sub/one.md#heading", "docs/sub/two.md",
        "quizzes/questions/every.md:14: the link to '../../docs/sub/two.md' leads nowhere"),
    "dead anchor": (
        "quizzes/questions/every.md", "docs/sub/one.md#heading", "docs/sub/one.md#header",
        "quizzes/questions/every.md:14: the link to '../../docs/sub/one.md#header' leads nowhere"),
    "unclosed block": (
        "quizzes/questions/every.md", "  - Two of three.\n```", "  - Two of three.",
        "quizzes/questions/every.md:46: this block is never closed"),
    "bad YAML": (
        "quizzes/questions/every.md", "  - Ears first.", "  - Ears: first: now.",
        "quizzes/questions/every.md:73: this is not YAML"),
    "unused quiz": (
        "docs/index.md", "::: quiz extra", "",
        "quizzes/questions/extra.md:1: no page shows this quiz"),
    "absent quiz": (
        "docs/index.md", "::: quiz extra", "::: quiz extra\n\n::: quiz later",
        "docs/index.md:16: there is no quiz called 'later'"),
    "role-play on no page": (
        "docs/sub/pat.md", "::: roleplay pat", "",
        "quizzes/roleplays/pat.md:1: no page shows this role-play"),
    "absent role-play": (
        "docs/sub/pat.md", "::: roleplay pat", "::: roleplay pat\n\n::: roleplay sam",
        "docs/sub/pat.md:13: there is no role-play called 'sam'"),
    "role-play in two places": (
        "docs/index.md", "::: quiz extra", "::: quiz extra\n\n::: roleplay pat",
        "docs/sub/pat.md:11: the role-play 'pat' is placed already (docs/index.md:16)"),
    "option without text": (
        "quizzes/questions/every.md", "- [ ] The verdict", "- [ ]",
        "quizzes/questions/every.md:42: this entry has no text"),
    "heading without braces": (
        "quizzes/questions/extra.md", "## Choose {#one .choice}", "## Choose",
        "quizzes/questions/extra.md:6: a heading ends with its id and kind"),
    "text after the list": (
        "quizzes/questions/extra.md", "    Not that one.", "Not that one.",
        "quizzes/questions/extra.md:16: this text stands after the list"),
    "two right options": (
        "quizzes/questions/extra.md", "- [ ] That", "- [x] That",
        "quizzes/questions/extra.md:14: a 'choice' has one right option"),
    "no hints": (
        "quizzes/questions/extra.md", "hints:\n  - The first.\n", "",
        "quizzes/questions/extra.md:6: this question has no hints"),
    "unknown setting": (
        "quizzes/questions/extra.md", "hints:", "hint:",
        "quizzes/questions/extra.md:19: there is no setting called 'hint'"),
    "name given twice": (
        "quizzes/questions/every.md", "avoid:\n", "expect:\n",
        "quizzes/questions/every.md:105: 'expect' is given twice"),
    "no explanation of a move": (
        "quizzes/questions/every.md", "  apology: A kettle should last.", "  apology:",
        "quizzes/questions/every.md:103: 'apology' has no explanation"),
    "a reply that should fail passes": (
        "quizzes/questions/every.md", "Someone will be in touch.", "I will be in touch today.",
        "quizzes/questions/every.md:120: this reply should fail (no time) and passes"),
    "tab in a move": (
        "quizzes/moves/excuse.yml", "good: false", "good:\tfalse\n\tx: 1",
        "quizzes/moves/excuse.yml:3: this is not YAML: a tab"),
    "move without phrases": (
        "quizzes/moves/excuse.yml", "  - we are (rather) short staffed\n  - we are busy\n  - it is monday ~\n", "",
        "quizzes/moves/excuse.yml:6: this move has no phrases"),
    "phrase without a word": (
        "quizzes/moves/excuse.yml", "  - we are busy", "  - (busy)",
        "quizzes/moves/excuse.yml:8: "),
    "move example not found": (
        "quizzes/moves/apology.yml", "    - I'm so sorry.", "    - Dear oh dear, what a day.",
        "quizzes/moves/apology.yml:13: this should be found and is not"),
    "front matter never closed": (
        "docs/sub/plain.md", "reviewed: 2026-11-22\n---", "reviewed: 2026-11-22",
        "docs/sub/plain.md:1: the front matter is never closed"),
    "unclosed block in a page": (
        "docs/sub/one.md", "::: quiz every\n```", "::: quiz every",
        "docs/sub/one.md:18: this block is never closed"),
    "missing word": (
        "quizzes/interface.yml", "  wrong: Not this one. Read why, then try another.\n", "",
        "quizzes/interface.yml:1: 'choice.wrong' is missing"),
    "unknown field in a word": (
        "quizzes/interface.yml", "{found} of {all} found.", "{fund} of {all} found.",
        "quizzes/interface.yml:42: 'choices.partly' can have these fields in braces: {found} {all}"),
    "image in a question": (
        "quizzes/questions/extra.md", "Which?", "![A kettle](kettle.png)",
        "quizzes/questions/extra.md:8: a question has no images"),
    "script in a link": (
        "quizzes/questions/extra.md", "    This one.", "    [This](javascript:alert) one.",
        "quizzes/questions/extra.md:12: a link cannot begin with 'javascript:'"),
    "Markdown in a step": (
        "quizzes/questions/every.md", "1. Listen", "1. *Listen*",
        "quizzes/questions/every.md:55: an entry of a 'order' is plain text"),
    "partner that is no text": (
        "quizzes/questions/every.md", "  - Refund", "  - [Refund]",
        "quizzes/questions/every.md:89: 'also' is a list of partners"),
    "reason that is no text": (
        "quizzes/questions/every.md", "    why: It is what broke.", "    why: [It is what broke.]",
        "quizzes/questions/every.md:108: 'the kettle' has no explanation"),
    "quiz line that is indented": (
        "docs/index.md", "::: quiz extra", "  ::: quiz extra",
        "docs/index.md:14: write '::: quiz name' at the start of a line"),
    "quiz without a question": (
        "quizzes/questions/extra.md", "## Choose {#one .choice}", "### Choose {#one .choice}",
        "quizzes/questions/extra.md:5: text before the first question is not shown"),
    "phrases that are no list": (
        "docs/sub/plain.md", "type: reference", "phrases: hello\ntype: reference",
        "docs/sub/plain.md:4: 'phrases' is a list"),
    "phrase without a moment": (
        "docs/sub/plain.md", "type: reference", "phrases:\n  - id: a\n    verdict: say\n    words: b\n    why: c\ntype: reference",
        "docs/sub/plain.md:5: this phrase has no moment"),
    "page without a type": (
        "docs/sub/plain.md", "type: reference\n", "",
        "docs/sub/plain.md:1: this page has no type"),
    "unknown type of page": (
        "docs/sub/plain.md", "type: reference", "type: poem",
        "docs/sub/plain.md:4: there is no type of page called 'poem'"),
    "page without a part of its type": (
        "docs/sub/plain.md", "type: reference", "type: call",
        "docs/sub/plain.md:8: a page of type call has '!!! say': add it"),
    "day that is none": (
        "docs/sub/plain.md", "reviewed: 2026-11-22", "reviewed: soon",
        "docs/sub/plain.md:6: 'reviewed' is a date"),
    "figure without a grade": (
        "docs/sub/plain.md", "No quiz here.", "Of them, 70 % come back.",
        "docs/sub/plain.md:11: '70 %' is a figure without its grade"),
    "no such picture": (
        "docs/sub/plain.md", "No quiz here.", "::: picture goat",
        "docs/sub/plain.md:11: there is no picture called 'goat'"),
    "question that has to be turned round": (
        "quizzes/questions/extra.md", "Which?", "Which of these is not right?",
        "quizzes/questions/extra.md:6: ask for what is right"),
    "option that leans on the others": (
        "quizzes/questions/extra.md", "- [ ] That", "- [ ] None of the above",
        "quizzes/questions/extra.md:14: an option stands for itself"),
    "not UTF-8": (
        "docs/sub/plain.md", "No quiz here.", "\udcff",
        "docs/sub/plain.md:11: this is not UTF-8 text"),
}


def plant(project: Project, fault: str) -> str:
    file, old, new, expected = FAULTS[fault]
    if "\udcff" in new:
        path = project.root / file
        path.write_bytes(path.read_bytes().replace(old.encode(), b"\xff"))
    else:
        project.edit(file, old, new)
    return expected


def test_sound_sources_have_no_fault(project: Project) -> None:
    done = project.run("authoring", "check")
    assert done.returncode == 0, done.stdout
    assert "No faults: 4 pages, 2 quizzes with 6 questions, 3 moves, 1 role-play." in done.stdout


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_place(project: Project, fault: str) -> None:
    expected = plant(project, fault)
    lines = project.check()
    assert any(line.startswith(expected) for line in lines), "\n".join(lines)
    assert all(re.match(r"\S+:\d+: \S", line) for line in lines), "\n".join(lines)


@pytest.mark.parametrize("fault", sorted(FAULTS.keys() - {"missing word", "unknown field in a word"}))
def test_the_rest_is_still_shown_while_its_author_mends_it(project: Project, fault: str) -> None:
    """As `serve` does: the fault stands in the page, and every question that has none is there."""
    plant(project, fault)
    sources, problems = check(project.root)
    renderer = Renderer(project.root / "overrides/quiz", sources.words)
    for quiz in sources.quizzes.values():
        faults = [problem for problem in problems if problem.file == quiz.file]
        html = renderer.quiz(quiz, "sub/one.md", sources.moves, faults)
        assert all(problem.sentence[:20] in unescape(html) for problem in faults)
        assert html.count("<form") >= len(quiz.starts) - len(faults)


def test_a_file_that_nothing_reads_is_named(project: Project) -> None:
    (project.root / "quizzes/moves/sorry.yaml").write_text("name: x", "utf-8")
    assert any(line.startswith("quizzes/moves/sorry.yaml:1: this is not read") for line in project.check())


# The same kinds of fault, planted so that none hides another.
TOGETHER = [
    ("quizzes/questions/extra.md", "{#one .choice}", "{#one .chioce}", "there is no kind of question called 'chioce'"),
    ("quizzes/questions/every.md", '- [x] "What happened?"', '- [ ] "What happened?"', "no option is right"),
    ("quizzes/questions/every.md", "docs/sub/one.md#heading", "docs/sub/two.md", "the link to"),
    ("quizzes/questions/every.md", "    It shuts the door.\n", "", "this entry has no explanation"),
    ("quizzes/questions/every.md", "- [ ] The verdict", "- [ ]", "this entry has no text"),
    ("quizzes/questions/every.md", "  - Ears first.\n```", "  - Ears first.", "this block is never closed"),
    ("quizzes/questions/every.md", "  - Who needs help", "  - Who: needs: help", "this is not YAML"),
    ("quizzes/questions/every.md", "  excuse: It helps nobody.", "  excuses: It.", "there is no move called 'excuses'"),
    ("docs/index.md", "::: quiz extra", "::: quiz extra\n\n::: quiz later", "there is no quiz called 'later'"),
]


def test_twelve_faults_are_reported_in_one_run_and_stop_the_build(project: Project) -> None:
    questions = project.root / "quizzes/questions"
    every, extra = (questions / "every.md").read_text("utf-8"), (questions / "extra.md").read_text("utf-8")
    reply_alone = every[:every.index("## Choose one")] + every[every.index("## Reply"):]
    (questions / "unused.md").write_text(reply_alone.replace("I am very sorry about", "I know about"), "utf-8")
    (questions / "extra.md").write_text(extra + "\n" + extra[extra.index("## Choose"):], "utf-8")
    for file, old, new, _ in TOGETHER:
        text = (project.root / file).read_text("utf-8")
        (project.root / file).write_text(text.replace(old, new, 1), "utf-8")
    expected = [sentence for *_, sentence in TOGETHER]
    expected += ["this reply should pass and does not", "no page shows this quiz", "the id 'one' is taken by line 6"]

    done = project.run("authoring", "check")
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    for sentence in expected:
        assert any(sentence in line for line in lines), f"{sentence}\n" + "\n".join(lines)
    assert len(lines) == len(expected) == 12, "\n".join(lines)
    build = project.run("mkdocs", "build", "--strict")
    assert build.returncode != 0
    assert all(line in build.stdout + build.stderr for line in lines)


def test_weights_that_cannot_be_read_are_named_and_replies_are_marked_without(project: Project) -> None:
    trained = project.root / "quizzes/trained/weights.tsv"
    trained.parent.mkdir()
    trained.write_text("half a file", "utf-8")
    sources, problems = check(project.root)
    assert [str(problem) for problem in problems] == [
        "quizzes/trained/weights.tsv:1: the weights cannot be read: run ./handbook train"]
    assert sources.weights == ""


def test_a_quiz_that_was_marked_without_fault_is_marked_again_when_it_or_a_move_changes(project: Project) -> None:
    marked = project.root / ".cache/marked.json"
    marked.parent.mkdir(exist_ok=True)

    def faults() -> list[Problem]:
        return check(project.root)[1]

    assert not faults()
    # two quizzes and a role-play
    assert len(json.loads(marked.read_text("utf-8"))) == 3
    for spoilt in ("{", "[1]", "null"):
        marked.write_text(spoilt, "utf-8")
        assert not faults()
    project.edit("quizzes/questions/every.md", "I am very sorry about the kettle.", "I know about the kettle.")
    assert any("this reply should pass and does not" in line for line in map(str, faults()))
    project.edit("quizzes/questions/every.md", "I know about the kettle.", "I am very sorry about the kettle.")
    assert not faults()
    project.edit("quizzes/moves/apology.yml", "vetoes:\n", "vetoes:\n  - about the kettle\n")
    assert any("quizzes/questions/every.md" in line for line in map(str, faults()))
