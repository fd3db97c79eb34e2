"""The index stage: what is packed reads back, same documents give same bytes, and only what is shown is in it."""

from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import cli
from generator.reading.stems import light, skeleton
from generator.search import ROOT, Aids, Document, Field, Passage, findable, index
from generator.search.bits import low_bits
from generator.search.coder import coded
from generator.search.contribution import COUNT_SHIFT
from generator.search.corpus import HOW_BITS, corpus
from generator.search.joined import joined
from generator.search.lines import LineError, read_documents
from generator.search.packing import varint
from generator.search.symbols import Dictionary, is_word, symbols
from generator.search.vocabulary import shard_key
from tests import dossiers, five, indexes


def _document(text: str, address: str = "a/") -> Document:
    return Document(address, (Passage(Field.BODY, text),))


def _text_of(stream: tuple[str, ...]) -> str:
    text, before = "", False
    for symbol in stream:
        word = is_word(symbol)
        text += (" " if word and before else "") + symbol
        before = word
    return text


@given(st.text(alphabet=st.sampled_from("ابت ةًـ«».،:1٢a _\n\u200f\U0001f600é-"), max_size=60) | st.text(max_size=60))
def test_the_symbols_of_a_text_give_it_back(text: str) -> None:
    assert _text_of(symbols(text)) == text


@pytest.mark.parametrize(
    ("number", "expected"), [(0, b"\0"), (127, b"\x7f"), (128, b"\x80\x01"), (16384, b"\x80\x80\x01")]
)
def test_small_numbers_take_one_byte(number: int, expected: bytes) -> None:
    assert varint(number) == expected


@pytest.mark.parametrize(
    ("total", "members", "low"),
    [(0, 1, 0), (1, 1, 0), (9, 3, 1), (11, 3, 1), (12, 3, 1), (18, 3, 2), (36, 3, 3), (1_000, 7, 6), (5_000, 2_500, 0)],
)
def test_gaps_are_written_in_as_many_low_bits_as_their_format_says(total: int, members: int, low: int) -> None:
    """One less than the bits of ⌊2n / 3m⌋, at least 0: a reader that counts otherwise reads noise."""
    assert low_bits(total, members) == low


def test_frequent_words_have_the_smallest_numbers() -> None:
    known = ["حقل", *(f"كلمة{n:03}" for n in range(200))]
    words = Dictionary(known, known)
    assert [len(words.code(word)) for word in ("حقل", "كلمة003", "كلمة150")] == [5, 7, 11]


@given(st.text(alphabet=st.sampled_from('ابتسجون ٢{},"😀'), max_size=300) | st.text(max_size=40))
def test_a_coded_text_reads_back_whatever_its_letters(text: str) -> None:
    assert indexes.decoded(coded(text)) == text


def test_letters_that_follow_one_another_again_take_hardly_any_room() -> None:
    once, twice = (len(coded("سجون المدينة القديمة " * times)) for times in (20, 40))
    assert twice - once < 25 < once


@pytest.mark.parametrize(
    ("one", "other"),
    [("الحقول", "حقل"), ("وبالحقول", "حقل"), ("لحقل", "حقل"), ("مسؤولين", "مسئولون"), ("المزارعين", "مزارع")],
)
def test_forms_of_one_word_lie_in_one_file(one: str, other: str) -> None:
    assert shard_key(one) == shard_key(other)


def test_a_phrase_of_one_meaning_is_held_by_the_documents_that_have_a_form_of_each_word() -> None:
    texts = ("بالولايات وما بعدها المتحدة", "ولايات", "المتحدة الولايات المتحدة", "متحدة والولايات")
    known = corpus([_document(text) for text in texts])
    groups = [["أمريكا", "الولايات المتحدة", "USA"], ["بريطانيا", "المملكة المتحدة"]]
    ((phrase, postings, firsts),) = joined(known, groups)
    assert (phrase, firsts) == (("الولايات", "المتحدة"), {"أمريكا", "usa"})
    once = 1 << Field.BODY | 1 << Field.LEDE | 1 << COUNT_SHIFT
    assert [*postings] == [passed << HOW_BITS | once for passed in (0, 1, 0)]


@pytest.mark.parametrize(("word", "stem"), [("آلاف", "الاف"), ("إلى", "الي"), ("للجنة", "جنه"), ("الله", "الل")])
def test_what_looks_like_an_article_and_is_none_stays(word: str, stem: str) -> None:
    assert light(word) == stem


def test_a_skeleton_keeps_the_head_of_a_stem() -> None:
    assert skeleton("اوراق") == "ارق"


@pytest.mark.parametrize("split_above", [1_000, 0])
def test_the_same_documents_give_the_same_bytes_and_names_tell_them(split_above: int) -> None:
    made = [_document(f"{dossiers.LEDE} {n}", f"{n}/") for n in range(40)]
    files = index(made, Aids(), split_above)
    assert files == index(list(made), Aids(), split_above)
    for name, data in files.items():
        assert name == ROOT or name.endswith(f"-{zlib.crc32(data):08x}.bin")


