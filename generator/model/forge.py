"""Where a dossier's files are kept in sight of all, and how that place is asked to change one or to hear of a fault.

Every address here is a plain link: nothing is asked of a forge before a person follows it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

# Browsers and forges take longer addresses, but not all of them.
LONGEST = 6000
_HEADS = "refs/heads/"


@dataclass(frozen=True)
class Manner:
    """How addresses of a kind of forge are made, filled in by name; `fills`: whether a new file may come with words."""

    new: str
    edit: str
    report: str
    fills: bool = True


@dataclass(frozen=True)
class Forge:
    """A repository: its address, the branch that the site is built from, the folder of the texts within it, which is
    empty at the top, and None where nobody knows it.
    """

    address: str
    branch: str = "main"
    folder: str | None = None

    @property
    def manner(self) -> Manner:
        """How its addresses are made, told by its host's name; that of most where the name tells nothing."""
        host = urlsplit(self.address).hostname or ""
        return next((manner for part, manner in _MANNERS.items() if part in host), _MANNERS["github"])

    def new(self, file: str, text: str) -> str | None:
        """Where a new file of these words is written; without them where that makes the address too long."""
        made = self._at(self.manner.new, file, text=text)
        return made if made is None or len(made) <= LONGEST else self._at(self.manner.new, file, text="")

    def carries(self, file: str, text: str) -> bool:
        """True where the way to a new file brings the words along."""
        return self.manner.fills and len(self._at(self.manner.new, file, text=text) or "") <= LONGEST

    def edit(self, file: str) -> str | None:
        """Where a file that is there is changed."""
        return self._at(self.manner.edit, file)

    def report(self, title: str, page: str) -> str:
        """Where a reader tells of a fault on a page."""
        return self.address + self.manner.report.format(title=_said(title), page=_said(page))

    def _at(self, way: str, file: str, text: str = "") -> str | None:
        if self.folder is None:
            return None
        below = f"/{quote(self.folder)}" if self.folder else ""
        return self.address + way.format(branch=quote(self.branch), below=below, file=_said(file), text=_said(text))


# The first two have been so for years; Forgejo's are those of Gitea. GitLab fills in no words any more.
_MANNERS: Mapping[str, Manner] = {
    "github": Manner(
        "/new/{branch}{below}?filename={file}&value={text}",
        "/edit/{branch}{below}/{file}",
        "/issues/new?template=report.yml&title={title}&page={page}",
    ),
    "gitlab": Manner(
        "/-/new/{branch}{below}?file_name={file}",
        "/-/edit/{branch}{below}/{file}",
        "/-/issues/new?issuable_template=report&issue[title]={title}&issue[description]={page}",
        fills=False,
    ),
    **dict.fromkeys(
        ("codeberg", "gitea", "forgejo"),
        Manner(
            "/_new/{branch}{below}/?filename={file}&value={text}",
            "/_edit/{branch}{below}/{file}",
            "/issues/new?title={title}&body={page}",
        ),
    ),
}


@dataclass(frozen=True)
class Home:
    """Where a site will live, and the repository it is built from, as far as whoever builds it tells."""

    url: str = ""
    forge: Forge | None = None


def _said(text: str) -> str:
    return quote(text, safe="")


def told_by(environ: Mapping[str, str]) -> Forge | None:
    """The repository that a forge builds from, as it tells its own runs; None anywhere else."""
    if environ.get("GITHUB_SERVER_URL") and environ.get("GITHUB_REPOSITORY"):
        address = f"{environ['GITHUB_SERVER_URL']}/{environ['GITHUB_REPOSITORY']}"
        ref = environ.get("GITHUB_REF", "")
        branch = ref.removeprefix(_HEADS) if ref.startswith(_HEADS) else ""
    else:
        address, branch = environ.get("CI_PROJECT_URL", ""), environ.get("CI_COMMIT_BRANCH", "")
        branch = branch or environ.get("CI_DEFAULT_BRANCH", "")
    parts = urlsplit(address)
    known = parts.scheme == "https" and bool(parts.hostname) and bool(parts.path.strip("/"))
    return Forge(address, branch or Forge.branch) if known else None
