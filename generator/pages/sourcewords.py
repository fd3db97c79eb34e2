"""Who published an article, when, and by which way its words came, as every page words it."""

from __future__ import annotations

from generator.catalogue.groups import Entry
from generator.model import Article
from generator.pages.desk import Desk


def paper(desk: Desk, name: str) -> str:
    """The name of a paper or an outlet, always between « », for many are common words or places."""
    return name if name.startswith("«") else desk.say("name.quoted", name=name)


def publisher(desk: Desk, article: Article) -> str:
    """Who published an article, or the plain word that it is not known."""
    outlet = article.facts.outlet
    return paper(desk, outlet.name) if outlet else desk.say("outlet.unknown")


def came_by(desk: Desk, article: Article) -> str:
    """From where the publisher has an article's words: a paper, an occasion, a speaker; empty where no text tells."""
    facts, said = article.facts, list[str]()
    papers, people = {x.name for x in facts.cited_outlets}, {x.name for x in facts.people}
    links = [x for x in facts.attribution if not (facts.outlet and x == facts.outlet.name)]
    speaker = next((x for x in links if x in people), None)
    for link in links:
        if link in papers:
            said.append(desk.say("came.paper", paper=paper(desk, link)))
        elif link not in people:
            with_whom = "came.occasion.speaker" if speaker else "came.occasion"
            said.append(desk.say(with_whom, occasion=link, speaker=speaker))
            speaker = None
    if speaker:
        said.append(desk.say("came.speaker", speaker=speaker))
    return desk.say("list.comma").join(said)


def cited_by(desk: Desk, article: Article) -> str:
    """The papers that the publisher has an article's words from, for a row that names its own speaker."""
    papers = [x.name for x in article.facts.cited_outlets if x.name in article.facts.attribution]
    return desk.say("list.comma").join(desk.say("came.paper", paper=paper(desk, name)) for name in papers)


def byline(desk: Desk, entry: Entry) -> str:
    """An article's source in one line: «ليفانت» · 2021 (تقديري) · نقلًا عن «الشرق الأوسط»."""
    parts = (publisher(desk, entry.article), desk.date_of(entry.article), came_by(desk, entry.article))
    return desk.say("list.dot").join(part for part in parts if part)
