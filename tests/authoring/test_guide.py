"""The examples of quizzes/README.md work as they are printed."""

from __future__ import annotations

import re
from pathlib import Path

from authoring.read import read_move, read_quiz
from authoring.yaml_lines import load

from tests.conftest import Project

GUIDE = (Path(__file__).parents[2] / "quizzes/README.md").read_text("utf-8")


def examples(language: str) -> list[str]:
    return re.findall(rf"~~~{language}\n(.*?)~~~", GUIDE, re.DOTALL)


def test_the_example_move_reads_and_its_examples_hold(project: Project) -> None:
    (text,) = examples("yaml")
    problems: list[object] = []
    move, _ = read_move("apology", "guide", text, problems)
    assert not problems
    assert move and move.good
    (project.root / "quizzes/moves/apology.yml").write_text(text, "utf-8")
    assert not [line for line in project.check() if "moves/apology.yml" in line]


def test_the_example_questions_have_no_fault() -> None:
    from authoring.read import read_sources
    from grader.kinds import KINDS
    from grader.marking import Marker

    first, *rest = examples("markdown")
    problems: list[object] = []
    quiz = read_quiz("listen", "guide", first + "\n" + "\n".join(rest), problems)
    assert not problems
    assert {section.kind for section in quiz.sections} == set(KINDS)
    sources = read_sources(Path(__file__).parents[2])
    marker = Marker(sources.moves, sources.words, sources.weights)
    for section in quiz.sections:
        assert not list(KINDS[section.kind](section).faults(marker)), section.id


def test_the_example_role_play_plays_without_fault() -> None:
    from authoring.explore import faults
    from authoring.read import read_sources
    from authoring.roleplays import read_roleplay, unknown_names
    from grader.moves import Finder
    from grader.roleplay import Conversation

    (text,) = examples("md")
    problems: list[object] = []
    roleplay = read_roleplay("okafor", "guide", text, problems)
    sources = read_sources(Path(__file__).parents[2])
    assert not problems and not list(unknown_names(roleplay, sources.personas, sources.moves))
    assert not list(faults(Conversation(roleplay, sources.personas, Finder(sources.moves, sources.weights)), sources.players))


def test_yaml_values_stay_as_they_were_written() -> None:
    value, lines = load("a: No\nb: [1.0, yes]\nc:\n  - 08:30\n")
    assert value == {"a": "No", "b": ["1.0", "yes"], "c": ["08:30"]}
    assert lines["c.0"] == 4
