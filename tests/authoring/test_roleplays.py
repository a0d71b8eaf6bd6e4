"""Role-plays and personas: what is wrong with one is named with its line, whether in its words or in how it plays."""

from __future__ import annotations

import json
import re

import pytest
from authoring.batch import play_of_lines, spoken
from authoring.explore import Explorer, example, faults
from authoring.read import read_sources
from authoring.roleplays import read_persona, read_players, read_roleplay, unknown_names
from grader.moves import Finder
from grader.model import Problem
from grader.roleplay import Conversation

from tests.conftest import SMALL, Project

SOURCES = read_sources(SMALL)
FINDER = Finder(SOURCES.moves)
TEXT = (SMALL / "quizzes/roleplays/pat.md").read_text("utf-8")


def changed(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def line_of(text: str, words: str) -> int:
    return text[:text.index(words)].count("\n") + 1


# what an author did: the text before, the text after, the words on whose line the fault is named, and how
WRITTEN = {
    "no story": ("Pat bought a kettle on Monday.", "", "---", "this role-play has no story"),
    "unknown setting of a beat": ("worth: fair", "worth: fair\nprice: 3", "price:", "a section of kind 'offer' has no 'price'"),
    "unknown kind": (".hidden}", ".secret}", "## The tea", "a role-play has no 'secret' (opening, hidden, "),
    "no outcome": ("outcome: badly", "", "## Rung off", "this ending does not say 'outcome'"),
    "unknown outcome": ("outcome: badly", "outcome: sadly", "outcome: sadly", "'outcome' is one of these: well, fairly, badly"),
    "condition that cannot be read": ("when: over", "when: they have had enough", "when: they", "is no condition: write 'heat at least 7'"),
    "move that is nowhere": ("drawn by: after apology", "drawn by: after apologies", "## The tea", "'after apologies' can never hold"),
    "id that is nowhere": ("when: agreed and promised", "when: agreed kettles", "## Mended", "'agreed kettles' can never hold"),
    "saying that cannot be looked for": ("  - new kettle", "  - new (kettle", "  - new (kettle", "this saying cannot be looked for"),
    "line without a sort": ("=> tempting", "=> odd", "- \"Well, well.\"", "write this line as"),
    "line without a reason": ("    It says nothing.\n", "", "- \"Well, well.\"", "this line has no explanation"),
    "nothing said": ("> \"Goodbye.\"\n", "", "## Rung off", "the customer says nothing here"),
    "markup": ("Pat has nothing to hold on to.", "Pat has *nothing*.", "## Rung off", "is plain text"),
    "unknown channel": ("channel: phone", "channel: pigeon", "channel:", "there is no channel 'pigeon'"),
    "unknown persona": ("persona: plain", "persona: meek", "---", "there is no persona called 'meek' in quizzes/personas (plain)"),
    "setting of another kind": ("## Mended {#mended .ending}", "## Mended {#mended .answer}", "outcome: well", "has no 'outcome'"),
}


@pytest.mark.parametrize("fault", WRITTEN)
def test_a_fault_in_the_words_is_named_with_its_line(fault: str) -> None:
    old, new, where, sentence = WRITTEN[fault]
    text = changed((old, new))
    problems: list[Problem] = []
    roleplay = read_roleplay("pat", "pat.md", text, problems)
    found = [(p.line, p.sentence) for p in problems] or list(unknown_names(roleplay, SOURCES.personas, SOURCES.moves))
    assert any(line == line_of(text, where) and sentence in said for line, said in found), found


PLANTED = (
    # a question that insists on what nothing brings
    ("## Mended", "## Well? {#well .question}\n\n> \"Well?\"\n\n```yaml\nwhen: after excuse\nuntil: apology at least 9\n```\n\n## Mended"),
    # an answer that nobody hears
    ("## Rung off", "## Both {#both .answer}\n\n> \"Both.\"\n\n```yaml\nwhen: heat at least 9 and heat at most 2\n```\n\n## Rung off"),
    # an ending that one kind line reaches
    ("## The tea", "## Too easy {#easy .ending}\n\n> \"Fine.\"\n\nToo easy.\n\n```yaml\nwhen: apology at least 1\noutcome: well\n```\n\n## The tea"),
)


def test_a_dead_end_an_unreachable_beat_and_a_line_that_always_wins_are_named_with_the_remedy(project: Project) -> None:
    text = changed(*PLANTED)
    (project.root / "quizzes/roleplays/pat.md").write_text(text, "utf-8")
    said = [line for line in project.check() if line.startswith("quizzes/roleplays/pat.md:")]
    for words, sentence in (
        ("## Well?", "dead end: once this is asked, no line leads on, for nothing brings 'apology at least 9'; change 'until'"),
        ("## Both", "unreachable: no conversation gets to this answer; look at its condition"),
        ('- "I am so sorry', "always wins: 'I am so sorry about that.', said alone, ends it well ('easy'); let that ending ask for more"),
    ):
        assert any(f"pat.md:{line_of(text, words)}: {sentence}" in line for line in said), said


def play_faults(text: str, **players: list[str]) -> list[tuple[int, str]]:
    problems: list[Problem] = []
    roleplay = read_roleplay("pat", "pat.md", text, problems)
    assert not problems
    return list(faults(Conversation(roleplay, SOURCES.personas, FINDER), players))


def test_a_gap_that_no_ending_closes_is_a_dead_end() -> None:
    (fault, *_) = play_faults(changed(("when: over", "when: over and disclosed")))
    assert "dead end: the customer's patience can run out here while no ending holds" in fault[1]


def test_a_secret_that_nothing_draws_out_and_an_offer_that_no_line_makes_are_unreachable() -> None:
    text = changed(("drawn by: after apology", "drawn by: after apology and heat at least 10"))
    assert any(line == line_of(text, "## The tea") and "unreachable: no conversation gets to this hidden" in said
               for line, said in play_faults(text))


def test_only_the_textbook_may_end_well() -> None:
    wins = ["I am so sorry about that.", "I will send you a new kettle today."]
    assert not play_faults(TEXT, textbook=["Well."], wall=["We are short-staffed."], typed=["Well."])
    assert any("the player 'wall'" in said and "should not end well" in said for _, said in play_faults(TEXT, wall=wins))
    text = changed((" => good", " => bad")) if TEXT.count(" => good") == 1 else TEXT.replace(" => good", " => bad")
    assert any("the player 'textbook'" in said and "should end well" in said for _, said in play_faults(text, textbook=["Well."]))


def test_the_figures_count_states_endings_and_players() -> None:
    found = Explorer(Conversation(SOURCES.roleplays["pat"], SOURCES.personas, FINDER), {"parrot": ["I am sorry."]}).explore()
    assert found.states > 5 and found.endings["mended"][0] == 2 and found.players == {"parrot": "badly"}


@pytest.mark.parametrize(("saying", "words"), [
    ("(so/very) new kettle", "new kettle"), ("send/bring .. kettle <time>", "send kettle today"), ("how cold ?", "how cold")])
def test_an_example_of_a_saying(saying: str, words: str) -> None:
    assert example(saying) == words


def test_faults_of_a_persona_and_of_players_are_named_with_their_line(project: Project) -> None:
    project.edit("quizzes/personas/every-customer.yml", "  commit: {trust: 2,", "  comit: {trust: 2, page: no/where.md,")
    project.edit("quizzes/personas/plain.yml", "page: sub/one.md", "page: sub/one.md\naccepts: [after thunder]")
    said = "\n".join(project.check())
    assert re.search(r"every-customer.yml:\d+: there is no move or rule called 'comit' \(", said)
    assert re.search(r"every-customer.yml:\d+: there is no page docs/no/where.md", said)
    assert "plain.yml:4: 'after thunder' can never hold" in said
    problems: list[Problem] = []
    assert read_persona("x", "x.yml", "kind: persona\nname: x\nstarts: {heat: hot}\n", problems)[0] is None
    read_players("players.yml", "clown: [Ha.]\nwall: Policy.\n", problems)
    assert [problem.line for problem in problems] == [3, 1, 2]


def test_conversations_in_and_outcomes_out_one_json_object_a_line() -> None:
    conversations = {"pat": Conversation(SOURCES.roleplays["pat"], SOURCES.personas, FINDER)}
    lines = [json.dumps({"id": "a", "roleplay": "pat", "seed": 3, "turns": ["I am so sorry.", "I will send you a new kettle today."]}),
             '{"roleplay": "pat", "turns": []}', "{", '{"roleplay": "pat"}', '{"roleplay": "tap", "turns": []}', "", '{"roleplay": "pat", "turns": [], "seed": "x"}']
    results = list(play_of_lines(conversations, lines))
    good, stopped = (json.loads(line) for line, fault in results if not fault)
    assert (good["id"], good["ending"], good["outcome"], good["turns"]) == ("a", "mended", "well", 2)
    assert good["customer"][0] == "The kettle is dead." and good["customer"][-1] == "Thank you. Goodbye."
    assert (stopped["id"], stopped["outcome"], stopped["ending"]) == (2, "badly", "rung-off")
    assert [fault.split(":")[0] for _, fault in results if fault] == ["line 3", "line 4", "line 5", "line 7"]


def test_a_trainer_plays_it_on_a_terminal() -> None:
    heard = list(spoken(Conversation(SOURCES.roleplays["pat"], SOURCES.personas, FINDER), iter(["I am so sorry."]), 1))
    assert heard[0] == "The kettle is dead." and "birthday" in heard[1] and "Rung off (badly" in heard[-1]
