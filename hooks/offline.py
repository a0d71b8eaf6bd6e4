"""Lets a reader keep the handbook on their device: says what the service worker keeps, and what installs as an app.

Not under `serve`: a page that is being written must come from its source.
"""

import hashlib
import json
import math
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal
from urllib.parse import quote

import jinja2
from authoring.read import read_words
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

WORKER = "service-worker.js"
MANIFEST = "manifest.webmanifest"
# Stands in a page until the size of the whole is known.
SIZE = "<!--size-->"
NOT_KEPT = (
    WORKER, "sitemap.xml*", "How to open this.txt",
    # Needed on file:// alone, where nothing is kept.
    "assets/quiz/file/*", "search/search_index.js", "search/search_worker.js",
    # Needed by nobody who reads, and by search in other languages.
    "*.map", "assets/javascripts/lunr/*",
)
building = True


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global building
    building = command != "serve"


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    path = Path(config.config_file_path).with_name("quizzes") / "interface.yml"
    words = read_words(path.name, path.read_text("utf-8"), [])
    env.globals |= {"say": lambda key, **fields: words[key].format(**fields), "can_be_kept": building, "offline_size": SIZE}
    return env


def on_post_build(config: MkDocsConfig) -> None:
    site = Path(config.site_dir)
    manifest = json.loads((site / MANIFEST).read_text("utf-8"))
    named = {"name": config.site_name, "short_name": config.site_name, "description": config.site_description}
    (site / MANIFEST).write_text(json.dumps(named | manifest, ensure_ascii=False), "utf-8")
    if not building:
        return
    kept = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    kept = {name: path for name, path in kept.items() if not any(fnmatch(name, pattern) for pattern in NOT_KEPT)}
    megabytes = math.ceil(sum(path.stat().st_size for path in kept.values()) / 1_000_000)
    for path in kept.values():
        if path.suffix == ".html" and SIZE in (html := path.read_text("utf-8")):
            path.write_text(html.replace(SIZE, str(megabytes)), "utf-8")
    files = {quote(name): {"hash": hashlib.sha256(content).hexdigest(), "size": len(content)}
             for name, content in ((name, path.read_bytes()) for name, path in kept.items())}
    build = {"id": hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12],
             "handbook": config.extra["handbook"], "files": files}
    program = (site / WORKER).read_text("utf-8")
    (site / WORKER).write_text(f"const build = {json.dumps(build)};\n{program}", "utf-8")
