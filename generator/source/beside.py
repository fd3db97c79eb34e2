"""What lies in a dossier's folder and is no text of it: the dossier's own folders, and what its repository holds.

A dossier is often a repository by itself; what a forge, a host or a packager looks for there by its name is no misnamed
article. Names are told whatever their capitals.
"""

from __future__ import annotations

import difflib
import re

from generator.lexicon.layout import FOLDER, THINGS
from generator.source.pictures import PICTURES, kind_meant

# The dossier's own folders, each read where it is used.
FOLDERS = frozenset({FOLDER, "pages", "assets"})
# What systems, forges, editors and this program put into folders, by how their names begin after the dot.
_HIDDEN = re.compile(
    r"\.(?:git|ds_store|mujaz|schemas|editorconfig|nojekyll|nvmrc|vscode|idea|venv|netlify|circleci|forgejo|gitea|woodpecker|"
    r"pre-commit|python-version|tool-versions|travis|cirrus|readthedocs|yamllint|markdownlint|devcontainer|docker|"
    r"cloudflare|wrangler|well-known|cache|pytest_cache|ruff_cache|mypy_cache|htaccess)",
    re.IGNORECASE,
)
# What people write about a repository, in whatever format: these are never articles.
_ABOUT = frozenset({"readme", "license", "licence", "copying"})
# The same, and text files that programs and robots ask for by name; one that is Arabic may be an article after all.
_PERHAPS = frozenset(
    {
        "index",
        "404",
        "notice",
        "authors",
        "contributors",
        "contributing",
        "changelog",
        "code_of_conduct",
        "security",
        "support",
    }
    | {"codeowners", "citation", "robots", "humans", "ads", "app-ads", "llms", "llms-full", "runtime", "cmakelists"}
)
_PACKAGES = re.compile(r"(?:[\w-]+[-_])?(?:requirements|constraints)(?:[-_.][\w-]+)?", re.IGNORECASE)
# Files without a suffix, and those of settings and code by theirs.
_BARE = frozenset({"makefile", "dockerfile", "procfile", "cname", "justfile", "gemfile", "_headers", "_redirects"})
_CODE = re.compile(r"toml|jsonc?|lock|cfg|ini|py|sh|ps1|m?js|ts|css|cff|nix|mk|bat", re.IGNORECASE)
# Settings of hosts and services that are YAML, as sidecars are: they are none where no text bears their name.
_SERVICES = frozenset(
    {"action", "mkdocs", "docker-compose", "compose", "codecov", "renovate", "netlify", "_config", "dependabot"}
    | {"appveyor", "azure-pipelines", "bitbucket-pipelines", "cloudbuild", "environment", "render", "vercel"}
)
# The settings under another name, or another suffix; a text may be called dossier.txt.
_SETTINGS = re.compile(r"dossier(?:\.(?:ya?ml|json|toml|txt))+", re.IGNORECASE)
_NEAR = 0.75
# A folder of «images» is near to pages by .73, a «dataset» to assets by .77.
_NEARER = 0.8


def is_hidden_by_habit(name: str) -> bool:
    """True for a name with a dot before it that somebody's program gave."""
    return bool(_HIDDEN.match(name))


def is_about(name: str) -> bool:
    """True for a file that tells of the folder or its licence, which is no article in whatever language."""
    return name.lower().partition(".")[0] in _ABOUT


def is_asked_for(name: str) -> bool:
    """True for a file that has its name because somebody looks for it: it is an article only if it reads as one."""
    stem = name.lower().rpartition(".")[0] or name.lower()
    return stem in _PERHAPS or bool(_PACKAGES.fullmatch(stem))


def is_page_by_hand(name: str) -> bool:
    """True for a file in the format of pages that are written by hand."""
    return name.lower().endswith(".md")


def is_of_a_repository(name: str) -> bool:
    """True for a file or folder that is no text and plainly the repository's, or one of the dossier's own folders."""
    stem, dot, suffix = name.lower().rpartition(".")
    if is_about(name) or is_asked_for(name) or name.lower() in FOLDERS:
        return True
    return bool(_CODE.fullmatch(suffix)) if dot and stem else name.lower() in _BARE


def folder_meant(name: str) -> str:
    """Which of the dossier's own folders a folder was meant to be: «Lexicon», «page»; empty for one of them or none."""
    near = difflib.get_close_matches(name.lower(), sorted(FOLDERS), n=1, cutoff=_NEARER)
    return near[0] if near and name not in FOLDERS else ""


def place_meant(name: str, is_folder: bool) -> str:
    """Where something belongs that lies beside the texts: a picture, a folder of the lexicon; else empty."""
    stem = name.lower().rpartition(".")[0]
    if is_folder:
        return f"{FOLDER}/{name.lower()}/" if name.lower() in THINGS else ""
    return f"assets/{name}" if stem and kind_meant(name) in PICTURES else ""


def is_of_a_service(name: str) -> bool:
    """True for YAML that is the settings of a host or service, unless it stands beside a text of its name."""
    return name.lower().rpartition(".")[0] in _SERVICES


def means_settings(name: str, settings: str) -> bool:
    """True for a file that was meant to be the settings: «dossier.yaml», «Dossier.yml», «dossier.yml.txt»."""
    return name not in (settings, "dossier.txt") and bool(_SETTINGS.fullmatch(name))


def is_like_settings(name: str, settings: str) -> bool:
    """True for YAML of nearly that name: «dosier.yml», «dossier (1).yml»."""
    stem, own = name.lower().rpartition(".")[0], settings.partition(".")[0]
    return difflib.SequenceMatcher(None, stem, own, autojunk=False).ratio() >= _NEAR
