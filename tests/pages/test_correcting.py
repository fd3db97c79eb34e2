"""Each doubtful value leads its editor to a sidecar begun for him and a reader to a form, and tells nobody withheld."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml

from generator.catalogue.groups import Entry
from generator.facts.table import FIELDS
from generator.model.forge import LONGEST, Forge, told_by
from generator.pages import correcting
from generator.pages.desk import Desk
from generator.source.settings import Settings
from tests import dossiers

FORGE = Forge("https://github.com/desk/files", "main", "seeds")
BY_NAME = {field.name: field for field in FIELDS}


_FILES = {"text": "a.txt", "sidecar": "a.yml", "settings": "dossier.yml"}


def made(home: Path, **files: str) -> tuple[Desk, Entry]:
    """A dossier of one text, kept at a forge, and its entry."""
    said = {_FILES[name]: text for name, text in files.items()}
    desk = dossiers.desk(dossiers.folder(home, {"a.txt": dossiers.ARTICLE, **said}))
    return replace(desk, forge=FORGE), desk.catalogue.entries[0]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Entry]:
    """A text without a date and a publisher, and nothing beside it."""
    return made(tmp_path_factory.mktemp("plain"))


def value(address: str | None) -> dict[str, object]:
    """The sidecar that a link to a new file brings along."""
    assert address
    asked = parse_qs(urlsplit(address).query)
    assert asked["filename"] == ["a.yml"]
    read: dict[str, object] = yaml.safe_load(asked["value"][0])
    return read


def test_a_missing_date_leads_to_a_new_sidecar_with_its_key(plain: tuple[Desk, Entry]) -> None:
    desk, entry = plain
    ways = correcting.of_head(desk, entry, "date")
    assert ways.asked and str(ways.suggest).startswith("https://github.com/desk/files/new/main/seeds?filename=a.yml&")
    assert value(ways.suggest) == {"date": ""} and ways.paste == ()
    assert set(value(correcting.of_article(desk, entry).suggest)) == {"date", "outlet"}
    assert not correcting.of_head(desk, entry, "title").asked


def test_a_sidecar_that_is_there_is_edited_with_lines_to_paste(tmp_path: Path) -> None:
    desk, entry = made(tmp_path, sidecar="note: ملاحظة\n")
    ways = correcting.of_head(desk, entry, "outlet")
    assert ways.suggest == "https://github.com/desk/files/edit/main/seeds/a.yml"
    assert yaml.safe_load("\n".join(ways.paste)) == {"outlet": ""}


def with_contact(desk: Desk, contact: str | None) -> Desk:
    return replace(desk, settings=desk.settings.model_copy(update={"contact": contact}))


def test_a_reader_reports_at_the_forge_else_to_the_contact_else_not(plain: tuple[Desk, Entry]) -> None:
    desk, entry = with_contact(plain[0], "desk@example.org"), plain[1]
    form = parse_qs(urlsplit(str(correcting.of_article(desk, entry).report)).query)
    assert (
        form["template"] == ["report.yml"] and form["page"] == ["/articles/a/"] and dossiers.TITLE in form["title"][0]
    )
    alone = replace(desk, forge=None, url="https://example.org/x/")
    mail = correcting.of_article(alone, entry)
    assert mail.suggest is None and str(mail.report).startswith("mailto:desk@example.org?subject=")
    assert "https://example.org/x/articles/a/" in unquote(str(mail.report))
    assert not correcting.of_article(
        replace(alone, settings=alone.settings.model_copy(update={"contact": None})), entry
    )


def test_a_withdrawal_is_never_asked_for_in_public(plain: tuple[Desk, Entry]) -> None:
    desk, entry = plain
    assert correcting.withdrawal(desk, entry.address) == "/about/#withdrawal"
    assert correcting.withdrawal(with_contact(desk, "desk@example.org"), entry.address).startswith("mailto:")


def test_no_link_tells_a_withheld_name_or_leads_to_the_file_that_does(tmp_path: Path) -> None:
    text = dossiers.ARTICLE.replace(dossiers.TITLE, "سمير الحسن يعلن خطة جديدة لدعم مزارعي القمح في الشمال")
    sidecar = "withhold: [سمير الحسن]\nfacts:\n  quotes: []\n"
    desk, entry = made(tmp_path, text=text, sidecar=sidecar)
    ways = [correcting.of_article(desk, entry), *(correcting.of_head(desk, entry, key) for key in ("title", "date"))]
    facts = entry.article.facts
    ways += [correcting.of_fact(desk, entry, BY_NAME[n], x) for n in ("quotes", "figures") for x in facts.of(n)]
    told = unquote(" ".join(f"{w.suggest} {w.report} {w.paste}" for w in ways))
    assert "سمير" not in told and "\ue0f0" not in told and "a.yml" not in told


def test_a_long_value_stays_out_of_the_address_and_is_shown(plain: tuple[Desk, Entry]) -> None:
    long = " ".join(["كلام"] * 400)
    assert len(FORGE.new("a.yml", long) or "") < LONGEST and not FORGE.carries("a.yml", long)
    desk, entry = replace(plain[0], forge=Forge("https://gitlab.com/a/b", "main", "")), plain[1]
    ways = correcting.of_head(desk, entry, "date")
    assert ways.suggest == "https://gitlab.com/a/b/-/new/main?file_name=a.yml" and ways.paste


def test_a_fact_of_several_is_mended_by_its_words(tmp_path: Path) -> None:
    said = "وقال سمير الحسن: «سنزرع كل أرض صالحة في المحافظات الشمالية قبل نهاية الموسم المقبل»."
    desk, entry = made(tmp_path, text=f"{dossiers.ARTICLE}\n{said}\n")
    quote = next(q for q in entry.article.facts.quotes if not q.is_reported)
    assert not correcting.of_fact(desk, entry, BY_NAME["quotes"], quote)
    ways = correcting.of_fact(desk, entry, BY_NAME["quotes"], replace(quote, speaker=None))
    wanted = {"set": "سنزرع كل أرض صالحة في المحافظات", "speaker": ""}
    assert ways.asked and value(ways.suggest) == {"facts": {"quotes": [wanted]}}


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({}, None),
        (
            {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b", "GITHUB_REF": "refs/heads/x/y"},
            Forge("https://github.com/a/b", "x/y"),
        ),
        (
            {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "a/b", "GITHUB_REF": "refs/pull/3/merge"},
            Forge("https://github.com/a/b", "main"),
        ),
        ({"CI_PROJECT_URL": "https://gitlab.com/a", "CI_DEFAULT_BRANCH": "x"}, Forge("https://gitlab.com/a", "x")),
        ({"CI_PROJECT_URL": "javascript:alert(1)"}, None),
    ],
)  # fmt: skip
def test_a_forge_that_builds_the_site_tells_where_it_is(environ: Mapping[str, str], told: Forge | None) -> None:
    assert told_by(environ) == told


def test_what_the_dossier_says_of_its_forge_comes_first() -> None:
    ci = Forge("https://github.com/a/b", "trunk")
    assert Settings().kept_at(None, "seeds") is None
    assert Settings().kept_at(ci, "seeds") == Forge("https://github.com/a/b", "trunk", "seeds")
    own = Settings(forge="https://codeberg.org/x/y", folder=".")
    assert own.kept_at(ci, "seeds") == Forge("https://codeberg.org/x/y", "main", "")
