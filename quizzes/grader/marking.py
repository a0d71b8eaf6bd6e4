"""A question and an answer in, marks out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from grader.kinds import KINDS, Question
from grader.model import Marks, Move, Section
from grader.moves import Finder
from grader.roleplay import Conversation, Persona, Roleplay


class Marker:
    """Marks answers with these moves and speaks with these words.

    `words` maps a key such as "choice.right" to a sentence with fields in braces (quizzes/interface.yml); `finder` has
    the moves compiled, if they are already. `weights` is the text of quizzes/trained/weights.tsv, or empty.
    `personas` are those of quizzes/personas/.
    """

    def __init__(
        self, moves: Mapping[str, Move], words: Mapping[str, str], weights: str = "", finder: Finder | None = None,
        personas: Mapping[str, Persona] = {},
    ) -> None:
        self.moves = moves
        self.words = words
        self.weights = weights
        self.personas = personas
        self._finder = finder
        self._conversation: Conversation | None = None

    @property
    def finder(self) -> Finder:
        """The moves, compiled when first asked for. Raises PhraseError if a phrase is not well written."""
        if self._finder is None:
            self._finder = Finder(self.moves, self.weights)
        return self._finder

    def say(self, key: str, **fields: object) -> str:
        return self.words[key].format(**fields)

    def question(self, section: Section) -> Question:
        """The section as its kind understands it. Raises KeyError if there is no such kind."""
        return KINDS[section.kind](section)

    def conversation(self, roleplay: Roleplay) -> Conversation:
        """The role-play, ready to be played; the last one is kept, with what it has read."""
        if self._conversation is None or self._conversation.roleplay != roleplay:
            self._conversation = Conversation(roleplay, self.personas, self.finder)
        return self._conversation

    def mark(self, section: Section, answer: Sequence[str]) -> Marks:
        """Marks an answer: the values that the question's form sends, in the order of the page."""
        if not any(value.strip() for value in answer):
            return Marks(False, self.say("question.empty"))
        return self.question(section).mark(answer, self)
