"""Shows NOTICES.md, which says what the built site carries of others, as a page of the site."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

NAME = "NOTICES.md"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    root = Path(config.config_file_path).parent
    text = (root / NAME).read_text("utf-8")
    files.append(File.generated(config, NAME.lower(), content=text, inclusion=InclusionLevel.NOT_IN_NAV))
    return files
