"""What page makers work with: the catalogue, the words to say it in, and the views that several pages share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markdown.extensions.toc import slugify_unicode

from generator.catalogue.gather import Catalogue
from generator.catalogue.groups import Entry, Lead, group_id
from generator.clean import Rule
from generator.lexicon import Lexicon
from generator.lexicon.themes import Theme
from generator.model import Article, Cleaned, DateStep, Evidence, GroupKind
from generator.model.forge import Forge
from generator.model.written import OwnPage
from generator.pages.datewords import date_words, iso_words, number_words, step_words
from generator.reading.letters import squeeze
from generator.reading.seen import COMMAS
from generator.reading.sentences import near_span, sentence_span
from generator.source.own import Asset
from generator.source.settings import Settings

V = TypeVar("V")

_EXCERPT = 220


@dataclass(frozen=True)
class Link:
    """Words that lead to an address within the site."""

    text: str
    address: str
    lang: str | None = None


@dataclass(frozen=True)
class Extract:
    """A sentence of a source split round the words that prove something, with the address and the place of those."""

    before: str
    words: str
    after: str
    address: str
    place: str


@dataclass(frozen=True)
class ListPart(Generic[V]):
    """A part of a long list with the ways to the parts beside it, and how many items come behind it."""

    address: str
    number: int
    of: int
    items: tuple[V, ...]
    before: str | None
    after: str | None
    rest: int = 0

    @property
    def place(self) -> str:
        """Where it stands among the parts, in a word."""
        return f"{self.address} {self.number}/{self.of} {self.before} {self.after} {self.rest}"


@dataclass(frozen=True)
class Desk:
    """The dossier with its lexicon, its settings, the rules that decided its lines, by id, its own files and pages;
    where its files are kept, and where its site will live, as far as that is known.

    narrowed: where addresses lead, on a desk that has a part of a dossier alone.
    """

    catalogue: Catalogue
    lexicon: Lexicon
    settings: Settings
    rules: Mapping[str, Rule]
    assets: tuple[Asset, ...] = ()
    own: tuple[OwnPage, ...] = ()
    forge: Forge | None = None
    url: str = ""
    narrowed: Mapping[str, Lead] | None = None

    @property
    def leads(self) -> Mapping[str, Lead]:
        """Where the addresses of themes and groups lead."""
        return self.catalogue.leads if self.narrowed is None else self.narrowed

    @property
    def name(self) -> str:
        """The dossier's name, or the site's where it has none."""
        return self.settings.name or self.say("site.name")

    @property
    def described(self) -> str:
        """The line on the dossier for search engines, or the site's where it says nothing of itself."""
        return self.settings.described or self.say("site.description")

    def say(self, message: str, count: int | None = None, **values: object) -> str:
        """A message of the interface, its numbers in the dossier's digits."""
        if not values and count is None:
            return self.lexicon.wording.plain.get(message) or self.lexicon.wording.say(message)
        told = {name: self.number(value) if isinstance(value, int) else value for name, value in values.items()}
        said = self.lexicon.wording.say(message, count, **told)
        return number_words(said, self.settings) if count is not None else said

    def reason(self, rule: str) -> str:
        """Why a rule decides as it does, in the interface's language."""
        return self.rules[rule].reason.told(self.lexicon.wording.language)

    def former(self, *messages: str) -> tuple[str, ...]:
        """The ids that headings of these words had on pages that had them: links to them lie in others' texts."""
        return tuple(slugify_unicode(self.say(message), "-") for message in messages)

    def day(self, iso: str) -> str:
        """An ISO date in words."""
        return iso_words(iso, self.lexicon.wording, self.settings)

    def step(self, step: DateStep) -> str:
        """What leads to a date, in words that tell lines of the source by their numbers."""
        return step_words(step, self.lexicon.wording, self.settings)

    def shown_step(self, step: DateStep, cleaned: Cleaned) -> str:
        """What leads to a date, in words that tell where readers find it."""
        return step_words(step, self.lexicon.wording, self.settings, lambda line: self.place(cleaned, line))

    def place(self, cleaned: Cleaned, line: int) -> str:
        """Where a line of the source stands, as readers count: its paragraph, or that it is none of the text."""
        paragraph, verdict = cleaned.paragraph(line), cleaned.holder(line).verdict
        if paragraph:
            return self.say("place.paragraph", number=paragraph)
        return self.say(f"place.{verdict}" if verdict in ("title", "subheading") else "place.left-out")

    def digits(self, text: str) -> str:
        """A text with its digits as the dossier writes them."""
        return number_words(text, self.settings)

    def number(self, value: int) -> str:
        """A number in the dossier's digits."""
        return number_words(value, self.settings)

    def quantity(self, value: float) -> str:
        """An amount in the dossier's digits, grouped by thousands, without a needless fraction."""
        written = f"{value:,.6f}".rstrip("0") if value != int(value) else f"{int(value):,}"
        return number_words(written, self.settings)

    def title_of(self, article: Article) -> str:
        """The title that lists use; an article without any has its file name."""
        return squeeze(article.facts.title.text) if article.facts.title else article.name

    def date_of(self, article: Article) -> str:
        """When an article was published, in words; behind what is inferred or reckoned, that it is."""
        date = article.facts.date
        if not (date.value or date.not_before or date.not_after):
            return self.say("date.none")
        words = date_words(date, self.lexicon.wording, self.settings)
        return self.say("date.estimated", date=words) if date.is_estimated else words

    def whole(self, address: str) -> str:
        """An address of the site as others reach it, where that is known; within the site elsewhere."""
        return f"{self.url.rstrip('/')}{address}" if self.url else address

    def paged(self, address: str, items: Sequence[V]) -> Iterator[ListPart[V]]:
        """A list cut into sheets of the dossier's length: the first at its own address, the others below /lists/."""
        most = self.settings.list_length
        sheets = max(1, -(-len(items) // most))
        name = address.strip("/").replace("/", "-")
        addresses = [address, *(f"/lists/{name}/{number}/" for number in range(2, sheets + 1))]
        for at, own in enumerate(addresses):
            yield ListPart(
                address=own,
                number=at + 1,
                of=sheets,
                items=tuple(items[at * most : (at + 1) * most]),
                before=addresses[at - 1] if at else None,
                after=addresses[at + 1] if at + 1 < sheets else None,
                rest=max(0, len(items) - (at + 1) * most),
            )

    def group_address(self, kind: GroupKind, id_: str | None, name: str) -> str | None:
        """The address for good of somebody or something with pages; None for what no listed article shows."""
        return lead.page if (lead := self._lead(kind, id_, name)) else None

    def group_way(self, kind: GroupKind, id_: str | None, name: str) -> str | None:
        """Where readers find a person, organisation, place or outlet: its page, or its words in the only article that
        names it.
        """
        return lead.way if (lead := self._lead(kind, id_, name)) else None

    def _lead(self, kind: GroupKind, id_: str | None, name: str) -> Lead | None:
        return self.leads.get(self.asked(kind, id_, name))

    def asked(self, kind: GroupKind, id_: str | None, name: str) -> str:
        """The address under which the page of a person, organisation, place or outlet is asked for."""
        return f"/{kind}/{group_id(id_, name, self.lexicon.wording)}/"

    def group_part(self, kind: GroupKind | None, id_: str | None, name: str) -> str:
        """What tells a person, organisation, place or outlet in addresses: the last part of that of its page."""
        address = self.group_address(kind, id_, name) if kind else None
        return address.split("/")[-2] if address else group_id(id_, name, self.lexicon.wording)

    def themes_of(self, article: Article) -> tuple[Theme, ...]:
        """An article's themes, strongest first."""
        return tuple(self.lexicon.themes.by_id[hit.id] for hit in article.facts.themes)

    def theme_address(self, id_: str) -> str | None:
        """The page of a theme; None for one that no listed article has."""
        return lead.page if (lead := self.leads.get(f"/themes/{id_}/")) else None

    def theme_links(self, article: Article) -> tuple[Link, ...]:
        """The ways to the pages of an article's themes, strongest first."""
        found = ((theme.label, self.theme_address(theme.id)) for theme in self.themes_of(article))
        return tuple(Link(label, address) for label, address in found if address)

    def extract(self, entry: Entry, found: Evidence) -> Extract:
        """The sentence round a piece of evidence, ready to be shown with a link to its words."""
        held, first, last = entry.article.cleaned.span(found)
        line = held.text
        whole, (start, end) = sentence_span(line, first, last), near_span(line, first, last)
        before, after = line[start:first].lstrip(), line[last:end].rstrip()
        return Extract(
            before if start == whole[0] else f"… {before}",
            found.text,
            after if end == whole[1] else f"{after} …",
            f"{entry.address}#{anchor(found)}",
            self.place(entry.article.cleaned, found.line),
        )


def anchor(found: Evidence) -> str:
    """The id of the marked words of a piece of evidence on its article's page."""
    return found.anchor


def one_a_line(found: Sequence[Evidence], most: int) -> tuple[Evidence, ...]:
    """The first words of each line that show a thing, in so many lines at most."""
    first = {words.line: words for words in reversed(found)}
    return tuple(first[line] for line in sorted(first)[:most])


def excerpted(cleaned: Cleaned, found: Evidence) -> str:
    """A sentence of a text, with a sign where it goes on behind a comma."""
    line, _, end = cleaned.span(found)
    return f"{found.text} …" if line.text[end:].lstrip().startswith(tuple(COMMAS)) else found.text


def excerpt(article: Article) -> str:
    """The sentence that opens an article's summary, else its own first words, cut at a word; never rephrased."""
    lede = next((x for x in article.cleaned.paragraphs if x.verdict != "subheading"), None)
    opening = [excerpted(article.cleaned, found) for found in article.facts.summary[:1]]
    text = squeeze(opening[0] if opening else lede.text if lede else "")
    if len(text) <= _EXCERPT:
        return text
    return text[:_EXCERPT].rsplit(" ", 1)[0].rstrip("،,؛:.") + " …"
