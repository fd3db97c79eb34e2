"""Composes one page of a family: expands its grammar step by step, filling slots with what this page is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from typing import Any

from tests.layouts.article import laid_body, laid_table, live_entries, other_article
from tests.layouts.page import LETTERS, Body, LaidPage, Line, settled
from tests.layouts.prose import TO_US, US
from tests.layouts.slots import Missing, Slots
from tests.layouts.stock import stock

_REF = re.compile(r"(\w+)(?:\?(\.\d+)?)?(?:\*(\d+)-(\d+))?$")

# Of the pages whose headline stands above a first paragraph, so many repeat it as a dek.
ABOVE_AGAIN = 0.04


class Composer:
    """One page in the making."""

    def __init__(self, family: str, rng: Random, given: Body | None) -> None:
        self.family, self.rng, self.given = family, rng, given
        self.grammar: dict[str, Any] = stock("blocks")
        self.options: dict[str, Any] = stock("families")[family]
        self.slots = Slots(rng, self.options, given)
        self.menu: list[Line] = []

    def page(self) -> LaidPage:
        """The page with its truth."""
        lines = self._lede_above(list(self.steps(self.options["page"])))
        shown = self.slots.shown
        us = self.slots.outlet if "outlet" in shown else None
        named = [Line(_with_outlet(line.text, us), line.state) for line in lines]
        flat = [Line(text, line.state) for line in named for text in line.text.split("\n")]
        done = settled(flat)
        title = self.slots.title if any(line.state == "title" for line in done) else None
        return LaidPage(
            self.family,
            "\n".join(line.text for line in done),
            tuple(line.state for line in done),
            title,
            self.slots.dated(),
            us,
            self.slots.author if "author" in shown else None,
        )

    def _lede_above(self, lines: list[Line]) -> list[Line]:
        """Now and then the article's first words stand above it as well, as a dek, whole or cut."""
        first = next((line.text for line in lines if line.state == "body"), "")
        under = [i + 1 for i, line in enumerate(lines) if line.state == "title"]
        if not under or not 60 < len(first) < 500 or self.rng.random() >= ABOVE_AGAIN:
            return lines
        cut = self.rng.choice([first, first[: len(first) * 2 // 3] + "..."])
        return [*lines[: under[-1]], Line(cut, "dek"), *lines[under[-1] :]]

    def steps(self, step: Any) -> Iterator[Line]:
        """The lines of a step, of whatever sort it is."""
        if isinstance(step, list):
            for part in step:
                yield from self.steps(part)
        elif isinstance(step, dict):
            yield from self._mapping(step)
        elif step.startswith("@"):
            for ref in step.split():
                yield from self._referred(ref[1:])
        elif step.startswith("="):
            yield from self._directed(*step[1:].partition(" ")[::2])
        else:
            yield from self._leaf(step)

    def _mapping(self, step: dict[str, Any]) -> Iterator[Line]:
        if "any" in step:
            yield from self.steps(self.rng.choice(step["any"]))
        elif "mix" in step:
            for part in self.rng.sample(step["mix"], len(step["mix"])):
                yield from self.steps(part)
        elif "join" in step:
            parts = list(self.steps(step["of"]))
            state = parts[0].state if parts else ""
            yield Line(self.rng.choice(step["join"]).join(part.text for part in parts), state)
        elif "prefix" in step or "suffix" in step:
            before, after = (self.rng.choice(step.get(name, [""])) for name in ("prefix", "suffix"))
            yield from (Line(before + line.text + after, line.state) for line in self.steps(step["of"]))
        else:
            yield from self._article(step)

    def _article(self, step: dict[str, Any]) -> Iterator[Line]:
        if "table" in step:
            yield from laid_table(self.slots, step["table"])
            return
        yield from laid_body(self.slots, step["body"], self.given, lambda: list(self.steps("@inner")))

    def _referred(self, ref: str) -> Iterator[Line]:
        found = _REF.match(ref)
        assert found, ref
        name, chance, low, high = found.groups()
        if "?" in ref and self.rng.random() >= float(chance or 0.5):
            return
        for _ in range(self.rng.randint(int(low), int(high)) if low else 1):
            yield from self.steps(self.grammar[name])

    def _directed(self, name: str, rest: str) -> Iterator[Line]:
        if name == "twice":
            lines = list(self.steps(rest))
            yield from [*lines, *lines]
        elif name == "numbered":
            for i, line in enumerate(self.steps(rest), 1):
                yield from self.rng.choice([[Line(f"{i} {line.text}", line.state)], [Line(str(i), line.state), line]])
        elif name == "again":
            yield from self._again(rest)
        elif name == "same":
            yield from self._same(rest)
        elif name == "article":
            yield from other_article(self.slots)
        elif name == "live":
            yield from live_entries(self.slots)
        else:
            raise ValueError(name)

    def _again(self, rest: str) -> Iterator[Line]:
        """The site's menu: where it stands a second time it is mostly the same."""
        if not self.menu or self.rng.random() < 0.3:
            self.menu = list(self.steps(rest))
        yield from self.menu

    def _same(self, rest: str) -> Iterator[Line]:
        """Blocks of a list that all have one form, as they have on one site."""
        found = _REF.match(rest[1:])
        assert found, rest
        form = self.rng.choice(self.grammar[found[1]]["any"])
        for _ in range(self.rng.randint(int(found[3]), int(found[4]))):
            yield from self.steps(form)

    def _leaf(self, step: str) -> Iterator[Line]:
        letter, mark, words = step.partition("> ")
        state = LETTERS[letter] if mark and letter in LETTERS else ""
        try:
            yield Line(self.slots.fill(words if mark and letter in LETTERS else step), state)
        except Missing:
            return


def _with_outlet(text: str, outlet: str | None) -> str:
    """What the article says of the paper that prints it, by its name where the page shows one."""
    if outlet is None:
        return text.replace(TO_US, "لمراسلنا").replace(US, "وسائل الإعلام")
    return text.replace(TO_US, f"لـ«{outlet}»").replace(US, f"«{outlet}»")
