"""Questions and role-plays as HTML: readable without script, with links that lead from the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from authoring.check import check
from authoring.render import Renderer

from tests.conftest import Project


@pytest.fixture
def rendered(project: Project) -> str:
    sources, problems = check(project.root)
    renderer = Renderer(Path(project.root, "overrides/quiz"), sources.words)
    return renderer.quiz(sources.quizzes["every"], "sub/one.md", sources.moves, problems)


def test_every_option_and_explanation_stands_in_the_page(rendered: str) -> None:
    for text in ("“Bad luck.”", "It leaves them alone.", "A verdict hurts.", "Then the hands.", "Let them finish",
                 "A kettle should last.", "It is what broke.", "that kettle should have lasted", "Second hint."):
        assert text in rendered.replace("&ldquo;", "“").replace("&rdquo;", "”")


def test_links_lead_from_the_page(rendered: str) -> None:
    assert 'href="one.html#heading"' in rendered
    assert ".md" not in rendered


def test_what_an_author_writes_cannot_break_out_of_the_data(project: Project) -> None:
    project.edit("quizzes/questions/every.md", "I apologise, that kettle", "I apologise, </script><b>that kettle")
    sources, problems = check(project.root)
    html = Renderer(Path(project.root, "overrides/quiz"), sources.words).quiz(
        sources.quizzes["every"], "sub/one.md", sources.moves, problems)
    assert html.count("</script>") == html.count("<script")


def test_a_question_with_a_fault_gives_way_to_the_fault(project: Project) -> None:
    project.edit("quizzes/questions/every.md", "    It shuts the door.\n", "")
    sources, problems = check(project.root)
    html = Renderer(Path(project.root, "overrides/quiz"), sources.words).quiz(
        sources.quizzes["every"], "sub/one.md", sources.moves, problems)
    assert "every.md:20: this entry has no explanation" in html
    assert "every-one" not in html
    assert "every-some" in html


def test_the_version_changes_with_what_marking_needs_and_only_then(project: Project) -> None:
    def versions() -> list[str]:
        sources, problems = check(project.root)
        html = Renderer(Path(project.root, "overrides/quiz"), sources.words).quiz(
            sources.quizzes["every"], "sub/one.md", sources.moves, problems)
        return re.findall(r'data-version="(\w+)"', html)

    before = versions()
    project.edit("quizzes/questions/every.md", "It shuts the door.", "It slams the door.")
    assert versions() == before
    project.edit("quizzes/questions/every.md", '- [ ] "No."', '- [ ] "Never."')
    after = versions()
    assert after[0] != before[0]
    assert after[1:] == before[1:]


def roleplay(project: Project) -> str:
    sources, problems = check(project.root)
    renderer = Renderer(Path(project.root, "overrides/quiz"), sources.words)
    return renderer.roleplay(sources.roleplays["pat"], "sub/pat.md", sources.personas, sources.pages, problems)


def test_a_role_play_can_be_read_without_script(project: Project) -> None:
    without_script = roleplay(project).partition('<div class="conversation"')[0]
    for text in ("Pat bought a kettle on Monday.", "You may send a new kettle.", "A new kettle is on its way.",
                 "The kettle is dead.", "needs JavaScript"):
        assert text in without_script


def test_the_pause_of_a_role_play_leads_to_the_steps(project: Project) -> None:
    assert '<a href="one.html">One</a> Move on when: They stop.' in roleplay(project)


def test_a_role_play_with_a_fault_shows_it_and_is_shown(project: Project) -> None:
    project.edit("quizzes/roleplays/pat.md", "channel: phone", "channel: pigeon")
    assert "there is no channel &#39;pigeon&#39;" in roleplay(project)
