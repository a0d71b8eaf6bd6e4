"""The kinds of question. A kind is a module here, a template of its name in overrides/quiz/, and a line in KINDS."""

from grader.kinds.choice import Choice
from grader.kinds.choices import Choices
from grader.kinds.match import Match
from grader.kinds.order import Order
from grader.kinds.question import Question
from grader.kinds.reply import Reply

KINDS: dict[str, type[Question]] = {
    "choice": Choice,
    "choices": Choices,
    "order": Order,
    "match": Match,
    "reply": Reply,
}
