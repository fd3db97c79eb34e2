"""Takes names that an editor withholds out of all that a dossier holds before anything reads it, and out of all that a
lexicon adds to it, so that no page can show them.

Each name is replaced by as many mask characters as it has, so lines and spans stay those of the file; where text leaves
the generator, a run of masks is shown as words («[حُجب الاسم]»). The raw file stays as public as its repository.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.model import (
    Article,
    Cleaned,
    DateStep,
    EditorialChange,
    Entity,
    Evidence,
    Facts,
    Named,
    Problem,
    Quote,
    Sidecar,
    Source,
    Told,
)
from generator.model.corrections import OPERATIONS, Corrections
from generator.model.declared import Declaration, Declared
from generator.model.forge import Forge
from generator.reading.letters import fold, key, tokens
from generator.reading.masks import MASK, each_text, shown
from generator.source.own import ASSETS, OwnFiles, WrittenPage
from generator.source.settings import Settings
from generator.source.withholding.hider import Hider, covered
from generator.source.withholding.known import Ref

# Parts such as «علي» or «بن» are words of every text.
_SHORT = 3

Hide = Callable[[str], str]


def _without_masks(text: str) -> str:
    """A text as given, without what it would pass off as a withheld name."""
    return text.replace(MASK, " ")


def withhold(source: Source, hide: Hider | None) -> Source:
    """The source with every name masked, in its text and in its file's name."""
    if hide is None:
        return source
    name, text = _without_masks(source.name), _without_masks(source.text)
    sight = hide.reader.sight(text)
    declared = _declared(source.declared, hide)
    digest = source.sha256 if declared == source.declared else None
    seen = replace(source, name=hide.label(name), text=text, declared=declared, sha256=digest)
    return _masked(seen, covered(text, hide.spans(sight)))


def _declared(declared: Declared | None, hide: Hide) -> Declared | None:
    """What a file declares, without each thing that would tell a name."""
    if declared is None:
        return None
    open_ = {name: x for name, x in vars(declared).items() if name != "rivals" and not _tells(x, hide)}
    return Declared(**open_, rivals=tuple(rival for rival in declared.rivals if not _tells(rival[1], hide)))


def _tells(said: Declaration | None, hide: Hide) -> bool:
    return said is not None and MASK in hide(f"{said.value} {said.words}")


def _masked(source: Source, text: str) -> Source:
    """The source with another text; its hash goes, for by it whoever guesses a name could make sure of it."""
    return source if text == source.text else replace(source, text=text, sha256=None)


def withhold_known(masked: Source, source: Source, found: Iterable[Entity], refs: Container[Ref]) -> Source:
    """A masked source without what else in the text as given means a withheld entry.

    A stage knows by their full name whom it meets later in a form that no list has; once that name is masked, it
    would not. `found` are the entities of the text as given. Their words are masked wherever they stand in it.
    """
    mine = [e for x in found if (x.kind, x.id) in refs for e in x.mentions]
    lines = masked.lines
    left = {e.text for e in mine if all(lines[x.line - 1][x.start : x.end] == x.text for x in e.spots)}
    if not left:
        return masked
    longest = sorted(left, key=lambda text: (-len(text), text))
    words = "|".join(r"\s+".join(map(re.escape, text.split())) for text in longest)
    standing = re.finditer(rf"\b(?:{words})\b", masked.text)
    return _masked(masked, covered(masked.text, (found.span() for found in standing)))


def told(facts: Facts, doubted: Iterable[str]) -> frozenset[Told]:
    """Who is named and who speaks in a text as given, but for short mentions by family names that are `doubted`."""
    ends = tuple(doubted)
    named = ((m, x.id or key(x.name)) for x in facts.people for m in x.mentions if not _short_of(m, ends))
    speakers = ((quote, quote.speaker) for quote in facts.quotes if quote.speaker)
    return frozenset((x.line, x.start, x.end, who) for x, who in (*named, *speakers))


def _short_of(mention: Evidence, families: tuple[str, ...]) -> bool:
    return mention.rule == "person-short" and fold(mention.text).endswith(families)


def withhold_in_sidecar(sidecar: Sidecar, hide: Hider | None) -> Sidecar:
    """The sidecar with every name masked in what the editor wrote; an address that holds one is dropped."""
    if hide is None:
        return sidecar

    def said(text: str | None) -> str | None:
        return text and hide(_without_masks(text))

    words: dict[str, Any] = {name: said(text) for name, text in _texts(sidecar)}
    return replace(
        sidecar,
        **words | {"file": hide.label(sidecar.file)},
        url=_unless_named(sidecar.url, hide),
        address=_unless_named(sidecar.address, hide),
        facts=_corrections(sidecar.facts, hide),
        sensitive=tuple(hide(_without_masks(words)) for words in sidecar.sensitive),
        withheld=tuple(replace(name, file=hide.label(name.file)) for name in sidecar.withheld),
    )


