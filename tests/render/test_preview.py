"""What messengers show beside a link: what it says, that it can be opened, and that it says nothing else."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from generator.catalogue.gather import Catalogue, ThemeGroup
from generator.model import DateFact, Named, ThemeHit
from generator.pages.previews import Preview, previews
from generator.place import PREVIEW_FACE
from generator.render.preview import HEIGHT, WIDTH, drawn_preview
from generator.site import files
from generator.source.settings import Colours
from tests import dossiers
from tests.pages.test_lists import desk, entry

SAID = Preview("ملف المياه", "السدود والأنهار", ("5 مواد", "«الخبر»", "2021 (تقديري)"))
FACE = PREVIEW_FACE.read_bytes()


def picture(said: Preview = SAID, colours: Colours | None = None, logo: bytes | None = None) -> Image.Image:
    return Image.open(io.BytesIO(drawn_preview(said, FACE, colours or Colours(), logo, "rtl")))


def test_a_preview_is_a_picture_of_its_size_and_the_same_each_time() -> None:
    assert picture().size == (WIDTH, HEIGHT)
    assert drawn_preview(SAID, FACE, Colours(), None, "rtl") == drawn_preview(SAID, FACE, Colours(), None, "rtl")


@pytest.mark.parametrize("title", ["س" * 300, "كلمة " * 60, "A very long name in Latin letters " * 9, ""])
def test_a_title_of_any_length_stays_within_and_above_the_lines(title: str) -> None:
    ink = picture(replace(SAID, title=title)).convert("L").point(lambda level: 255 if level < 128 else 0)
    left, _, right, _ = ink.crop((0, 110, WIDTH, HEIGHT)).getbbox() or (0, 0, 0, 0)
    assert left >= 60 and right <= WIDTH - 60
    assert ink.crop((0, 408, WIDTH, 422)).getbbox() is None


def test_the_dossier_s_own_colour_and_logo_are_on_it_and_no_logo_that_is_none() -> None:
    held = io.BytesIO()
    Image.new("RGB", (90, 90), "#00ff00").save(held, "PNG")
    shown = picture(colours=Colours(primary="#7a1f3d"), logo=held.getvalue()).convert("RGB")
    assert shown.getpixel((4, 4)) == (0x7A, 0x1F, 0x3D)
    assert shown.getpixel((100, 50)) == (0, 255, 0)
    assert picture(logo=b"<svg/>").tobytes() == picture().tobytes()


def test_it_names_outlets_and_span_and_says_what_is_estimated_or_unknown() -> None:
    dated = entry("a", outlet=Named("الخبر"), date=DateFact("2019", "year", "inferred"))
    later = entry("b", outlet=Named("الخبر"), date=DateFact(not_before="2021-05-01", basis="chronology"))
    made = desk(dated, later, entry("c"))
    lines = previews(made)["/"].lines
    assert lines[0] == made.say("count.articles", count=3)
    assert lines[1] == "«الخبر»، " + made.say("preview.unknown")
    assert lines[2].startswith(made.say("date.estimated", date=made.say("date.after", first="2019")))
    assert lines[2].endswith(made.say("preview.undated"))
    stated = replace(
        dated,
        article=replace(dated.article, facts=replace(dated.article.facts, date=DateFact("2019", "year", "stated"))),
    )
    assert previews(desk(stated))["/"].lines[2] == "2019"


def test_only_a_site_with_an_address_has_pictures_and_one_that_cannot_draw_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one = entry("a")
    group = ThemeGroup(dossiers.LEXICON.themes.by_id["camps"], ((one, ThemeHit("camps", 1.0)),))
    made = replace(desk(one), catalogue=Catalogue((one,), themes=(group,)))
    there = replace(made, url="https://example.org/")
    assert list(files.preview_files(made)) == []
    assert {file.path for file in files.preview_files(there)} == {"preview.png", "themes/camps/preview.png"}
    monkeypatch.setattr(files, "ABLE", False)
    assert list(files.preview_files(there)) == []
    assert [problem.rule for problem in files.undrawn(there)] == ["preview-undrawn"]
    assert files.undrawn(made) == ()


def test_a_withheld_name_is_in_no_preview(tmp_path: Path) -> None:
    home = dossiers.folder(
        tmp_path, {"a.txt": f"{dossiers.ARTICLE}\nالمصدر: صحيفة الرافد\n", "a.yml": "withhold: [صحيفة الرافد]\n"}
    )
    made = dossiers.desk(home)
    assert all("الرافد" not in said.told for said in previews(made).values())
