"""Mends what the theme's own markup lacks for people who listen to a page."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

# What the theme writes, and what it should have written.
MENDED = {
    # A dialog needs a name.
    '<div class="md-search" data-md-component="search" role="dialog">':
        '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
}


def on_post_page(output: str, page: object, config: MkDocsConfig) -> str:
    for written, mended in MENDED.items():
        if written not in output:
            raise PluginError(f"the theme no longer writes {written}: see hooks/accessibility.py")
        output = output.replace(written, mended)
    return output
