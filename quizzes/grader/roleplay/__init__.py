"""The customer who answers back: what a turn does to them, what they say next, and how it ends."""

from grader.roleplay.conversation import Conversation
from grader.roleplay.persona import Persona
from grader.roleplay.script import Roleplay

__all__ = ["Conversation", "Persona", "Roleplay"]
