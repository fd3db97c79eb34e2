"""What the theme says: a language file made of the interface's messages, in the form in which themes have theirs.

`frame.X` is `X` there; `search.X`, of which the box at the head of every page says some, is `mz.search.X`, for the
frame has names of that kind.
"""

from __future__ import annotations

import html
import json
from collections.abc import Iterator

from generator.lexicon.wording import Messages

_OWN, _SEARCH = "frame.", "search."


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
