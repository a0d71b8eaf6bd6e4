"""The walls between the parts, which keep each kind of change in one place."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from grader.kinds import KINDS

ROOT = Path(__file__).parents[2]


def imports(folder: str) -> dict[str, set[str]]:
    """The top-level names that each Python file below a folder imports."""
    found = {}
    for path in (ROOT / folder).rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        found[path.relative_to(ROOT).as_posix()] = {name.partition(".")[0] for name in names}
    assert found
    return found


def test_the_grader_needs_nothing_but_the_standard_library() -> None:
    for file, names in imports("quizzes/grader").items():
        assert names <= {*sys.stdlib_module_names, "grader"}, file


def test_authoring_does_not_know_mkdocs() -> None:
    for file, names in imports("hooks/authoring").items():
        assert not names & {"mkdocs", "material"}, file


def test_every_kind_has_a_template_and_an_example_in_the_guide() -> None:
    guide = (ROOT / "quizzes/README.md").read_text("utf-8")
    for kind in KINDS:
        assert (ROOT / f"overrides/quiz/{kind}.html").is_file()
        assert f" .{kind}}}" in guide


def test_scripts_do_not_know_the_kinds() -> None:
    for path in (ROOT / "overrides/assets/quiz").glob("*.js"):
        for kind in KINDS.keys() - {"order", "match", "reply"}:
            assert kind not in path.read_text("utf-8"), path.name


@pytest.mark.parametrize("name", ["utils", "helpers", "common", "core", "lib", "misc"])
def test_no_module_is_named_for_nothing(name: str) -> None:
    assert not [path for folder in ("hooks", "quizzes", "tests") for path in (ROOT / folder).rglob(f"{name}*")]
