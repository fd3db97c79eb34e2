"""A dossier's own lexicon: what it adds, replaces and takes away, and that each fault costs one file or entry alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.lexicon import Lexicon, lexicon_of, load_lexicon
from generator.lexicon.layers import merged
from tests import dossiers

WORLD = dossiers.LEXICON
CUP = """
id: cup
label: الكأس
description: مباريات الكأس.
terms: [{text: ["{cups}"], weight: 3}]
examples: {yes: [بدأت الكأس.], no: [بدأ الدوري.]}
"""
CUPS = "phrases: [كأس]"
JESUS = "id: jorge-jesus\nname: خورخي جيسوس\nroles: [{title: مدرب الهلال}]\n"
ARENA = "id: kingdom-arena\nname: المملكة أرينا\nkind: base\n"
KOOORA = "name: كووورة\nkind: site\ndomains: [kooora.example]\n"
BADGE = """
reason: {ar: شارة التذاكر, en: a badge of tickets}
whole: [احجز تذكرتك الآن]
matches: [احجز تذكرتك الآن]
spares: [حجز المشجع تذكرته]
"""
FINAL = "- {id: final, kind: event, label: النهائي, all: [[نهائي الكأس]], days: [2023-05-12], source: x}\n"
WORDS = "stop: [مباراة]\nvariants: [[ديربي, لقاء الجارين]]\nremove: {variants: [أميركا]}\n"


def layer(home: Path, files: Mapping[str, str | bytes]) -> Lexicon:
    """The lexicon of a dossier that brings these files in its own."""
    for name, content in files.items():
        path = home / "lexicon" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return lexicon_of(home)


def faults(home: Path, files: Mapping[str, str | bytes]) -> list[tuple[str, int | None, str]]:
    """What is told of such a lexicon: file below lexicon/, line, rule."""
    found = layer(home, files).faults
    assert all(WORLD.wording.tell(problem, language).said for problem in found for language in ("ar", "en"))
    return [(x.file.removeprefix("lexicon/"), x.line, x.rule.removeprefix("lexicon-")) for x in found]


def test_a_later_layer_adds_replaces_and_takes_away() -> None:
    assert merged({"a": 1, "b": 2, "c": 3}, [("b", 4), ("c", None), ("d", 5)]) == {"a": 1, "b": 4, "d": 5}


def test_every_kind_of_thing_may_be_brought(tmp_path: Path) -> None:
    files = {
        "themes/cup.yml": CUP,
        "themes/groups/cups.yml": CUPS,
        "people/jorge-jesus.yml": JESUS,
        "places/kingdom-arena.yml": ARENA,
        "organisations/al-hilal.yml": "id: al-hilal\nname: نادي الهلال\nkind: ngo\n",
        "outlets/kooora.yml": KOOORA,
        "furniture/ticket-badge.yml": BADGE,
        "chronology.yml": FINAL,
        "search.yml": WORDS,
    }
    own = layer(tmp_path, files)
    assert own.faults == ()
    assert [hit.payload.theme for hit in own.themes.book.find_all("فاز بالكأس")] == ["cup"]
    assert own.entities.people["jorge-jesus"].roles[0].title == "مدرب الهلال"
    found = own.entities.spelled.find("في المملكة أرينا مع نادي الهلال وخورخي جيسوس")
    assert {hit.payload.id for hit in found} == {"kingdom-arena", "al-hilal", "jorge-jesus"}
    assert own.outlets.by_domain["kooora.example"] == "kooora"
    assert own.furniture.lists["ticket-badge"].whole == ("احجز تذكرتك الآن",)
    assert own.chronology.by_id["final"].days == ("2023-05-12",)
    assert "مباراة" in own.search.stop and ("ديربي", "لقاء الجارين") in own.search.variants
    assert not any("أميركا" in group for group in own.search.variants)
    # And all that was known before, by others.
    assert own.entities.people.keys() > WORLD.entities.people.keys() and own.speech is load_lexicon().speech


def test_an_entry_of_the_same_id_replaces_the_whole_and_one_that_removes_leaves_nothing(tmp_path: Path) -> None:
    files = {
        "places/riyadh.yml": "id: riyadh\nname: العاصمة السعودية\nkind: capital\n",
        "places/syria.yml": "remove: true",
        "people/mike-pompeo.yml": "id: mike-pompeo\nremove: true",
        "chronology.yml": "- {id: us-president-obama, remove: true}",
    }
    own = layer(tmp_path, files)
    assert own.faults == ()
    assert own.entities.places["riyadh"].variants == ()
    assert "syria" not in own.entities.places and "mike-pompeo" not in own.entities.people
    assert "SY" not in own.entities.states and not own.entities.spelled.find("سوريا")
    assert "us-president-obama" not in own.chronology.by_id


def test_a_state_of_the_dossier_stands_in_place_of_the_one_from_cldr(tmp_path: Path) -> None:
    was = WORLD.entities.states["AX"].id
    own = layer(tmp_path, {"places/aland.yml": "id: aland\nname: أرخبيل أولاند\nkind: state\niso: AX\n"})
    assert own.faults == () and own.entities.states["AX"].id == "aland"
    assert was not in own.entities.places


def test_a_dossier_without_a_lexicon_has_that_of_the_world(tmp_path: Path) -> None:
    assert lexicon_of(tmp_path) is load_lexicon()


def test_a_worker_is_handed_both_folders(tmp_path: Path) -> None:
    own = layer(tmp_path, {"people/jorge-jesus.yml": JESUS})
    made, folders = own.__reduce__()
    assert made is load_lexicon and load_lexicon(*folders) is own


BROKEN = {
    "no yaml": ({"themes/cup.yml": "id: cup\n label: x\n"}, [("themes/cup.yml", 2, "syntax")]),
    "an open quotation mark": (
        {"people/a.yml": 'id: a\nname: "سمير\nroles:\n  - title: "وزير"\n'},
        [("people/a.yml", 2, "quote")],
    ),
    "an unknown key": ({"places/a.yml": f"{ARENA}nmae: x"}, [("places/a.yml", 4, "unknown-key")]),
    "a key like none": ({"places/a.yml": f"{ARENA}سمير: x"}, [("places/a.yml", 4, "strange-key")]),
    "an unknown key within": (
        {"people/a.yml": "id: a\nname: سمير الحسن\nroles:\n  - title: وزير\n    sinse: 2021-01-01\n"},
        [("people/a.yml", 5, "unknown-key")],
    ),
    "no label": ({"themes/cup.yml": CUP.replace("label: الكأس\n", "")}, [("themes/cup.yml", None, "missing-key")]),
    "an empty label": (
        {"themes/cup.yml": CUP.replace("label: الكأس\n", "label:\n")},
        [("themes/cup.yml", 3, "missing-key")],
    ),
    "no such kind": (
        {"places/kingdom-arena.yml": ARENA.replace("base", "stadium")},
        [("places/kingdom-arena.yml", 3, "choice")],
    ),
    "no number": ({"themes/cup.yml": f"{CUP}order: first"}, [("themes/cup.yml", 7, "number")]),
    "too heavy": ({"themes/cup.yml": CUP.replace("weight: 3", "weight: 9")}, [("themes/cup.yml", 5, "number")]),
    "braces without quotation marks": (
        {"themes/cup.yml": CUP.replace('"{cups}"', "{cups}"), "themes/groups/cups.yml": CUPS},
        [("themes/cup.yml", 5, "braces")],
    ),
    "no list": ({"places/kingdom-arena.yml": f"{ARENA}variants: الملعب"}, [("places/kingdom-arena.yml", 4, "list")]),
    "no country": (
        {"places/kingdom-arena.yml": f"{ARENA}state: السعودية"},
        [("places/kingdom-arena.yml", 4, "country")],
    ),
    "no day": (
        {"people/jorge-jesus.yml": JESUS.replace("{title: مدرب الهلال}", "{title: مدرب الهلال, since: غدا}")},
        [("people/jorge-jesus.yml", 3, "day")],
    ),
    "an id that is not the name of the file": ({"places/arena.yml": ARENA}, [("places/arena.yml", 1, "id-file")]),
    "a name that is no address": ({"outlets/كووورة.yml": KOOORA}, [("outlets/كووورة.yml", None, "file-name")]),
    "an id twice": ({"chronology.yml": FINAL + FINAL}, [("chronology.yml", 2, "twice")]),
    "one thing in two files": (
        {"places/kingdom-arena.yml": ARENA, "places/kingdom-arena.yaml": ARENA},
        [("places/kingdom-arena.yaml", 1, "twice")],
    ),
    "a key twice": ({"places/kingdom-arena.yml": f"{ARENA}kind: city"}, [("places/kingdom-arena.yml", 4, "duplicate")]),
    "removing what is not there": ({"places/syriaa.yml": "remove: true"}, [("places/syriaa.yml", 1, "absent")]),
    "removing what is like nothing": (
        {"places/qqqqqq.yml": "remove: true"},
        [("places/qqqqqq.yml", 1, "absent-strange")],
    ),
    "removing and saying more": (
        {"places/syria.yml": "remove: true\nname: سوريا"},
        [("places/syria.yml", 2, "remove-alone")],
    ),
    "removing by no": ({"places/syria.yml": "remove: false"}, [("places/syria.yml", 1, "remove")]),
    "no such word to take away": ({"search.yml": "remove:\n  stop: [ظظظظظ]"}, [("search.yml", 2, "absent-strange")]),
    "a phrase of another group": (
        {"search.yml": "variants:\n  - [أميركا, بلاد العم سام]"},
        [("search.yml", 2, "borne")],
    ),
    "a group of one": ({"search.yml": "variants:\n  - [ديربي]\n  - [كأس, بطولة]"}, [("search.yml", 2, "short-list")]),
    "an unknown group": (
        {"themes/cup.yml": CUP.replace("{cups}", "{cup}"), "themes/groups/cups.yml": CUPS},
        [("themes/cup.yml", 5, "unknown-group")],
    ),
    "a group like none": ({"themes/cup.yml": CUP.replace("{cups}", "{xyz}")}, [("themes/cup.yml", 5, "strange-group")]),
    "a pattern that cannot be": (
        {"themes/cup.yml": CUP.replace("{cups}", "كأ?س")},
        [("themes/cup.yml", 5, "pattern")],
    ),
    "a pattern of a thousand million phrases": (
        {"themes/cup.yml": CUP.replace('"{cups}"', "ا/ب " * 30)},
        [("themes/cup.yml", 5, "pattern")],
    ),
    "braces that hold no name": (
        {"themes/cup.yml": CUP.replace("{cups}", "{Cups}"), "themes/groups/cups.yml": CUPS},
        [("themes/cup.yml", 5, "pattern")],
    ),
    "a term of office without its end": (
        {
            "chronology.yml": FINAL.replace("event", "office-term").replace(
                "days: [2023-05-12]", "terms: [[2023-05-12]]"
            )
        },
        [("chronology.yml", 1, "short-list")],
    ),
    "a group that cannot be": (
        {"themes/groups/cups.yml": "phrases: [كأس, كأ?س]"},
        [("themes/groups/cups.yml", 1, "pattern")],
    ),
    "a name that another bears": (
        {"places/other.yml": "id: other\nname: ملعب آخر\nkind: base\nvariants: [الرياض]\n"},
        [("places/other.yml", 4, "borne")],
    ),
    "a name that another of the dossier bears": (
        {"places/kingdom-arena.yml": ARENA, "places/other.yml": ARENA.replace("kingdom-arena", "other")},
        [("places/other.yml", 2, "borne")],
    ),
    "a domain that another has": (
        {"outlets/kooora.yml": KOOORA, "outlets/other.yml": KOOORA.replace("كووورة", "كرة")},
        [("outlets/other.yml", 3, "borne")],
    ),
    "a code that another has": (
        {"places/other.yml": "id: other\nname: بلاد أخرى\nkind: state\niso: SY\n"},
        [("places/other.yml", 4, "borne")],
    ),
    "two themes of one order": (
        {
            "themes/cup.yml": f"{CUP}order: 1",
            "themes/groups/cups.yml": CUPS,
            "themes/league.yml": CUP.replace("cup\n", "league\n").replace("الكأس\n", "الدوري\n") + "order: 1",
        },
        [("themes/league.yml", 7, "order")],
    ),
    "a person without a role": ({"people/a.yml": "id: a\nname: سمير الحسن\n"}, [("people/a.yml", None, "no-role")]),
    "an empty list of roles": (
        {"people/a.yml": "id: a\nname: سمير الحسن\nroles: []"},
        [("people/a.yml", 3, "no-role")],
    ),
    "an empty file": ({"people/a.yml": "# لا شيء\n"}, [("people/a.yml", None, "empty")]),
    "a file of another form": ({"people/a.yml": "- سمير"}, [("people/a.yml", 1, "shape")]),
    "no list of facts": ({"chronology.yml": "id: final"}, [("chronology.yml", 1, "no-list")]),
    "a fact that is none": ({"chronology.yml": f"- نهائي\n{FINAL}"}, [("chronology.yml", 1, "mapping")]),
    "no such day": ({"chronology.yml": FINAL.replace("05-12", "02-30")}, [("chronology.yml", 1, "no-such-day")]),
    "an office without terms": (
        {"chronology.yml": FINAL.replace("event", "office-term")},
        [("chronology.yml", 1, "dated")],
    ),
    "no regular expression": (
        {"furniture/ticket-badge.yml": BADGE.replace("whole: [", "pattern: ['(',")},
        [("furniture/ticket-badge.yml", 3, "regex")],
    ),
    "an anchor": ({"people/a.yml": "id: &a a\nname: *a\n"}, [("people/a.yml", 1, "feature")]),
    "a bomb": ({"people/a.yml": "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]"}, [("people/a.yml", 1, "feature")]),
    "a huge file": ({"people/a.yml": "# " + "x" * 500_000}, [("people/a.yml", None, "too-large")]),
    "bytes that are no text": (
        {"people/a.yml": b"id: a\nname: \xff\xfe\x00\x01\n"},
        [("people/a.yml", None, "undecodable")],
    ),
    "a colon without quotation marks": (
        {"themes/cup.yml": CUP.replace("label: الكأس", "label: الكأس: المباريات"), "themes/groups/cups.yml": CUPS},
        [("themes/cup.yml", 3, "colon")],
    ),
    "a mistyped file": ({"search.yaml": "stop: [x]"}, [("search.yaml", None, "unknown-file")]),
    "another file": ({"xyz.yaml": "x"}, [("xyz.yaml", None, "strange-file")]),
    "a mistyped folder": ({"theme/cup.yml": CUP}, [("theme/", None, "unknown-file")]),
    "a folder in capitals": ({"Themes/cup.yml": CUP}, [("Themes/", None, "unknown-file")]),
    "a folder too deep": ({"themes/group/cups.yml": CUPS}, [("themes/group/", None, "unknown-file")]),
    "a folder too deep, like none": ({"people/ministers/a.yml": JESUS}, [("people/ministers/", None, "strange-file")]),
    "a mistyped suffix": ({"people/a.yaml.txt": JESUS}, [("people/a.yaml.txt", None, "unknown-file")]),
}


@pytest.mark.parametrize(("files", "told"), BROKEN.values(), ids=BROKEN.keys())
def test_each_fault_names_file_and_line_and_costs_nothing_else(
    tmp_path: Path, files: Mapping[str, str | bytes], told: list[tuple[str, int | None, str]]
) -> None:
    assert faults(tmp_path, {**files, "themes/groups/beside.yml": "phrases: [كرة]"}) == told
    assert "beside" in lexicon_of(tmp_path).themes.groups


def test_what_is_mistyped_is_told_with_the_nearest_word(tmp_path: Path) -> None:
    own = layer(tmp_path, {"themes/cup.yml": f"{CUP}ordr: 3", "theme/a.yml": "", "places/syriaa.yml": "remove: true"})
    said = {x.file: WORLD.wording.tell(x).message for x in own.faults}
    assert "ordr means nothing here; the nearest key is order" in said["lexicon/themes/cup.yml"]
    assert "the nearest name is themes" in said["lexicon/theme/"]
    assert "the nearest is syria" in said["lexicon/places/syriaa.yml"]


def test_links_out_of_the_lexicon_are_not_followed(tmp_path: Path) -> None:
    away = tmp_path / "away"
    (away / "people").mkdir(parents=True)
    (away / "people/jorge-jesus.yml").write_text(JESUS, "utf-8")
    own = tmp_path / "dossier/lexicon"
    (own / "places").mkdir(parents=True)
    (own / "people").symlink_to(away / "people")
    (own / "places/jorge-jesus.yml").symlink_to(away / "people/jorge-jesus.yml")
    found = lexicon_of(tmp_path / "dossier")
    told = [("lexicon/people", "link-outside"), ("lexicon/places/jorge-jesus.yml", "link-outside")]
    assert [(x.file, x.rule) for x in found.faults] == told
    assert "jorge-jesus" not in found.entities.people
    (away / "lexicon").symlink_to(own)
    assert [(x.file, x.rule) for x in lexicon_of(away).faults] == [("lexicon", "link-outside")]


def test_a_file_named_lexicon_is_told(tmp_path: Path) -> None:
    (tmp_path / "lexicon").write_text("themes: []")
    assert [(x.file, x.rule) for x in lexicon_of(tmp_path).faults] == [("lexicon", "lexicon-no-folder")]


def test_a_theme_without_an_order_stands_after_the_others_by_its_label(tmp_path: Path) -> None:
    def theme(id_: str, label: str, more: str = "") -> str:
        return CUP.replace("id: cup", f"id: {id_}").replace("label: الكأس", f"label: {label}") + more

    files = {"a": theme("a", "ي" * 3), "b": theme("b", "ب" * 3), "c": theme("c", "ت" * 3, "order: 9999")}
    own = layer(tmp_path, {"themes/groups/cups.yml": CUPS, **{f"themes/{k}.yml": v for k, v in files.items()}})
    assert own.faults == () and [x.id for x in own.themes.all[-3:]] == ["c", "b", "a"]
