"""Marks an answer: the same code in the build, in the tests and in the browser. Standard library only."""
