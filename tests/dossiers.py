"""Small dossiers for tests: made of sentences written for them, in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from generator import build
from generator.articles import article_of
from generator.catalogue.groups import Entry
from generator.catalogue.meeting import Met, met
from generator.catalogue.traces import Tracer
from generator.desk import single
from generator.desk.terminal import terminal_words
from generator.facts.table import SIDECAR
from generator.lexicon import load_lexicon
from generator.model import Article, Draft, Page, Problem, Sidecar, Source, Withheld
from generator.model.files import FileDraft
from generator.pages.desk import Desk
from generator.pages.grounds import Grounds
from generator.place import DATA
from generator.source.sidecar import parse_sidecar
from generator.source.withholding.hider import Hider
from generator.source.withholding.protect import protection
from generator.source.withholding.withhold import withhold, withhold_in_sidecar
from tests import five

# With the themes of the five, whose examples are tried by the tests of themes, not for every dossier.
LEXICON = replace(load_lexicon(DATA, five.LEXICON), brought=())
TERMINAL = terminal_words("en")

TITLE = "وزارة الزراعة تعلن خطة جديدة لدعم مزارعي القمح في الشمال"
LEDE = (
    "أعلنت وزارة الزراعة اليوم الأربعاء خطة جديدة لدعم مزارعي القمح في المحافظات الشمالية، تشمل توزيع البذار"
    " والأسمدة بأسعار مخفضة على آلاف الأسر الريفية."
)
MIDDLE = (
    "وقال سمير الحسن، مدير الإنتاج النباتي في الوزارة، إن الخطة ستبدأ مع مطلع الموسم المقبل، وإن الجمعيات الفلاحية"
    " ستتولى توزيع المستلزمات على المستحقين في القرى البعيدة."
)
END = "وأضاف أن لجانًا محلية ستراقب التنفيذ، وأن نتائج المرحلة الأولى ستُعرض على البرلمان بعد انتهاء موسم الحصاد."
ARTICLE = f"{TITLE}\n\n{LEDE}\n\n{MIDDLE}\n\n{END}\n"


def folder(home: Path, files: Mapping[str, str | bytes]) -> Path:
    """A dossier folder that holds these files and nothing else."""
    made = home / "dossier"
    made.mkdir(parents=True)
    for name, content in files.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return made


def met_in(entries: Sequence[Entry]) -> Met:
    """What may be of one thing in some articles."""
    tracer = Tracer(LEXICON)
    return met(entries, [tracer.of(entry.article) for entry in entries], tracer)


def desk(dossier: Path) -> Desk:
    return build.gather(dossier, LEXICON)


def pages_by(drafts: Callable[[Grounds], Iterable[Draft]], desk: Desk) -> list[Page]:
    """The pages of a kind, made."""
    return [draft.make() for draft in drafts(Grounds(desk))]


def written(files: Iterable[FileDraft]) -> dict[str, str]:
    """What files hold that are text, by their paths."""
    return {file.path: text for file in files if isinstance(text := file.make(), str)}


def alone(file: Path) -> Article | Problem:
    """A text by itself, with what the sidecars of its folder protect."""
    return single.article_at(file, LEXICON, single.beside([file])[file.parent].guard)


def rules(dossier: Path) -> dict[str, list[str]]:
    """The rules of a dossier's problems by file."""
    found: dict[str, list[str]] = {}
    for problem in desk(dossier).catalogue.problems:
        found.setdefault(problem.file, []).append(problem.rule)
    return found


def sidecar(text: str) -> Sidecar:
    return parse_sidecar("a.yml", text, LEXICON.themes.by_id, LEXICON.withholding.protection, SIDECAR)[0]


def article(text: str = ARTICLE, given: str | None = None) -> Article:
    """A text with a sidecar as an article, by the real stages."""
    source = Source("a.txt", "0" * 64, "utf-8", text)
    said = sidecar(given) if given else None
    hide = hiding(*(x.name for x in said.withheld) if said else ())
    return article_of(LEXICON, (withhold(source, hide), said and withhold_in_sidecar(said, hide)))


@lru_cache(maxsize=64)
def hiding(*names: str) -> Hider | None:
    """What masks some names."""
    return protection((Withheld(name, "a.yml", 1) for name in names), (), (), LEXICON).hide
