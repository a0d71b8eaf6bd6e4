"""From what trainers write to what the site serves. Never imports mkdocs."""
