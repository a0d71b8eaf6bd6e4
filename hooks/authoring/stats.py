"""What the book holds, in figures: `./handbook check --stats`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from grader.moves import Finder
from grader.roleplay import Conversation

from authoring.book import CLAIMS, DISAGREEMENTS, entries, homes, ideas, is_stale
from authoring.explore import figures
from authoring.read import Sources


def stats(sources: Sources) -> Iterator[str]:
    """Lines of figures on the pages, the sources' ideas, the disagreements, the claims, and the items of the quizzes."""
    pages = sources.pages
    types = Counter(str(page.meta.get("type")) for page in pages.values())
    yield f"pages: {len(pages)} ({_counts(types)})"
    stale = [path for path, page in pages.items() if is_stale(page.meta.get("reviewed"))]
    yield f"to be read over again: {', '.join(stale) or 'none'}"
    known, home = ideas(pages), homes(pages)
    yield f"source ideas at home: {len(known & home.keys())} of {len(known)}"
    disagreements = entries(pages, DISAGREEMENTS)
    yield f"disagreements settled: {sum(entry.get('home') in pages for entry in disagreements)} of {len(disagreements)}"
    yield f"claims by grade: {_counts(Counter(str(claim.get('grade')) for claim in entries(pages, CLAIMS)))}"
    sections = [section for quiz in sources.quizzes.values() for section in quiz.sections]
    yield f"questions: {len(sections)} in {len(sources.quizzes)} quizzes ({_counts(Counter(s.kind for s in sections))})"
    for name in ("expect", "avoid"):
        used = Counter(move for s in sections if isinstance(s.settings.get(name), dict) for move in s.settings[name])
        yield f"moves that replies {name}: {_counts(used)}"
    places = Counter(place for s in sections if s.kind == "choice" and len(s.items) == 4
                     for place, item in enumerate(s.items, start=1) if item.marker == "x")
    yield f"place of the right answer among four: {_counts(dict(sorted(places.items())))}"
    examples = sum(len(s.settings.get(name) or ()) for s in sections for name in ("models", "passes", "fails"))
    yield f"examples of replies that are marked at every build: {examples}"
    phrases = Counter(str(phrase.get("verdict")) for page in pages.values() for phrase in page.meta.get("phrases") or ())
    finder = Finder(sources.moves, sources.weights)
    for roleplay in sources.roleplays.values():
        yield figures(Conversation(roleplay, sources.personas, finder), sources.players)
    yield f"phrases: {phrases.total()} ({_counts(phrases)})"


def _counts(counter: dict[object, int]) -> str:
    pairs = counter.most_common() if isinstance(counter, Counter) else counter.items()
    return ", ".join(f"{count} {name}" if isinstance(name, str) else f"{name}: {count}" for name, count in pairs)