def test_a_small_index_comes_whole_and_a_large_one_in_parts() -> None:
    made = [_document(dossiers.LEDE, f"{n}/") for n in range(400)]
    whole, split = (index(made, Aids(), above) for above in (10**6, 0))
    assert [*whole] == [ROOT]
    assert sum(name.startswith("text-") for name in split) > 1
    assert indexes.said(split).shards


def test_an_empty_index_has_a_root() -> None:
    assert indexes.said(index([], Aids())).documents == 0


def test_lines_become_documents_and_a_faulty_one_is_named() -> None:
    lines = ['{"id": 7, "title": "", "text": "نص"}', "", '{"id": "x", "title": "عنوان", "text": "نص"}']
    first, second = read_documents(lines)
    assert first.address == "7"
    assert [p.field for p in first.passages] == [Field.BODY]
    assert [p.field for p in second.passages] == [Field.TITLE, Field.BODY]
    with pytest.raises(LineError, match="shape: 2"):
        list(read_documents(['{"id": 1, "text": ""}', '{"id": 2}']))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (b'{"id": 1, "text": "\xff"}', "line 2: no UTF-8 at byte 20; save the file as UTF-8"),
        ("[" * 100_000, "line 2: nested too deep"),
        ('{"id": ' + "[" * 980 + "]" * 980 + ', "text": ""}', "line 2: nested too deep"),
        ('{"id": ' + "1" * 5000 + ', "text": ""}', 'line 2: {"id", "title", "text"} is needed'),
    ],
)
def test_what_no_program_can_read_is_named_too(line: str | bytes, said: str, tmp_path: Path) -> None:
    lines, good = tmp_path / "in.jsonl", b'{"id": 1, "text": ""}\n'
    lines.write_bytes(good + (line if isinstance(line, bytes) else line.encode()) + b"\n")
    refused = CliRunner().invoke(cli.main, ["index", "--jsonl", str(lines), "--out", str(tmp_path / "out")])
    assert refused.exit_code == 2 and refused.output.startswith(f"mujaz: {said}"), refused.output
    assert not (tmp_path / "out").exists()


def test_the_command_indexes_lines_and_refuses_others(tmp_path: Path) -> None:
    lines, out = tmp_path / "in.jsonl", tmp_path / "out"
    lines.write_text(json.dumps({"id": 1, "title": "", "text": dossiers.LEDE}) + "\n", encoding="utf-8")
    run = CliRunner().invoke(cli.main, ["index", "--jsonl", str(lines), "--out", str(out)])
    assert run.exit_code == 0, run.output
    (out / "text-00000000.bin").write_bytes(b"old")
    assert CliRunner().invoke(cli.main, ["index", "--jsonl", str(lines), "--out", str(out)]).exit_code == 0
    assert not (out / "text-00000000.bin").exists()
    lines.write_text("no json\n", encoding="utf-8")
    refused = CliRunner().invoke(cli.main, ["index", "--jsonl", str(lines), "--out", str(out)])
    assert refused.exit_code == 2
    assert "line 1" in refused.output


def _words_of(files: dict[str, bytes]) -> bytes:
    return b"".join(files.values())


def test_lines_left_out_are_not_in_the_index(tmp_path: Path) -> None:
    """Related links and page clocks of the five seeds: no word that stands there alone can be found."""
    desk = dossiers.desk(five.copy_to(tmp_path / "five"))
    held = {word for d in findable.documents(desk) for p in d.passages for word in symbols(p.text)}
    shown = {w for e in desk.catalogue.listed for line in e.article.cleaned.body for w in symbols(line.text)}
    left_out = {
        w
        for e in desk.catalogue.listed
        for line in e.article.cleaned.left_out
        for w in symbols(line.text)
        if is_word(w)
    }
    said = {
        w for d in findable.documents(desk) for p in d.passages if p.field is not Field.BODY for w in symbols(p.text)
    }
    described = {w for g in desk.catalogue.themes for w in symbols(g.theme.description)}
    assert left_out - shown
    assert not (left_out - shown - said - described) & {w for w in held if len(w) > 3}


def test_an_article_that_an_editor_hides_is_not_in_the_index(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.txt": dossiers.ARTICLE, "a.yml": "hidden: true\n"}
    assert [d for d in findable.documents(dossiers.desk(dossiers.folder(tmp_path, files))) if d.kind == "article"] == []


def test_a_withheld_name_is_not_in_the_index(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"a.txt": dossiers.ARTICLE, "a.yml": "withhold: [سمير الحسن]\n"}
    desk = dossiers.desk(dossiers.folder(tmp_path, files))
    texts = [p.text for d in findable.documents(desk) for p in d.passages]
    assert any("حُجب" in text for text in texts)
    assert not any("سمير" in text or "\ue0f0" in text for text in texts)


def test_paragraphs_keep_the_numbers_of_their_lines(tmp_path: Path) -> None:
    desk = dossiers.desk(dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE}))
    (article,) = (d for d in findable.documents(desk) if d.kind == "article")
    assert [p.anchor for p in article.passages if p.field is Field.BODY] == [3, 5, 7]
    assert findable.index_files(desk) == findable.index_files(desk)
