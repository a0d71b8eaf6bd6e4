"""Labelled replies, and what is made of them: the trained part of the finder, and the figures on how well it reads."""
