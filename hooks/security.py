"""Gives every built page a Content-Security-Policy that lets nothing in but the site's own files.

Not under `serve`: its live reload adds a script to each page after the page has been built.
"""

import base64
import hashlib
import re
from typing import Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

INLINE = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
CHARSET = '<meta charset="utf-8">'
building = True


def on_startup(command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    global building
    building = command != "serve"


def on_post_page(output: str, page: object, config: MkDocsConfig) -> str:
    return with_policy(output) if building else output


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    return with_policy(output_content) if building and template_name.endswith(".html") else output_content


def with_policy(html: str) -> str:
    """The page with its policy: the theme's inline scripts are allowed one by one, by their hashes."""
    scripts = (found["text"] for found in INLINE.finditer(html)
               if "src=" not in found["attributes"] and "application/json" not in found["attributes"])
    hashes = sorted({_hash(text) for text in scripts})
    policy = "; ".join([
        "default-src 'self'",
        "object-src 'none'",
        # The hub, in which all pages on file:// keep their answers together.
        "frame-src 'self'",
        # Pyodide compiles WebAssembly, and its worker is made from a Blob.
        f"script-src 'self' 'wasm-unsafe-eval' {' '.join(hashes)}",
        "worker-src 'self' blob:",
        # Material sets styles in attributes.
        "style-src 'self' 'unsafe-inline'",
        # Material's icons are data: addresses in its style sheets.
        "img-src 'self' data:",
        "base-uri 'none'",
        "form-action 'none'",
    ])
    if CHARSET not in html:
        raise PluginError(f"a page has no {CHARSET} for the policy to follow: see hooks/security.py")
    return html.replace(CHARSET, f'{CHARSET}\n      <meta http-equiv="Content-Security-Policy" content="{policy}">', 1)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
