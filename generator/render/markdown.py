"""Page to Markdown: the only user of Jinja. Whatever a template prints goes through the one escape."""

from __future__ import annotations

import traceback
from collections import deque
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from markupsafe import Markup

from generator.model import Forward, Page
from generator.model.addresses import relative
from generator.model.fault import CommandError
from generator.model.files import MARKER
from generator.pages.desk import Desk
from generator.pages.escape import escape, isolate
from generator.pages.previews import Preview
from generator.reading.masks import shown
from generator.render.compiled import Compiled
from generator.render.frontmatter import front_matter

_SUFFIX = ".j2"


class Templates(Environment):
    """Our templates, compiled in our way."""

    code_generator_class = Compiled


@lru_cache(maxsize=8)
def environment(templates: Path, direction: str = "rtl") -> Templates:
    """The Jinja environment for page templates: undefined names fail, every printed value is escaped.

    `direction` is how the interface is written: what runs against it is isolated. Kept, since reading all templates
    takes half a second, longer than a small dossier; Jinja reads one anew whose file has changed.
    """
    made = Templates(
        loader=FileSystemLoader(templates),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["isolate"] = partial(isolate, direction=direction)
    return made


class LayoutError(CommandError):
    """A template that cannot be used."""


def _laid_out(made: Environment, name: str, **values: Any) -> str:
    """A template filled in. Raises LayoutError; faults of the wording pass as they are."""
    try:
        return made.get_template(name).render(**values)
    except (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise LayoutError("layout.broken", place=f"templates/pages/{_place_of(error, name)}", reason=said) from error


def _place_of(error: BaseException, name: str) -> str:
    """The file and line of a template that an error arose in, as far as it tells."""
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name or name}:{error.lineno}"
    steps = (step for step in traceback.extract_tb(error.__traceback__) if step.filename.endswith(_SUFFIX))
    last = deque(steps, maxlen=1)
    return f"{Path(last[0].filename).name}:{last[0].lineno}" if last else name


def render(page: Page, desk: Desk, made: Environment, preview: Preview | None = None) -> str:
    """A page as Markdown with front matter, ending in one line end. Raises LayoutError."""
    text = _laid_out(
        made,
        f"{page.kind}.md{_SUFFIX}",
        page=page,
        say=desk.say,
        day=desk.day,
        digits=desk.number,
        href=lambda target: escape(relative(page.address, target)),
        **page.context,
    )
    words = desk.say("withheld")
    body: str = shown(text.strip(), str(escape(words)))
    return f"---\n# {MARKER}\n{front_matter(page, words, preview)}---\n\n{body}\n"


def render_forward(forward: Forward, title: str, desk: Desk, made: Environment) -> str:
    """A finished page that leads on to another, of that title, by itself and by a link for whom it does not move; of a
    thing without a page to its words, in as few bytes as that takes, for there are many.
    """
    way = Markup.escape(relative(forward.address, forward.target))  # no reader of Markdown sees it
    text = _laid_out(
        made,
        f"{'named' if forward.name else 'forward'}.html{_SUFFIX}",
        way=way,
        canonical=way.partition("#")[0] if desk.url else "",
        title=title,
        say=desk.say,
        site=desk.name,
        marker=MARKER,
        language=desk.lexicon.wording.language,
        direction=desk.lexicon.wording.direction,
    )
    told: str = shown(text, str(escape(desk.say("withheld"))))
    return f"{told.rstrip()}\n"
