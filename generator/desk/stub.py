"""A sidecar ready to paste: a line for each field that the text leaves open, with what is known as its value.

Every value is quoted, and every line says in Arabic and English what it is for.
"""

from __future__ import annotations

from generator.desk.terminal import terminal_words
from generator.lexicon.wording import Wording
from generator.model import Article
from generator.model.addresses import stem_of
from generator.pages.correcting import doubtful
from generator.pages.proposed import scalar
from generator.reading.letters import display
from generator.reading.masks import shown


def stub(article: Article, wording: Wording) -> str:
    """The sidecar of an article's doubtful fields; only a heading where nothing is in doubt."""
    both = (terminal_words("ar"), terminal_words("en"))
    withheld = wording.say("withheld")
    name = shown(f"{stem_of(article.name)}.yml", withheld)
    lines = [
        f"# {display(name)}",
        *(
            f"{key}: {scalar(shown(value, withheld))}  # {' / '.join(words.say(f'stub.{key}') for words in both)}"
            for key, value in doubtful(article)
        ),
    ]
    return "\n".join([*lines, ""])
