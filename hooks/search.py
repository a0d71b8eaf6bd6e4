"""Lets search find a page by its description, and makes it work from file://.

There a page can load scripts, but cannot fetch data or start a worker by its address.
"""

import json
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    # The description is written in the words that people search by; the theme shows it to search engines only.
    return f'{html}<p hidden>{escape(page.meta["description"])}</p>' if page.meta.get("description") else html


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    index = (site / "search/search_index.json").read_text("utf-8")
    # The name that Material's own program looks for on file://.
    (site / "search/search_index.js").write_text(f"var __index = {index}", "utf-8")
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    text = json.dumps(worker.read_text("utf-8"))
    # Read by overrides/assets/worker-from-file.js.
    (site / "search/search_worker.js").write_text(f"globalThis.searchWorker = {text}\n", "utf-8")