def _texts(sidecar: Sidecar) -> Iterator[tuple[str, str]]:
    """All that a sidecar says whole, by its key; its addresses aside."""
    said = ((name, value) for name, value in vars(sidecar).items() if name not in ("url", "address"))
    yield from ((name, value) for name, value in said if isinstance(value, str))


def said_in(sidecar: Sidecar) -> str:
    """All that a sidecar says beside the names that it withholds, for looking through."""
    said = []

    def heard(text: str) -> str:
        said.append(text)
        return text

    whole = [text for _, text in _texts(sidecar)]
    addresses = filter(None, (sidecar.url, sidecar.address))
    each_text([*whole, *sidecar.sensitive, *addresses, sidecar.facts.model_dump()], heard)
    return " | ".join(said)


def _unless_named(address: str | None, hide: Hider) -> str | None:
    return address if address and MASK not in hide.label(address) else None


def _corrections(facts: Corrections, hide: Hide) -> Corrections:
    """Without corrections of what is withheld: nothing of it is left to be corrected."""
    kept = each_text(facts.model_dump(), lambda text: hide(_without_masks(text)))
    lists = {field: tuple(x for x in named if not _names_mask(x)) for field, named in kept["lists"].items()}
    slips = tuple(words for words in kept["slips"] if not _names_mask(words))
    return Corrections.model_validate({**kept, "lists": lists, "slips": slips})


def _names_mask(correction: Any) -> bool:
    """True where what is to be corrected, or is a slip, was a withheld name."""
    named = map(correction.get, OPERATIONS) if isinstance(correction, dict) else (correction,)
    return any(MASK in value for value in named if value)


def withhold_in_problem(problem: Problem, hide: Hider | None) -> Problem:
    """The problem with every name masked in its file's name and its values, for problems are published too."""
    if hide is None:
        return problem
    # What is told of a lexicon holds ids, which spell a name as an address does.
    said = hide.label if problem.rule.startswith("lexicon-") else hide
    return replace(problem, file=hide.label(problem.file), values=tuple((n, said(v)) for n, v in problem.values))


def withhold_in_settings(settings: Settings, hide: Hider | None, words: str) -> Settings:
    """What the dossier says of itself as it may be shown, `words` in place of a name. An address, the name of a file or
    an example of a search that holds one is dropped.
    """
    if hide is None:
        return settings
    said = {field: shown(hide(v), words) for field in _SENTENCES if (v := getattr(settings, field))}
    plain = {field: _unless_named(getattr(settings, field), hide) for field in ("contact", "forge", "folder", "logo")}
    lists = ("search_examples", "points", "loaded_words")
    listed = {field: tuple(x for x in getattr(settings, field) if not hide.hides(x)) for field in lists}
    branch = _unless_named(settings.branch, hide) or Settings().branch
    return settings.model_copy(update={**said, **plain, **listed, "branch": branch})


def withhold_in_forge(forge: Forge | None, hide: Hider | None) -> Forge | None:
    """The repository, unless a part of its address tells a name: then no link leads there."""
    if forge is None or hide is None:
        return forge
    return forge if _unless_named(f"{forge.address} {forge.branch} {forge.folder or ''}", hide) else None


def withhold_in_own(own: OwnFiles, hide: Hider | None) -> OwnFiles:
    """Pages with every name masked, in their words and in their files' names; an asset that holds one is left out."""
    if hide is None:
        return own
    pages = (WrittenPage(hide.label(page.file), hide(_without_masks(page.markdown))) for page in own.pages)
    named = {asset.path for asset in own.assets if any(map(hide.hides, (asset.path, asset.text or "")))}
    named |= {asset.path for asset in own.assets if _unless_named(asset.path, hide) is None}
    told = (Problem("error", f"{ASSETS}/{path}", None, "asset-withheld") for path in sorted(named))
    kept = tuple(asset for asset in own.assets if asset.path not in named)
    return OwnFiles(tuple(pages), kept, (*own.problems, *told))


_SENTENCES = ("name", "subject", "description", "not_covered", "footer", "keeper", "funding", "licence")


def mentions(article: Article, refs: frozenset[Ref]) -> Source | None:
    """The source with masks where entries are mentioned that are withheld; None where none is.

    A stage may know an entry by a form that no list has, such as another spelling of foreign letters.
    """
    spans: dict[int, list[tuple[int, int]]] = {}
    for thing in (x for value in vars(article.facts).values() for x in _things(value) if _ref(x) in refs):
        for found in thing.mentions if isinstance(thing, Entity) else thing.evidence:
            for piece in found.spots:
                spans.setdefault(piece.line, []).append((piece.start, piece.end))
    lines = article.cleaned.source.lines
    done = "\n".join(covered(line, spans.get(n, ())) for n, line in enumerate(lines, start=1))
    source = article.cleaned.source
    return _masked(source, done) if done != source.text else None


