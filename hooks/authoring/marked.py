"""Remembers which quizzes and role-plays were tried without a fault, so that a build does not try them all again.

Each is known by its text and by all that marks it: moves, words, weights and the grader's own code.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

GRADER = Path(__file__).parents[2] / "quizzes/grader"
EXPLORER = Path(__file__).with_name("explore.py")
PLACE = ".cache/marked.json"


class Marked:
    """The quizzes and role-plays of the project in the folder `root` that had no fault the last time; nothing where it has no .cache."""

    def __init__(self, root: Path, *by: str) -> None:
        self.path = root / PLACE
        code = b"".join(path.read_bytes() for path in (*sorted(GRADER.rglob("*.py")), EXPLORER))
        self.by = sha256(code + "\0".join(by).encode()).hexdigest()
        try:
            self.known = set(json.loads(self.path.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            # What cannot be read is made anew.
            self.known = set()

    def key(self, text: str) -> str:
        return sha256(f"{self.by}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()

    def keep(self, keys: Iterable[str]) -> None:
        """Remembers these, and forgets all others."""
        if self.path.parent.is_dir() and (found := set(keys)) != self.known:
            try:
                self.path.write_text(json.dumps(sorted(found)), "utf-8")
            except OSError:
                # It only saves time.
                return
