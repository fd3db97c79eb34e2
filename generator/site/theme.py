"""What the theme says: a language file made of the interface's messages, in the form in which themes have theirs.

`frame.X` is `X` there; `search.X`, of which the box at the head of every page says some, is `mz.search.X`, for the
frame has names of that kind. What scripts alone say is in the script of every page.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterable, Iterator

from generator.lexicon.wording import Messages

_OWN, _SEARCH = "frame.", "search."
# What the scripts of every page say, by the names under which its parts ask for it.
_BOX = {
    "waiting": "loading",
    "broken": "broken.box",
    "all": "all",
    "further": "further",
    "recent": "recent",
    "remove": "recent.remove",
    "clear": "recent.clear",
    "close": "close",
    "shortcut": "shortcut",
}
_STATUS = {
    "link": "link",
    "quote": "quote",
    "share": "share",
    "cited": "cited",
    "done": "done",
    "doneQuote": "done.quote",
    "doneCited": "done.cited",
    "failed": "failed",
}
_CHOICES = {"scheme": ("device", "light", "dark"), "face": ("naskh", "sans"), "size": ("small", "medium", "large")}
_WORDS = '"@words@"'


def language_file(wording: Messages) -> dict[str, str]:
    """The theme's language file by its path below the folder of templates."""
    said = {"language": wording.language, "direction": wording.direction, **dict(_told(wording))}
    table = json.dumps(said, ensure_ascii=False, indent=2)
    text = f"{{% macro t(key) %}}{{{{ {table}[key] }}}}{{% endmacro %}}\n"
    return {f"partials/languages/{wording.language}.html": text}


def _told(wording: Messages) -> Iterator[tuple[str, str]]:
    """What templates may ask for, escaped, for they print it as it is."""
    for key, message in wording.messages.items():
        if isinstance(message, str) and key.startswith((_OWN, _SEARCH)):
            yield key.removeprefix(_OWN) if key.startswith(_OWN) else f"mz.{key}", html.escape(message)


def spoken(script: str, wording: Messages) -> str:
    """A script with what it says: 2.2 KB of each page stood in the frame for scripts alone."""
    said = {
        "box": {name: wording.messages[f"search.{key}"] for name, key in _BOX.items()},
        "status": {name: wording.messages[f"frame.copy.{key}"] for name, key in _STATUS.items()},
        "reading": [_choice(wording, name, values) for name, values in _CHOICES.items()],
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return script.replace(_WORDS, json.dumps(text, ensure_ascii=False))


def _choice(wording: Messages, name: str, values: Iterable[str]) -> tuple[str, object, list[tuple[str, object]]]:
    """A choice of the reading menu: its name, what it is called, its values with theirs."""
    said = {key: wording.messages[f"frame.reading.{key}"] for key in (name, *values)}
    return name, said[name], [(value, said[value]) for value in values]
