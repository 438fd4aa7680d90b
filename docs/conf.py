"""How Sphinx builds the documentation: `sphinx-build -W docs site`, or `make docs`."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx

import silkfigures
from silkfigures.publish.dictionary import write_dictionary

HERE = Path(__file__).parent

project = "silkfigures"
author = "The silkfigures maintainers"
version = release = silkfigures.__version__
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["attrs_inline", "colon_fence"]  # places inside tables (myst-parser 5.2), boxes
myst_heading_anchors = 3
smartquotes = False  # the tables hold what is printed: quotes and dashes stay as they are
exclude_patterns = ["_build"]
highlight_language = "none"

html_theme = "furo"
html_title = f"silkfigures {release}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_copyright = False


def setup(app: Sphinx) -> None:
    """Write the data dictionary before the pages are read."""
    app.connect("config-inited", lambda *_: write_dictionary(HERE.parent, HERE / "dictionary"))
