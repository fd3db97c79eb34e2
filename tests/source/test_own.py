"""What lies in a dossier's pages/ and assets/ is read by what it is; whatever is passed over is told."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.site.files import all_files_of
from generator.source.own import LARGEST_ASSET, LARGEST_PAGE, read_own
from generator.source.pictures import is_kind, kind_meant, unsafe_in
from tests import dossiers

pytestmark = pytest.mark.dear

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
PNG = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde"
    b"\0\0\0\x0cIDAT" + zlib.compress(b"\0\0\0\0") + b"\0\0\0\0IEND\xaeB`\x82"
)


def own(home: Path, files: Mapping[str, bytes | str]) -> Path:
    """A dossier with files in folders of their own."""
    return dossiers.folder(home, {"good.txt": dossiers.ARTICLE, **files})


RUNNING = {
    "<script/>": "<script>",
    '<x:script xmlns:x="http://www.w3.org/2000/svg"/>': "<script>",
    '<g onload="x()"/>': "onload",
    '<a href="javascript:x()"/>': "href=…",
    '<use xlink:href="http://example.org/#a"/>': "href=…",
    '<image href="data:image/svg+xml;base64,AA"/>': "href=…",
    "<foreignObject/>": "<foreignobject>",
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="a"/>': "<img>",
    '<set attributeName="href" to="javascript:x()"/>': "attributeName",
    '<animate attributeName="xlink:href" to="x"/>': "attributeName",
    '<style>@import "http://example.org/x.css"</style>': "style",
    "<style><![CDATA[a{fill:url(//example.org/x)}]]></style>": "style",
    '<rect style="fill:url(http://example.org)"/>': "style: url(…)",
    '<rect fill="u\\72l(http://example.org)"/>': "fill: url(…)",
    "<p": "XML",
}


@pytest.mark.parametrize("inside", RUNNING)
def test_a_picture_that_could_run_or_call_elsewhere_is_found(inside: str) -> None:
    assert unsafe_in(SVG.format(inside).encode()) == RUNNING[inside]


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0"/>',
        '<use xlink:href="#a"/>',
        '<rect fill="url(#g)"/>',
        '<style>a{fill:url("#g")}</style>',
        '<image href="data:image/png;base64,AA"/>',
        "<title>x</title>",
        '<set attributeName="fill" to="red"/>',
    ],
)
def test_a_picture_that_only_draws_is_none(inside: str) -> None:
    assert unsafe_in(SVG.format(inside).encode()) is None


@pytest.mark.parametrize(
    "before", ["<!DOCTYPE svg>", '<!DOCTYPE svg [<!ENTITY a "b">]>', '<?xml-stylesheet href="x.css"?>']
)
def test_what_stands_before_a_picture_is_looked_at_too(before: str) -> None:
    data = (before + SVG.format("")).encode()
    assert is_kind(data, "svg") and unsafe_in(data)


def test_a_file_is_what_its_bytes_say() -> None:
    assert is_kind(PNG, "png") and not is_kind(PNG, "jpg")
    assert not is_kind(b"<html/>", "svg") and not is_kind(b"<svg/>", "svg") and not is_kind(b"x", "svg")
    assert is_kind(SVG.format("").encode("utf-16"), "svg")
    assert (kind_meant("A.JPEG"), kind_meant("x.js"), kind_meant("x.html"), kind_meant("png")) == ("jpg", *[None] * 3)


PASSED_OVER: Mapping[str, tuple[bytes | str, str]] = {
    "assets/run.js": ("x", "asset-kind"),
    "assets/page.html": ("<p>", "asset-kind"),
    "assets/style.css": ("a{}", "asset-kind"),
    "assets/noname": ("x", "asset-kind"),
    "assets/false.png": ("<html>", "asset-not-its-kind"),
    "assets/false.pdf": ("x", "asset-not-its-kind"),
    "assets/bad.svg": (SVG.format("<script/>"), "asset-unsafe"),
    "assets/below/bad.svg": ("<!DOCTYPE svg>" + SVG.format(""), "asset-unsafe"),
    "assets/huge.txt": (b"x" * (LARGEST_ASSET + 1), "seed-too-large"),
    "pages/page.html": ("<p>", "own-page-misnamed"),
    "pages/page.markdown": ("# x", "own-page-misnamed"),
    "pages/below/page.md": ("# x", "own-page-folder"),
    "pages/empty.md": ("\ufeff \n\n", "own-page-empty"),
    "pages/bytes.md": (bytes(range(256)), "own-page-undecodable"),
    "pages/huge.md": (b"x" * (LARGEST_PAGE + 1), "seed-too-large"),
}


@pytest.mark.parametrize("name", PASSED_OVER)
def test_what_is_passed_over_is_told(tmp_path: Path, name: str) -> None:
    content, rule = PASSED_OVER[name]
    found = read_own(own(tmp_path, {name: content, "pages/good.md": "# x", "assets/good.png": PNG}))
    told = "pages/below" if name == "pages/below/page.md" else name
    assert [(p.file, p.rule) for p in found.problems] == [(told, rule)]
    assert ([p.file for p in found.pages], [a.path for a in found.assets]) == (["pages/good.md"], ["good.png"])
    for problem in found.problems:
        assert dossiers.LEXICON.wording.tell(problem, "ar").remedy


@pytest.mark.parametrize("place", ["pages/x.md", "assets/x.png", "assets/x", "assets", "pages"])
def test_a_link_that_leads_out_is_refused(tmp_path: Path, place: str) -> None:
    made = own(tmp_path, {"pages/good.md": "# x"} if place != "pages" else {})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/x.png").write_bytes(PNG)
    (tmp_path / "elsewhere/x.md").write_text("# سر", "utf-8")
    (made / place).parent.mkdir(exist_ok=True)
    target = tmp_path / "elsewhere" / (Path(place).name if "." in place else "")
    (made / place).symlink_to(target, target_is_directory="." not in place)
    found = read_own(made)
    assert (found.assets, [p.file for p in found.pages]) == ((), ["pages/good.md"] if place != "pages" else [])
    assert [(p.file, p.rule) for p in found.problems] == [(place, "link-outside")]


def test_a_link_within_the_dossier_is_the_file_that_it_names(tmp_path: Path) -> None:
    made = own(tmp_path, {"assets/good.png": PNG, "pages/README.md": "# x"})
    (made / "assets/again.png").symlink_to("good.png")
    (made / "pages/about.md").symlink_to("../pages/README.md")
    found = read_own(made)
    assert [a.path for a in found.assets] == ["again.png", "good.png"] and len(found.pages) == 2


LOGOS: Mapping[str, tuple[bytes | str, str | None]] = {
    "logo.png": (PNG, None),
    "شعار.svg": (SVG.format("<path d='M0 0'/>"), None),
    "bad.svg": (SVG.format("<script/>"), "settings-logo-refused"),
    "false.png": ("<html>", "settings-logo-refused"),
    "doc.pdf": ("%PDF-1.4", "settings-logo-strange"),
    "big.svg": (SVG.format(f"<!--{'x' * 300_000}-->"), "settings-logo-large"),
}


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_is_a_picture_of_the_dossier(tmp_path: Path, name: str) -> None:
    content, rule = LOGOS[name]
    said = f"name: x\nlogo: assets/{name}"
    desk = dossiers.desk(own(tmp_path, {f"assets/{name}": content, "dossier.yml": said}))
    told = [(p.rule, p.line) for p in desk.catalogue.problems if p.file == "dossier.yml"]
    assert (desk.settings.logo, told) == ((None, [(rule, 2)]) if rule else (name, []))
    if not rule:
        assert all_files_of(desk)[f"assets/own/{name}"] == (content if isinstance(content, bytes) else content.encode())


def test_a_logo_that_is_not_there_is_told_with_the_pictures_that_are(tmp_path: Path) -> None:
    desk = dossiers.desk(own(tmp_path, {"assets/logo.png": PNG, "dossier.yml": "logo: lgoo.png"}))
    (problem,) = [p for p in desk.catalogue.problems if p.file == "dossier.yml"]
    assert "logo.png" in dossiers.LEXICON.wording.tell(problem).remedy and desk.settings.logo is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("كريم العلي.png", PNG),
        ("karim-alali.png", PNG),
        ("names.csv", "1,كريم العلي\n"),
        ("logo.svg", SVG.format("<title>كريم العلي</title>")),
    ],
)
def test_a_file_that_names_whom_an_editor_withholds_is_left_out(
    tmp_path: Path, name: str, content: bytes | str
) -> None:
    said = {"good.yml": "withhold: [كريم العلي]", "dossier.yml": f"logo: {name}", f"assets/{name}": content}
    desk = dossiers.desk(own(tmp_path, said))
    assert desk.assets == () and desk.settings.logo is None
    assert "asset-withheld" in {p.rule for p in desk.catalogue.problems}
    files = all_files_of(desk)
    assert not [n for n, text in files.items() if "كريم" in n or "karim" in n or "كريم العلي" in str(text)]
