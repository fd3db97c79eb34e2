"""Whether what a dossier names as its logo is a picture that every page may load."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Problem
from generator.source.own import ASSETS, OwnFiles
from generator.source.read import DOSSIER_FILE
from generator.source.settings import Settings
from generator.source.settingsfile import SettingsRead

# The logo stands at a height of some 24 px at the head of every page.
LARGEST_LOGO = 300_000


def with_logo(read: SettingsRead, own: OwnFiles) -> SettingsRead:
    """The settings with their logo if it is one; without it, and with a problem, if it is not."""
    name = read.settings.logo
    found = name and _fault(name, own)
    if not found:
        return read
    rule, values = found
    problem = Problem("error", DOSSIER_FILE, read.lines.get(("logo",)), rule, (("value", name or ""), *values))
    return replace(read, settings=read.settings.model_copy(update={"logo": None}), problems=(*read.problems, problem))


def with_lasting_logo(settings: Settings, own: OwnFiles) -> Settings:
    """The settings without a logo that was left out of the dossier's files after all."""
    lasting = any(asset.path == settings.logo for asset in own.assets)
    return settings if lasting else settings.model_copy(update={"logo": None})


def _fault(name: str, own: OwnFiles) -> tuple[str, tuple[tuple[str, str], ...]] | None:
    """Why a file of assets/ is no logo, as the rule of a problem and what fills its words."""
    asset = next((asset for asset in own.assets if asset.path == name), None)
    if asset is None and any(problem.file == f"{ASSETS}/{name}" for problem in own.problems):
        return "settings-logo-refused", ()
    if asset is None:
        pictures = ", ".join(asset.path for asset in own.assets if asset.is_picture)
        return "settings-logo-missing", (("pictures", pictures or "–"),)
    if not asset.is_picture:
        return "settings-logo-strange", ()
    if len(asset.data) > LARGEST_LOGO:
        return "settings-logo-large", (("size", str(len(asset.data))), ("most", str(LARGEST_LOGO)))
    return None
