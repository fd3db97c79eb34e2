"""Records of a program and private chats are told, whatever they are called; an article is none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.source.formats.dumps import dump_in
from generator.source.read import read_folder
from tests import dossiers

BODY = "قالت الوزارة إن الرصيف الجديد يستقبل السفن منذ الثلاثاء، وإن العمل فيه لا يزال جاريا حتى نهاية العام."
RECORD = {"title": "افتتاح رصيف", "date": "2023-03-12", "content": f"{BODY}\n{BODY}"}

DUMPS = {
    "JSON": (json.dumps(RECORD, ensure_ascii=False), "dump-json"),
    "JSON, indented": (json.dumps([RECORD, RECORD], indent=2), "dump-json"),
    "JSON, cut": (json.dumps(RECORD, ensure_ascii=False)[:-40], "dump-json"),
    "JSON lines": ("\n".join([json.dumps(RECORD)] * 3), "dump-json"),
    "JSON, a list of words": (json.dumps([BODY, BODY]), "dump-json"),
    "Python": (repr(RECORD), "dump-json"),
    "CSV": (f'title,date,url,content\n"افتتاح رصيف",2023-03-12,https://example.org/1,"{BODY}\n{BODY}"', "dump-records"),
    "CSV, Arabic names": (f"العنوان;التاريخ;النص\nافتتاح رصيف;2023-03-12;{BODY}\n", "dump-records"),
    "CSV, nothing quoted": (f"id,title,content\n1,افتتاح,{BODY}\n{BODY}\n2,افتتاح,{BODY}\n", "dump-records"),
    "CSV, one row": (f'"1","افتتاح رصيف","{BODY}"', "dump-records"),
    "CSV, two columns": (f"title,content\nافتتاح,{BODY}\nافتتاح,{BODY}\n", "dump-records"),
    "CSV, figures": ("year,ships\n2021,31\n2022,42\n2023,53\n", "dump-records"),
    "TSV": (f"title\tcontent\nافتتاح\t{BODY}\nافتتاح\t{BODY}\n", "dump-records"),
    "pipes": (f"id|title|content\n1|افتتاح|{BODY}\n", "dump-records"),
    "RSS": (
        '<?xml version="1.0"?><rss version="2.0"><channel><item><title>افتتاح</title></item></channel></rss>',
        "dump-records",
    ),
    "Atom": ('<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "dump-records"),
    "SQL": ("INSERT INTO `news` VALUES (1,'افتتاح رصيف');", "dump-records"),
    "WhatsApp, Android": ("12/03/2023, 14:05 - سالم: وصلت السفينة\n12/03/2023, 14:07 - ليلى: متى؟\n", "dump-chat"),
    "WhatsApp, iPhone": (
        "[12/03/2023, 2:05:33 PM] سالم: وصلت\nسطر ثان\n[12/03/2023, 2:07:00 PM] ليلى: متى؟\n",
        "dump-chat",
    ),
    "WhatsApp, Arabic": (
        "١٢\u200f/٣\u200f/٢٠٢٣، ٢:٠٥ م - سالم: وصلت\n١٢\u200f/٣\u200f/٢٠٢٣، ٢:٠٧ م - ليلى: متى؟\n",
        "dump-chat",
    ),
    "WhatsApp, with its notice": (
        "12/03/2023, 14:04 - الرسائل مشفرة تماما بين الطرفين.\n12/03/2023, 14:05 - +963 900 000 000: وصلت\n",
        "dump-chat",
    ),
}


@pytest.mark.parametrize("name", DUMPS)
def test_a_dump_is_told_with_its_kind(name: str) -> None:
    text, rule = DUMPS[name]
    found = dump_in(text)
    assert found and (found.rule, found.line) == (rule, 1)


def test_the_field_that_holds_the_text_is_named() -> None:
    found = dump_in(json.dumps([{"page": {"items": [RECORD]}}]))
    assert found and dict(found.values) == {"field": "content"}


@pytest.mark.parametrize(
    "text",
    [
        f"افتتاح رصيف\n\n{BODY}\n{BODY}\n",
        f"حصيلة العام\n{BODY}\nالمحافظة\tالسفن\nالساحل\t31\nالشمال\t14\n{BODY}",
        f"المحافظة\tالسفن\tالأرصفة\nالساحل\t31\t2\nالشمال\t14\t1\n{BODY}\n{BODY}",
        "Cairo, Egypt\nMinisters met on Tuesday, and agreed\n",
        "القاهرة, مصر, اليوم\nاجتمع الوزراء, واتفقوا, ثم خرجوا\n",
        "تقرير | افتتاح رصيف\nالساحل | الثلاثاء\n",
        f"[12.03.23 14:05] أخبار الساحل: {BODY}\n[12.03.23 14:07] أخبار الساحل: {BODY}\n",
        f"أخبار الساحل, [12.03.23 14:05]\n{BODY}\n\nأخبار الساحل, [12.03.23 14:07]\n{BODY}\n",
        f"12/03/2023 - الساحل: {BODY}\n{BODY}\n",
        "[صورة]\n{نص}\n",
        "",
        "\ufeff",
        '"نعم"\n"لا"\n',
        "<سطر>",
    ],
)
def test_an_article_is_no_dump(text: str) -> None:
    assert dump_in(text) is None


def test_a_dump_in_a_dossier_costs_no_other_file(tmp_path: Path) -> None:
    files = {f"{n}.txt": text for n, (text, _) in enumerate(DUMPS.values())}
    read = read_folder(dossiers.folder(tmp_path, {**files, "good.txt": dossiers.ARTICLE}))
    assert [s.name for s in read.sources] == ["good.txt"]
    assert all(p.level == "error" and p.line == 1 for p in read.problems) and len(read.problems) == len(DUMPS)


def test_a_file_of_records_by_its_name_is_told_where_it_is_arabic(tmp_path: Path) -> None:
    files = {
        "a.csv": DUMPS["CSV"][0],
        "b.json": DUMPS["JSON"][0],
        "package.json": '{"name": "x"}',
        "c.xml": "<x>نص</x>",
    }
    told = {p.file: (p.level, p.rule) for p in read_folder(dossiers.folder(tmp_path, files)).problems}
    assert told == {
        "a.csv": ("error", "dump-records"),
        "b.json": ("error", "dump-json"),
        "c.xml": ("note", "seed-misnamed"),
    }
