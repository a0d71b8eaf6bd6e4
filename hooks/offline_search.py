"""Makes search work from file://, where a page can load scripts but cannot fetch data or start a worker by address."""

import json
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    index = (site / "search/search_index.json").read_text("utf-8")
    # The name that Material's own program looks for on file://.
    (site / "search/search_index.js").write_text(f"var __index = {index}", "utf-8")
    (worker,) = (site / "assets/javascripts/workers").glob("search.*.min.js")
    text = json.dumps(worker.read_text("utf-8"))
    # Read by overrides/assets/worker-from-file.js.
    (site / "search/search_worker.js").write_text(f"globalThis.searchWorker = {text}\n", "utf-8")
