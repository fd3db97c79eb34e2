"""Sentences, headlines and whole bodies of a topic, drawn from its phrases by a seeded source of chance."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from tests.layouts.stock import stock, topics

_SLOT = re.compile(r"\{([^{}]+)\}")
_OF_BODY = re.compile(r"\[([^\[\]]+)\]")
_OF_SPEAKER = re.compile(r"<([^<>]+)>")
_COUNT = re.compile(r"%([nhpkm])")
# What is set for the outlet's name until it is known whether the page shows it.
US, TO_US = "\ue000", "\ue001"


@dataclass(frozen=True)
class Paragraph:
    """A piece of an article: `kind` is text, sub, turn, item or verse."""

    text: str
    kind: str = "text"


def weekday(rng: Random) -> str:
    return str(rng.choice(stock("dates")["weekdays"]))


def month(rng: Random) -> str:
    return str(rng.choice(stock("dates")["months"][rng.choice("ggl")]))


def full_name(rng: Random, gender: str = "") -> str:
    names = stock("names")
    given = rng.choice(names["women" if (gender or rng.choice("mmf")) == "f" else "men"])
    return f"{given} {rng.choice(names['families'])}"


def agreeing(verb: str, gender: str) -> str:
    """A verb, given for a masculine subject, as it agrees with its subject."""
    if gender == "m":
        return verb
    if verb.startswith("ي"):
        return "ت" + verb[1:]
    return (verb[:-1] if verb[-1] in "اى" else verb) + "ت"


def nominative(claim: str) -> str:
    """A claim as it stands where nothing governs its first word."""
    first, _, rest = claim.partition(" ")
    changed: str = stock("prose")["nominative"].get(first, "")
    if not changed and first.startswith("ال") and first.endswith("ين") and len(first) > 6:
        changed = first[:-2] + "ون"
    return f"{changed or first} {rest}"


class Teller:
    """Tells of one topic: one body that acts, one speaker, phrases that come again only when all have been used."""

    def __init__(self, rng: Random, topic: str) -> None:
        self.rng, self.topic = rng, topic
        self.phrases = topics()[topic]
        self.bags: dict[str, list[str]] = {}
        self.org, self.gender = self._split("org")
        self.role, self.speaker_gender = self._split("role")
        self.speaker = full_name(rng, self.speaker_gender)
        self.place = str(rng.choice([*stock("names")["cities"], *stock("names")["regions"]]))

    def _split(self, field: str) -> tuple[str, str]:
        words, _, gender = self.drawn(field).partition("|")
        return words, gender or "m"

    def drawn(self, field: str) -> str:
        """The next phrase of a field."""
        bag = self.bags.get(field)
        if not bag:
            source = self.phrases.get(field) or stock("prose")[field]
            bag = self.bags[field] = self.rng.sample(source, len(source))
        return str(bag.pop())

    def say(self, template: str) -> str:
        """A template with all its slots filled and its verbs made to agree."""
        for _ in range(4):
            template = _SLOT.sub(lambda m: self._slot(m[1]), template)
        template = _OF_BODY.sub(lambda m: agreeing(m[1], self.gender), template)
        template = _OF_SPEAKER.sub(lambda m: agreeing(m[1], self.speaker_gender), template)
        return _COUNT.sub(lambda m: self._count(m[1]), template)

    def _slot(self, name: str) -> str:
        fixed: dict[str, str] = {"org": self.org, "role": self.role, "speaker": self.speaker, "place": self.place}
        if name in fixed:
            return fixed[name]
        made = getattr(self, f"_{name.lower()}", None)
        if made is not None:
            return str(made())
        if name[0].isupper():
            return nominative(self.drawn(name.lower()))
        return self.drawn(name)

    def _us(self) -> str:
        return US

    def _to_us(self) -> str:
        return TO_US

    def _org2(self) -> str:
        return self.drawn("org").partition("|")[0]

    def _other(self) -> str:
        return full_name(self.rng, "m")

    def _woman(self) -> str:
        return full_name(self.rng, "f")

    def _weekday(self) -> str:
        return weekday(self.rng)

    def _month(self) -> str:
        return month(self.rng)

    def _year(self) -> str:
        return str(self.rng.randint(2008, 2024))

    def _year0(self) -> str:
        return str(self.rng.randint(1990, 2007))

    def _day_date(self) -> str:
        return f"{self.rng.randint(1, 28)} {self._month()} {self._year()}"

    def _paper(self) -> str:
        return str(self.rng.choice(stock("names")["papers"]))

    def _h(self) -> str:
        return self._count("h")

    def _agency(self) -> str:
        return str(self.rng.choice(stock("names")["agencies"]))

    def _count(self, kind: str) -> str:
        low, high = {"n": (11, 900), "h": (11, 99), "p": (3, 92), "k": (3, 10), "m": (1, 90)}[kind]
        number = self.rng.randint(low, high)
        return f"{number}.{self.rng.randint(1, 9)}" if kind == "m" and number < 20 else str(number)

    def sentence(self, form: str) -> str:
        """A sentence of a form (lede, middle, quote, opinion…), sometimes with a clause that hangs on its end."""
        said = self.say(self.drawn(form))
        if form in ("middle", "background") and said.endswith(".") and self.rng.random() < 0.2:
            return said[:-1] + self.say(self.drawn("hanging")) + "."
        return said

    def headline(self) -> str:
        """A headline of the topic, without a mark at its end but ? and !."""
        return self.say(str(self.rng.choice(stock("prose")["headline"]))).rstrip(".")


def paragraph(teller: Teller, forms: list[str], longest: int) -> Paragraph:
    """One paragraph of one to `longest` sentences, each of one of the forms."""
    count = teller.rng.randint(1, longest)
    return Paragraph(" ".join(teller.sentence(teller.rng.choice(forms)) for _ in range(count)))


def news(teller: Teller, count: int) -> list[Paragraph]:
    """The report: a lede, the middle with its quotations, what was before, an end."""
    longest = teller.rng.choice([1, 1, 2, 2, 3, 4, 7])
    made = [Paragraph(teller.sentence("lede"))]
    forms = ["middle", "middle", "quote", "quote", "background"]
    made += [paragraph(teller, forms, longest) for _ in range(count - 1)]
    if count > 2 and teller.rng.random() < 0.6:
        made[-1] = Paragraph(teller.sentence("closing"))
    return made


def opinion(teller: Teller, count: int) -> list[Paragraph]:
    return [paragraph(teller, ["opinion"], 4) for _ in range(count)]


def press(teller: Teller, count: int) -> list[Paragraph]:
    return [paragraph(teller, ["press", "middle"], 2) for _ in range(count)]


def research(teller: Teller, count: int) -> list[Paragraph]:
    return [paragraph(teller, ["research", "background", "middle"], 5) for _ in range(count)]


def flash(teller: Teller, count: int) -> list[Paragraph]:
    return [Paragraph(" ".join(teller.sentence("flash") for _ in range(teller.rng.randint(1, 3))))]


def social(teller: Teller, count: int) -> list[Paragraph]:
    forms = ["social", "flash", "lede"]
    return [Paragraph(teller.sentence(teller.rng.choice(forms))) for _ in range(count)]


def magazine(teller: Teller, count: int) -> list[Paragraph]:
    made = [Paragraph(f"{teller.say('{scene}')}. {teller.sentence('opinion')}")]
    return made + [paragraph(teller, ["middle", "opinion", "quote", "background"], 5) for _ in range(count - 1)]


def interview(teller: Teller, count: int) -> list[Paragraph]:
    """An introduction and turns: by «س» and «ج», names, dashes, or questions that stand as lines of their own."""
    style = teller.rng.choice(["letters", "names", "dashes", "bare", "stars"])
    ask, answer = {
        "letters": ("س: ", "ج: "),
        "names": (f"{teller.rng.choice(['الصحيفة', 'المجلة', 'المحاور', 'سؤال'])}: ", f"{teller.speaker}: "),
        "dashes": ("- ", "– "),
        "bare": ("", ""),
        "stars": ("* ", "- "),
    }[style]
    made = [Paragraph(teller.sentence("intro"))]
    for _ in range(count):
        made.append(Paragraph(ask + teller.sentence("interview_ask"), "turn"))
        made.append(Paragraph(answer + teller.sentence("interview_answer"), "turn"))
    return made


def poem(teller: Teller, count: int) -> list[Paragraph]:
    """Verses of two halves on a line or on two, with or without a word before them."""
    between = teller.rng.choice([" ... ", " *** ", "     ", " ** ", "\n", "\t"])
    verses = teller.rng.sample(stock("prose")["verse"], min(count + 2, len(stock("prose")["verse"])))
    lines = [half for verse in verses for half in between.join(verse).split("\n")]
    before = [Paragraph(teller.sentence("lede"))] if teller.rng.random() < 0.5 else []
    after = [paragraph(teller, ["quote", "middle"], 2)] if before else []
    return [*before, *(Paragraph(line, "verse") for line in lines), *after]


def listing(teller: Teller, count: int) -> list[Paragraph]:
    """A report with a list in it."""
    sign = teller.rng.choice(["- ", "• ", "{i}. ", "{i}- ", "* ", "{i}) ", "أولا: "])
    items = []
    for i in range(teller.rng.randint(3, 6)):
        opening = stock("prose")["ordinals"][i] if sign == "أولا: " else sign.replace("{i}", str(i + 1))
        items.append(
            Paragraph(opening + teller.say(teller.rng.choice(["{claim}", "{aim}", "{fact}", "{act}"])), "item")
        )
    around = news(teller, max(count, 3))
    return [*around[:2], Paragraph(teller.sentence("list_intro")), *items, *around[2:]]


def with_subheadings(teller: Teller, made: list[Paragraph]) -> list[Paragraph]:
    """The same with a heading before some of the paragraphs, never before the first."""
    out = made[:1]
    mark = teller.rng.choice(["", "", "", ":", "*"])
    for piece in made[1:]:
        if piece.kind == "text" and teller.rng.random() < 0.35:
            form = teller.rng.choice(["{sub}", "{sub}", "{short}", "{ask}"])
            heading = teller.say(form)
            out.append(Paragraph(heading if heading.endswith("؟") else heading + mark, "sub"))
        out.append(piece)
    return out


KINDS = {
    "news": news,
    "opinion": opinion,
    "press": press,
    "research": research,
    "flash": flash,
    "social": social,
    "magazine": magazine,
    "interview": interview,
    "poem": poem,
    "listing": listing,
}
