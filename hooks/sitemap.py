"""Leaves the sitemap out of a site that has no address: it would list nothing, and carry the day of the build."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

NAME = "sitemap.xml"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if not config.site_url:
        config.theme.static_templates.discard(NAME)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    template = files.get_file_from_path(NAME)
    if template and not config.site_url:
        files.remove(template)
    return files
