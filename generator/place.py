"""Where all that is not code lies: the one module that knows, for a checkout and for an installed package alike.

An installed package has it beside its code, in `_site/` (pyproject.toml puts it there), without the pages written by
hand: those of a checkout's docs/ are of that checkout alone.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKED = _PACKAGE / "_site"
_ROOT = _PACKED if _PACKED.is_dir() else _PACKAGE.parent

# What a process of this program looks for its modules in.
IMPORTED_FROM = _PACKAGE.parent
# Where a clone lies; an installed package has none.
CHECKOUT = None if _PACKED.is_dir() else _PACKAGE.parent
DATA = _PACKAGE / "data"
# What previews are written in.
PREVIEW_FACE = DATA / "pictures" / "sans-600.ttf"
# The JSON Schemas by which editors know the files of a lexicon.
SCHEMAS = DATA / "schemas" / "lexicon"
# What the engine reads: its configuration, pages written by hand with all assets, what overrides the theme.
CONFIG = _ROOT / "mkdocs.yml"
DOCS = _ROOT / "docs"
THEME = _ROOT / "templates" / "theme"
# What pages are laid out by, and the sources of scripts and styles beside fonts and pictures.
TEMPLATES = _ROOT / "templates" / "pages"
ASSETS = DOCS / "assets"
# What a new dossier begins with.
STARTER = _ROOT / "templates" / "dossier"
# All that a site is made of beside its dossier.
INPUTS = (CONFIG, DOCS, THEME, TEMPLATES, DATA)