def _things(value: Any) -> tuple[Entity | Named, ...]:
    """What a field holds that a lexicon may know; nothing where it holds other records."""
    found = value if isinstance(value, tuple) else (value,)
    return found if isinstance(next(iter(found), None), Entity | Named) else ()


def _ref(thing: Entity | Named) -> tuple[str, str | None]:
    """By what a lexicon knows a thing; who writes is in none."""
    return (thing.kind if isinstance(thing, Entity) else "outlet"), thing.id


def withhold_in_article(
    article: Article, hide: Hider | None, refs: frozenset[Ref], themes: Container[str] | None = None
) -> Article:
    """The article without what a lexicon would bring back: entries that are withheld, and their names elsewhere.

    `themes` are those that may be shown, all unless given.
    """
    if hide is None:
        return article
    facts = _facts(article.facts, hide, refs)
    shown_themes = tuple(hit for hit in facts.themes if themes is None or hit.id in themes)
    problems = tuple(withhold_in_problem(problem, hide) for problem in article.problems)
    cleaned = _cleaned(article.cleaned, hide)
    open_ = tuple(change for change in article.changes if not _tells_of(change, article, hide))
    facts = replace(facts, themes=shown_themes)
    return replace(article, cleaned=cleaned, facts=facts, problems=problems, changes=open_)


# The fields of people and things: of these nothing is told where names are withheld, for what an editor took out may be
# somebody in a form that no list has.
_NAMED = frozenset({"people", "organisations", "places"})


def _tells_of(change: EditorialChange, article: Article, hide: Hider) -> bool:
    """True where a change would tell of a withheld name."""
    guarded = bool(article.sidecar and article.sidecar.withheld) and change.field in _NAMED
    return guarded or any(MASK in text or hide.hides(text) for text in (change.was, change.now, change.thing) if text)


def _cleaned(cleaned: Cleaned, hide: Hider) -> Cleaned:
    """Lines by rules that are called after nobody: a dossier may bring rules of its own."""
    rules = {rule: hide.label(rule) for rule in {line.rule for line in cleaned.lines}}
    if all(rule == told for rule, told in rules.items()):
        return cleaned
    return replace(cleaned, lines=tuple(replace(line, rule=rules[line.rule]) for line in cleaned.lines))


def _facts(facts: Facts, hide: Hider, refs: frozenset[Ref]) -> Facts:
    quotes = (replace(q, speaker=q.speaker and _speaker(q, hide, refs)) for q in facts.quotes)
    kept = {name: _without(value, hide, refs) for name, value in vars(facts).items() if _things(value)}
    return replace(
        facts,
        **kept,
        more={name: each_text(_without(value, hide, refs), hide) for name, value in facts.more.items()},
        quotes=tuple(replace(q, speaker_id=None) if q.speaker and MASK in q.speaker else q for q in quotes),
        attribution=tuple(x for x in facts.attribution if not hide.hides(x)),
        date=replace(facts.date, steps=tuple(_step(step, hide) for step in facts.date.steps)),
    )


def _step(step: DateStep, hide: Hide) -> DateStep:
    return replace(step, values=tuple((name, hide(value)) for name, value in step.values))


def _speaker(quote: Quote, hide: Hide, refs: Container[Ref]) -> str:
    return MASK if ("person", quote.speaker_id) in refs else hide(quote.speaker or "")


def _without(value: Any, hide: Hider, refs: Container[Ref]) -> Any:
    """A field's value without things that are a withheld entry, or called like one in name or address."""
    things = _things(value)
    if not things:
        return value
    told = (x for x in things if _ref(x) not in refs and not hide.hides((x.id or "").replace("-", " ")))
    kept = tuple(_with_role(x, hide) for x in told if MASK not in hide(x.name))
    return kept if isinstance(value, tuple) else next(iter(kept), None)


def _with_role(thing: Entity | Named, hide: Hide) -> Entity | Named:
    return replace(thing, role=thing.role and hide(thing.role)) if isinstance(thing, Entity) else thing


def distinct_names(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Masked file names told apart by a number, in the order of the files, so that no article takes another's place."""
    seen: Counter[str] = Counter()
    found = []
    for source in sources:
        seen[source.name] += 1
        stem, dot, suffix = source.name.rpartition(".")
        again = seen[source.name] > 1 and MASK in source.name
        found.append(replace(source, name=f"{stem}-{seen[source.name]}{dot}{suffix}") if again else source)
    return tuple(found)


def remains(source: Source, sidecar: Sidecar | None) -> tuple[Problem, ...]:
    """A note for each withheld name of which the text still holds a part: a short mention may need its own entry.

    It names the sidecar's line alone: the part, and the line of the text where it stands, would tell too much.
    """
    if sidecar is None:
        return ()
    left = {key(token.text) for token in tokens(source.text)}
    return tuple(
        Problem("note", name.file, name.line, "withheld-part")
        for name in sidecar.withheld
        if any(part in left for part in key(name.name).split() if len(part) > _SHORT)
    )
