"""Sphinx: the pages of this folder as a small site. Run: make docs."""

project = "Corridor"
author = "the Corridor team"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["images/*"]
html_theme = "alabaster"
html_theme_options = {"description": "Migration and development, one open platform"}
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]
