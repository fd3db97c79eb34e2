"""What the tables of a dossier's data hold, and each of their columns, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from generator.lexicon.loading import Bilingual, Record, Text


class TableWords(Record):
    """wording/tables.yml: a sentence on each table, and on each column by its name, that of its table first or not."""

    tables: Mapping[str, Bilingual[Text]]
    columns: Mapping[str, Bilingual[Text]]

    def column(self, table: str, name: str) -> Bilingual[Text]:
        """What a column of a table holds."""
        return self.columns.get(f"{table}.{name}") or self.columns[name]
