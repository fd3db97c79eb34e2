"""What one page is about, and the words for each slot of its grammar."""

from __future__ import annotations

import datetime as dt
import re
from random import Random
from typing import Any

from tests.layouts import when
from tests.layouts.page import Body
from tests.layouts.prose import TO_US, US, Teller, full_name
from tests.layouts.stock import stock, topics

_SLOT = re.compile(r"\{([^{}]*)\}")


class Missing(Exception):  # noqa: N818
    """The page has not what a line would show: the line is left out."""


def chance(rng: Random, options: dict[str, Any], name: str, usual: float) -> bool:
    return rng.random() < float(options.get(name, usual))


class Slots:
    """The page's article, date, outlet and author, with those of other articles around it."""

    def __init__(self, rng: Random, options: dict[str, Any], given: Body | None) -> None:
        self.rng, self.shown = rng, set[str]()
        self.topic = rng.choice(sorted(topics()))
        self.teller = Teller(rng, self.topic)
        # How near the neighbours are: some sites list the same subject beside the article, most list anything.
        self.near = rng.choice([0.0, 0.1, 0.3, 0.7])
        self.has_title = chance(rng, options, "title", 0.8)
        self.has_date = chance(rng, options, "date", 0.72)
        self.title = given.title if given else self._own_title(options)
        self.outlet = _outlet(rng, options) if chance(rng, options, "outlet", 0.7) else None
        self.author_gender = rng.choice("mmf")
        self.author = full_name(rng, self.author_gender) if chance(rng, options, "author", 0.45) else None
        self.told: list[str] = []
        self.city = rng.choice(stock("names")["cities"])
        self.section = rng.choice(stock("names")["sections"])
        self.pub = when.moment(rng)
        self.clock = when.after(rng, self.pub, rng.choice([1, 9, 300, 2000]))
        self.month_only = chance(rng, options, "month", 0.02)
        self.forms = self._forms()

    def _own_title(self, options: dict[str, Any]) -> str:
        title = self.teller.headline()
        draw = self.rng.random()
        if draw < float(options.get("genre", 0.12)):
            mark = self.rng.choice([": ", " | ", ".. ", " - ", "| ", " : "])
            return str(self.rng.choice(stock("prose")["genre"])) + mark + title
        if draw > 0.96 and title[-1] not in "؟!":
            return title + self.rng.choice(["!", "؟", " !", "!!"])
        return title

    def _forms(self) -> dict[str, str]:
        """The forms of this site's dates: the article's, the clock's, the lists'."""
        forms, rng = stock("dates"), self.rng
        kind = "month" if self.month_only else rng.choice(["day", "day", "day", "timed", "timed", "timed", "hijri"])
        return {
            "pub": rng.choice(forms[kind]),
            "clock": rng.choice(forms[rng.choice(["day", "day", "timed", "hijri"])]),
            "rel": rng.choice(forms["list"]),
        }

    def dated(self) -> tuple[str, str] | None:
        """The date that the page has shown, with its precision."""
        if "pub" not in self.shown:
            return None
        return (f"{self.pub:%Y-%m}", "month") if self.month_only else (f"{self.pub:%Y-%m-%d}", "day")

    def fill(self, words: str) -> str:
        """The words of a line; nothing is noted as shown unless the whole line can be filled."""
        noted: set[str] = set()
        for _ in range(3):
            words = _SLOT.sub(lambda m: self._slot(m[1], noted), words)
        self.shown |= noted
        return words

    def _slot(self, name: str, noted: set[str]) -> str:
        if "|" in name:
            return self.rng.choice(name.split("|"))
        if name in ("outlet", "author", "pub"):
            return self._truth(name, noted)
        if name.startswith("n:"):
            low, high = name[2:].split("-")
            return str(self.rng.randint(int(low), int(high)))
        if hasattr(self, f"_{name.lower()}"):
            return str(getattr(self, f"_{name.lower()}")())
        words = stock("names").get(
            {"agency": "agencies", "nick": "nicknames", "desk": "desks", "paper": "papers"}.get(name, "")
        )
        return str(self.rng.choice(words)) if words else self._said(name)

    def _said(self, name: str) -> str:
        """A phrase of the article's topic, or of another in a poll."""
        return self.teller.say("{" + name + "}").replace(US, "وسائل الإعلام").replace(TO_US, "لمراسلنا")

    def _truth(self, name: str, noted: set[str]) -> str:
        value = {"outlet": self.outlet, "author": self.author, "pub": self.forms["pub"] if self.has_date else None}[
            name
        ]
        if value is None:
            raise Missing(name)
        noted.add(name)
        return self.fill(when.written(self.pub, value)) if name == "pub" else value

    def _title(self) -> str:
        if not self.has_title:
            raise Missing("title")
        return self.title

    def _titlecut(self) -> str:
        words = self._title().split()
        return " ".join(words[: max(2, len(words) - self.rng.randint(1, 5))]) + self.rng.choice(["...", "…", " ..."])

    def _h(self) -> str:
        return self._headline(self.near / 3)

    def _relh(self) -> str:
        return self._headline(self.near)

    def _headline(self, near: float) -> str:
        """Another article's headline; one that the page has told already comes again now and then, as on real sites."""
        if self.told and self.rng.random() < 0.15:
            return self.rng.choice(self.told)
        told = self._new_headline(near)
        self.told.append(told)
        return told

    def _new_headline(self, near: float) -> str:
        told = Teller(
            self.rng, self.topic if self.rng.random() < near else self.rng.choice(sorted(topics()))
        ).headline()
        told = told.replace(US, "وسائل الإعلام").replace(TO_US, "لمراسلنا")
        return told + "!" if self.rng.random() < 0.02 and told[-1] != "؟" else told

    def lead(self) -> str:
        told = Teller(self.rng, self.rng.choice(sorted(topics()))).sentence("lede")
        return told.replace(US, "وسائل الإعلام").replace(TO_US, "لمراسلنا")

    _lead = lead

    def _cutlead(self) -> str:
        words = self.lead().split()
        return " ".join(words[: self.rng.randint(8, 18)]) + self.rng.choice(
            ["...", " …", " [...]", "..", "… المزيد", ""]
        )

    def _upd(self) -> str:
        if not self.has_date:
            raise Missing("upd")
        later = self.pub + dt.timedelta(minutes=self.rng.randint(5, 500))
        if later.date() != self.pub.date():
            raise Missing("upd")
        return self.fill(when.written(later, self.forms["pub"]))

    def _clock(self) -> str:
        return self.fill(when.written(self.clock, self.forms["clock"]))

    def _rel(self) -> str:
        day = self.clock - dt.timedelta(days=self.rng.randint(0, 60), minutes=self.rng.randrange(600))
        if day.date() == self.pub.date():
            day += dt.timedelta(days=1)
        return when.written(day, self.forms["rel"])

    def _zone(self) -> str:
        if "%I" not in self.forms["pub"]:
            raise Missing("zone")
        return self.rng.choice(["بتوقيت القاهرة", "بتوقيت غرينتش", "GMT", "بتوقيت مكة المكرمة", "بتوقيت دمشق"])

    def _daymonth(self) -> str:
        return f"{self.pub.day} - {self.pub.month}"

    def _hdate(self) -> str:
        return when.hijri(self.pub)

    def _time(self) -> str:
        return f"{self.rng.randrange(24):02}:{self.rng.randrange(60):02}"

    def _year(self) -> str:
        return str(self.clock.year)

    def _oldyear(self) -> str:
        return str(self.rng.randint(1948, 2004))

    def _name(self) -> str:
        return full_name(self.rng)

    _author2 = _name

    def _city(self) -> str:
        return self.city if self.rng.random() < 0.6 else str(self.rng.choice(stock("names")["cities"]))

    def _section(self) -> str:
        names = stock("names")
        if self.rng.random() < 0.25:
            return f"{self.rng.choice(names['section_firsts'])} {self.rng.choice(names['section_seconds'])}"
        return str(self.rng.choice(names["sections"]))

    def _wrote(self) -> str:
        return "كتب" if self.author_gender == "m" else "كتبت"

    def _crel(self) -> str:
        """When a reader wrote: after the article, before the page was kept; never on the article's own day."""
        span = max((self.clock - self.pub).days, 1)
        return when.written(self.pub + dt.timedelta(days=self.rng.randint(1, span)), self.forms["rel"])

    def _outlet2(self) -> str:
        return _outlet(self.rng, {})

    def _comment(self) -> str:
        return self._said_of(self.rng.choice(stock("comments")["plain"]))

    def _said_of(self, words: str) -> str:
        return self.teller.say(words).replace(US, "وسائل الإعلام").replace(TO_US, "لمراسلنا")


def _outlet(rng: Random, options: dict[str, Any]) -> str:
    names = stock("names")
    if options.get("agency"):
        return str(rng.choice(list(names["own_agencies"])))
    if rng.random() < 0.06:
        return str(rng.choice(names["latin_papers"]))
    return str(rng.choice(names["paper_forms"]).replace("{paper}", rng.choice(names["papers"])))
