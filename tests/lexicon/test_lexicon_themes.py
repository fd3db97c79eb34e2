"""The themes' files are sound: every term and exclusion earns its place, and a fault names its file and field."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from generator.facts import themes
from generator.lexicon.loading import LexiconError, read_record, records
from generator.lexicon.themes import STRONG, PhraseGroup, Theme, load_themes, plain_phrases
from generator.model import Cleaned, Facts, Line, Source, ThemeHit
from generator.place import DATA
from generator.reading.letters import bare, key
from generator.reading.line import read_text
from tests import dossiers, five

FOLDER = five.LEXICON / "themes"
THEMES = dossiers.LEXICON.themes
GROUPS = {name: group.phrases for name, group in records(FOLDER / "groups", PhraseGroup)}
each_theme = pytest.mark.parametrize("theme", THEMES.all, ids=[theme.id for theme in THEMES.all])


def hits(sentence: str) -> dict[str, ThemeHit]:
    source = Source("example.txt", "", "utf-8", sentence)
    cleaned = Cleaned(source, "ar", (Line(1, sentence, "body", "example"),))
    return {hit.id: hit for hit in themes.find(read_text(cleaned), dossiers.LEXICON, Facts()).value}


def spelled(patterns: tuple[str, ...]) -> list[str]:
    return [phrase for pattern in patterns for phrase in plain_phrases(pattern, GROUPS)]


@each_theme
def test_examples_are_classified_as_they_say(theme: Theme) -> None:
    """Each `yes` sentence has the theme, each `no` sentence does not; six and five at least."""
    assert [s for s in theme.examples.yes if theme.id not in hits(s)] == []
    assert [s for s in theme.examples.no if theme.id in hits(s)] == []
    assert len(theme.examples.yes) >= 6 and len(theme.examples.no) >= 5


@each_theme
def test_every_term_fires_in_an_example(theme: Theme) -> None:
    """A term that no example shows cannot be trusted, so there is none."""
    fired = {e.rule.split(":", 2)[2] for s in theme.examples.yes for e in hits(s)[theme.id].evidence}
    assert [term.text for term in theme.terms if fired.isdisjoint(spelled(term.text))] == []


@each_theme
def test_every_exclusion_swallows_a_term_in_an_example(theme: Theme) -> None:
    """An exclusion without a `no` sentence in which it matters is dead weight."""
    assert [text for text in theme.exclusions if not _matters(text, theme)] == []


def _matters(exclusion: str, theme: Theme) -> bool:
    phrases = set(spelled((exclusion,)))
    for sentence in theme.examples.no:
        marks = [hit for hit in THEMES.book.find_all(sentence) if hit.payload.theme == theme.id]
        terms = [hit for hit in marks if hit.payload.role == "term"]
        swallowing = [hit for hit in marks if hit.payload.role == "exclusion" and hit.payload.phrase in phrases]
        if any(a.start < b.end and b.start < a.end for a in swallowing for b in terms):
            return True
    return False


@each_theme
def test_terms_are_unique_after_folding(theme: Theme) -> None:
    """No phrase stands twice on the same condition, whatever its hamzas and final letters."""
    listed = [
        (term.needs, key(p)) for term in theme.terms for pattern in term.text for p in plain_phrases(pattern, GROUPS)
    ]
    assert sorted(phrase for (_, phrase), count in Counter(listed).items() if count > 1) == []


@each_theme
def test_lists_are_sorted(theme: Theme) -> None:
    """Sorted lists show a duplicate at a glance and make changes small."""
    firsts = [term.text[0] for term in theme.terms]
    assert firsts == sorted(firsts)
    assert list(theme.exclusions) == sorted(theme.exclusions)
    for term in theme.terms:
        assert list(term.text) == sorted(term.text)
        assert list(term.needs) == sorted(term.needs)


@each_theme
def test_a_theme_has_a_strong_term_and_its_own_place(theme: Theme) -> None:
    """A theme without a strong term could never be given."""
    assert any(term.weight >= STRONG for term in theme.terms)
    assert [other.id for other in THEMES.all if (other.order, other.label) == (theme.order, theme.label)] == [theme.id]


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.yml")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_letters_are_arabic(path: Path) -> None:
    """Farsi ya and kaf look like Arabic ones and never match; marks and tatweel do not belong in a term."""
    text = path.read_text(encoding="utf-8")
    assert [c for c in text if c in "یکەڪ\u0640\u200f\u200e\u00a0"] == []


@pytest.mark.parametrize("name", sorted(GROUPS))
def test_groups_are_sorted_and_used(name: str) -> None:
    """A group is sorted, unique after folding, unmarked, and named by a theme."""
    words = [phrase for pattern in GROUPS[name] for phrase in plain_phrases(pattern, {})]
    assert list(GROUPS[name]) == sorted(GROUPS[name])
    assert len({key(word) for word in words}) == len(words)
    assert all(bare(word) == word for word in words)
    assert any(f"{{{name}}}" in path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yml"))


@pytest.mark.lexicon("language/denying.yml")
def test_particles_of_denial_are_sorted_and_lead_what_they_deny() -> None:
    """«ما» and «لا» are shown with the words that prove a theme."""
    particles = read_record(DATA / "language/denying.yml", PhraseGroup).phrases
    assert list(particles) == sorted(set(particles))
    assert all(THEMES.denying.find(word) for word in particles) and not THEMES.denying.find("السجن")


NEW = """
id: floods
label: الفيضانات
description: السيول والفيضانات وما تخلفه.
order: 5
terms:
  - text: [سيل/سيول, فيضان/فيضانات]
    weight: 3
examples:
  yes: [جرفت السيول جسرين.]
  no: [سال الحبر على الورق.]
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the lexicons that a test may change."""
    shutil.copytree(FOLDER, tmp_path / "world/themes")
    (tmp_path / "language").mkdir()
    shutil.copy(DATA / "language/denying.yml", tmp_path / "language")
    return tmp_path


def test_a_new_theme_is_one_file(data: Path) -> None:
    """A YAML file more is a theme more, in its order, found in texts; no code changes."""
    (data / "world/themes" / "floods.yml").write_text(NEW, encoding="utf-8")
    themes = load_themes(data)
    assert themes.all[0].id == "floods" and len(themes.all) == len(THEMES.all) + 1
    assert {hit.payload.theme for hit in themes.book.find_all("خلّف الفيضان أضرارًا.")} == {"floods"}


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("order: 5", "order: first", "order"),
        ("order: 5", "order: 5\ncolour: red", "colour"),
        ("id: floods", "id: flood", "id"),
        ("weight: 3", "weight: 9", "terms.0.weight"),
        ("weight: 3", "weight: 3\n    needs: '{nowhere}'", "terms.0.needs"),
        ("سيل/سيول", "'سيل?/سيول'", "terms.0.text"),
        ("سيل/سيول", "'؟!'", "terms.0.text"),
        ("سيل/سيول", "'{fighters} {fighters} {fighters} {fighters}'", "terms.0.text"),
        ("examples:", "exclusions: ['{nowhere} سيل']\nexamples:", "exclusions.0"),
        ("  no: [سال الحبر على الورق.]", "  no: [س]", "examples.no"),
    ],
)
def test_a_fault_names_file_and_field(data: Path, old: str, new: str, field: str) -> None:
    """Whoever edits a theme reads where the fault is."""
    assert old in NEW
    (data / "world/themes" / "floods.yml").write_text(NEW.replace(old, new), encoding="utf-8")
    with pytest.raises(LexiconError, match=rf"floods\.yml(:\d+)?: {field}\b"):
        load_themes(data)
