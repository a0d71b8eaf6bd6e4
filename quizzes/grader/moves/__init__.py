"""Finds the moves in a reply: what each sentence does to the customer, and which words show it."""

from grader.moves.finder import Finder
from grader.moves.phrases import PhraseError

__all__ = ["Finder", "PhraseError"]
