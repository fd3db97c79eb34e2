"""The file of facets stays small, whatever a dossier names; that it reads back alike is tested in Node."""

from __future__ import annotations

from generator.search import Document
from generator.search.facets import MOST_VALUES, _columns, facets_file


def test_of_too_many_values_those_of_most_documents_stay() -> None:
    facets = [tuple(("year", str(n)) for n in (at, MOST_VALUES + at % 7)) for at in range(MOST_VALUES)]
    many = [Document(str(at), (), facets=pair) for at, pair in enumerate(facets)]
    assert len(_columns(many, ("year",))["year"]) == MOST_VALUES
    assert {str(MOST_VALUES + at) for at in range(7)} <= _columns(many, ("year",))["year"].keys()


def test_no_document_and_no_facet_are_a_file_too() -> None:
    assert len(facets_file([], {}, ())) <= 2
