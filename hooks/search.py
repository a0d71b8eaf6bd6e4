"""Lets search find a page by the words of its description before all others, and makes it work from file://.

There a page can load scripts, but cannot fetch data or start a worker by its address.
"""

import json
import re
from pathlib import Path

from grader.moves.english import FUNCTION
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


# The words of each page's description, and of its `searched_as`, by the page's address.
words: dict[str, list[str]] = {}


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    text = " ".join([str(page.meta.get("description", "")), *map(str, page.meta.get("searched_as", []))])
    words[page.url] = sorted(set(re.findall(r"[^\W_]{3,}", text.lower())) - FUNCTION)
    return html


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))
    for entry in entries["docs"]:
        # Tags count for more than titles, and a description is written in the words that people search by.
        if entry["location"] in words:
            entry["tags"] = words[entry["location"]]
    index = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
    (site / "search/search_index.json").write_text(index, "utf-8")
    # The name that Material's own program looks for on file://.
    (site / "search/search_index.js").write_text(f"var __index = {index}", "utf-8")
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    text = json.dumps(worker.read_text("utf-8"))
    # Read by overrides/assets/search-worker.js.
    (site / "search/search_worker.js").write_text(f"globalThis.searchWorker = {text}\n", "utf-8")
