"""What was measured as tables of text: one of runs, of steps, of bytes, of other engines, of how it grows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from tests.bench.growth import Growth, growth
from tests.bench.path import Measured
from tests.bench.running import Cost

# The steps before the Markdown is there; all that follow make HTML of it.
MARKDOWN = frozenset({"start", "read", "write"})
_KB, _MB = 1_000, 1_000_000


def html(measured: Measured) -> Cost:
    """What a cold run took from Markdown to the finished site."""
    steps = [step for name, step in measured.runs["cold"].steps.items() if name not in MARKDOWN]
    cpu, wall = (round(sum(step[what] for step in steps), 2) for what in ("cpu", "wall"))
    return Cost(cpu, wall, measured.runs["cold"].cost.peak_mb)


def lines(found: Sequence[Measured]) -> Iterator[str]:
    """All tables of all sizes, smallest first."""
    for measured in found:
        yield f"## {measured.articles:,} articles, {measured.pages:,} pages"
        yield from _runs(measured)
        yield from _steps(measured)
        yield from _bytes(measured)
        if measured.same is not None:
            yield f"After all changes the site {'has' if measured.same else 'HAS NOT'} the bytes of a clean build.\n"
    yield from grown(found)


def _runs(measured: Measured) -> Iterator[str]:
    own = {name: run.cost for name, run in measured.runs.items()}
    rows = {**own, "cold, Markdown to HTML": html(measured), **measured.rivals}
    yield from table(
        ("", "processor s", "wall s", "peak MB", "ms an article", "MkDocs"),
        (
            (name, f"{cost.cpu:.2f}", f"{cost.wall:.2f}", f"{cost.peak_mb:.0f}", _per(cost, measured), ratio)
            for name, cost in rows.items()
            for ratio in [_ratio(cost, measured.rivals.get("mkdocs"))]
        ),
    )


def _per(cost: Cost, measured: Measured) -> str:
    return f"{cost.cpu * 1_000 / measured.articles:.1f}"


def _ratio(cost: Cost, other: Cost | None) -> str:
    """Processor and wall as multiples of another's."""
    return f"{cost.cpu / other.cpu:.2f}, {cost.wall / other.wall:.2f}" if other else ""


def _steps(measured: Measured) -> Iterator[str]:
    names = list(dict.fromkeys(name for run in measured.runs.values() for name in run.steps))
    yield from table(
        ("processor s (wall s) by step", *measured.runs),
        ((name, *(_step(run.steps.get(name)) for run in measured.runs.values())) for name in names),
    )


def _step(step: Mapping[str, float] | None) -> str:
    return f"{step['cpu']:.2f} ({step['wall']:.2f})" if step else ""


def _bytes(measured: Measured) -> Iterator[str]:
    yield from table(
        ("", "files", "KB", "KB gzipped", "KB an article"),
        (
            (
                name,
                f"{weight.files:,}",
                f"{weight.raw / _KB:,.0f}",
                f"{weight.gzipped / _KB:,.0f}",
                f"{weight.raw / _KB / measured.articles:.1f}",
            )
            for name, weight in measured.weights.items()
        ),
    )


_GROWING: Mapping[str, Callable[[Measured], float]] = {
    "cold, processor s": lambda m: m.runs["cold"].cost.cpu,
    "cold, Markdown to HTML, processor s": lambda m: html(m).cpu,
    "unchanged, wall s": lambda m: m.runs["unchanged"].cost.wall,
    "one changed, wall s": lambda m: m.runs["changed"].cost.wall,
    "cold, peak MB": lambda m: m.runs["cold"].cost.peak_mb,
    "site, MB": lambda m: m.weights["all"].raw / _MB,
    "MkDocs, processor s": lambda m: m.rivals["mkdocs"].cpu if "mkdocs" in m.rivals else 0.0,
    "Hugo, processor s": lambda m: m.rivals["hugo"].cpu if "hugo" in m.rivals else 0.0,
}


def laws(found: Sequence[Measured]) -> dict[str, Growth]:
    """How each cost grows."""
    by_size = {name: {m.articles: of(m) for m in found} for name, of in _GROWING.items()}
    fitted = {name: growth(costs) for name, costs in by_size.items() if all(costs.values())}
    return {name: law for name, law in fitted.items() if law is not None}


def grown(found: Sequence[Measured]) -> Iterator[str]:
    """The exponents, and what a larger dossier would cost by them."""
    rows = [
        (name, f"{law.fixed:.2f}", f"{law.exponent:.2f}", *(f"{law.at(size):,.1f}" for size in (5_000, 20_000)))
        for name, law in laws(found).items()
    ]
    if rows:
        yield from table(("fixed + each * articles ^ exponent", "fixed", "exponent", "at 5,000", "at 20,000"), rows)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Columns as wide as what stands in them; the first to the left, numbers to the right."""
    told = [tuple(head), *map(tuple, rows)]
    widths = [max(map(len, column)) for column in zip(*told, strict=True)]
    for row in told:
        first, *rest = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join([first, *rest]).rstrip()
    yield ""
