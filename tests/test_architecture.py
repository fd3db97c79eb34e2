"""The shape of the code: one direction, pure stages, small pieces, words in data."""

from __future__ import annotations

import ast
import re
import statistics
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from generator.reading import clitics

ROOT = Path(__file__).parents[1]
FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "generator").rglob("*.py"))
}
# The order of the rooms: each imports those before it. Render and search stand side by side.
ROOMS = (
    "model",
    "place",
    "reading",
    "lexicon",
    "source",
    "clean",
    "facts",
    "catalogue",
    "check",
    "pages",
    "render",
    "search",
    "site",
)
# Stages that share through reading, lexicon and model, never with each other.
STAGES = ("source", "clean", "facts")
# May import all: the conductor, the commands, the desk.
FREE = {"articles", "build", "cli", "desk", "start", "__main__"}
# Those that touch the world: files, processes, the console, a server.
IMPURE = {
    "generator.start",
    "generator.desk.add",
    "generator.desk.fetch",
    "generator.place",
    "generator.source.own",
    "generator.source.formats.apart",
    "generator.source.formats.child",
    "generator.source.read",
    "generator.source.folder",
    "generator.source.history",
    "generator.site.hold",
    "generator.lexicon.loading",
    "generator.reading.files",
    "generator.site.write",
    "generator.site.assembly",
    "generator.site.outputs",
    "generator.site.making",
    "generator.site.holdings",
    "generator.site.lineage",
    "generator.site.fingerprint",
    "generator.site.keeping",
    "generator.site.engine",
    "generator.site.files",
    "generator.site.finish",
    "generator.site.sitemap",
    "generator.site.offline",
    "generator.site.press.run",
    "generator.site.press.sitemap",
    "generator.site.press.statics",
    "generator.site.press.trees",
    "generator.site.publish",
    "generator.cli",
    "generator.site.serve",
    "generator.search.jsonlines",
    "generator.desk.commits",
    "generator.desk.explained",
    "generator.desk.new",
    "generator.desk.searching",
    "generator.desk.suggest",
    "generator.desk.terminal",
}


@cache
def nodes(name: str) -> tuple[ast.AST, ...]:
    """A module's tree and all that is in it: read and walked once, and not before a test asks."""
    return tuple(ast.walk(ast.parse(FILES[name].read_text("utf-8"))))


def tree_of(name: str) -> ast.Module:
    tree = nodes(name)[0]
    assert isinstance(tree, ast.Module)
    return tree


@cache
def imports(name: str) -> tuple[str, ...]:
    """Every module that a module imports."""
    return tuple(_imports(name))


def _imports(name: str) -> Iterator[str]:
    for node in nodes(name):
        if isinstance(node, ast.Import):
            yield from (a.name for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            whole = (f"{node.module}.{a.name}" for a in node.names)
            yield from (each if each in FILES else node.module for each in whole)


def needed(name: str) -> set[str]:
    """What a module imports of the generator."""
    return {module for module in imports(name) if module.startswith("generator")}


def room(module: str) -> str:
    """The room of a module; a flat module is one by itself."""
    return module.split(".")[1] if "." in module else ""


def test_every_module_has_a_room_and_few_are_flat() -> None:
    flat = {path.stem for path in (ROOT / "generator").glob("*.py")}
    assert flat == {"__init__", "__main__", "articles", "build", "cli", "place", "start"}
    assert {room(name) for name in FILES} - {"", *FREE} == set(ROOMS)


def test_a_room_imports_only_those_before_it() -> None:
    for name in FILES:
        here = room(name)
        for module in needed(name) if here and here not in FREE else ():
            there = room(module)
            assert there in ROOMS, (name, module)
            assert ROOMS.index(there) <= ROOMS.index(here), (name, module)


def test_stages_do_not_import_each_other() -> None:
    crossing = {
        (name, module)
        for name in FILES
        for module in needed(name)
        if room(name) in STAGES and room(module) in STAGES and room(name) != room(module)
    }
    assert crossing == set()


def test_only_the_conductor_calls_stages_and_only_commands_call_it() -> None:
    for name in FILES:
        if "generator.build" in needed(name):
            assert room(name) in {"cli", "desk"}, name
        if "generator.cli" in needed(name):
            assert name == "generator.__main__"


def test_no_two_modules_need_each_other() -> None:
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " needs ".join((*above[above.index(name) :], name))
        if name not in done:
            for module in sorted(needed(name) & set(FILES)):
                if not (module == name or name.startswith(f"{module}.") or module.startswith(f"{name}.")):
                    visit(module, (*above, name))
            done.add(name)

    for name in FILES:
        visit(name, ())


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("jinja2", {"generator.render.compiled", "generator.render.markdown"}),
        ("PIL", {"generator.render.preview"}),
        ("click", {"generator.cli", "generator.desk.ends", "generator.desk.terminal"}),
        (
            "subprocess",
            {
                "generator.site.engine",
                "generator.source.history",
                "generator.source.formats.apart",
                "generator.desk.commits",
            },
        ),
        ("random", set()),
        ("time", {"generator.site.serve", "generator.desk.report"}),
        ("locale", set()),
        ("requests", set()),
        ("urllib.request", {"generator.desk.fetch"}),
        ("socket", {"generator.desk.fetch"}),
        ("pickle", set()),
    ],
)
def test_a_tool_is_used_in_its_one_place(package: str, allowed: set[str]) -> None:
    assert {name for name in FILES if package in set(imports(name))} <= allowed


def test_one_module_knows_where_things_lie() -> None:
    """A second one would be wrong for an installed package, where what is not code lies elsewhere."""
    asking = {name for name in FILES for x in nodes(name) if isinstance(x, ast.Name) and x.id == "__file__"}
    assert asking == {"generator.place"}


def dotted(node: ast.AST) -> str:
    """A name with what is asked of it: a.b.c; what is no name stands as nothing."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def calls(name: str) -> Iterator[str]:
    """Whatever a module calls or asks of a name; what is asked and called ends in ()."""
    for node in nodes(name):
        if isinstance(node, ast.Attribute):
            yield dotted(node)
        elif isinstance(node, ast.Call):
            yield node.func.id if isinstance(node.func, ast.Name) else f"{dotted(node.func)}()"


WORLD = re.compile(
    r"^(print|open|input|exec|eval|globals|os\.environ|os\.getenv|os\.getcwd)$|sys\.std|"
    r"(date|datetime|time)\.(today|now|utcnow|time)$|Path\.cwd"
)
# What is asked of a path that looks at the disk or changes it.
FILE = re.compile(
    r"\.((read|write)_(text|bytes)|iterdir|r?glob|exists|is_(file|dir|symlink)|l?stat|touch|mkdir|unlink|rmdir|"
    r"samefile|(sym|hard)link_to)$|\.(open|walk)\(\)$"
)


def test_what_is_pure_has_no_clock_no_file_no_console() -> None:
    called = [(name, call) for name in sorted(set(FILES) - IMPURE) for call in calls(name)]
    assert [(name, call) for name, call in called if WORLD.search(call)] == []
    # Loaders of lexicons read their own YAML through loading.py.
    own = [(name, call) for name, call in called if not name.startswith("generator.lexicon")]
    assert [(name, call) for name, call in own if FILE.search(call)] == []


def test_those_that_touch_the_world_are_no_more_than_do() -> None:
    """A module that no longer does is held to be pure like the rest."""
    touch = {name for name in FILES if any(WORLD.search(call) or FILE.search(call) for call in calls(name))}
    assert {name for name in IMPURE if name not in touch and "subprocess" not in imports(name)} == set()


def test_no_cache_of_a_function_holds_a_lexicon() -> None:
    """It would hold each that a served site reads anew; answers are kept on the lexicon, by `kept_on_lexicon`."""
    held = []
    for name in FILES:
        lexicons = _lexicon_names(name)
        for node in nodes(name):
            if isinstance(node, ast.FunctionDef) and re.search(r"\bcache\b|lru_cache", _decorators(node)):
                kinds = {x.id for arg in node.args.args for x in ast.walk(arg) if isinstance(x, ast.Name)}
                held += [f"{name}.{node.name}"] * bool(kinds & lexicons)
    assert held == []


def _decorators(node: ast.FunctionDef) -> str:
    return " ".join(map(ast.unparse, node.decorator_list))


def _lexicon_names(name: str) -> set[str]:
    """What a module has from the lexicons by name."""
    found = (x for x in nodes(name) if isinstance(x, ast.ImportFrom) and (x.module or "").startswith("generator.lex"))
    return {alias.name for node in found for alias in node.names}


def test_what_nobody_sees_is_listed_once() -> None:
    """Marks of direction and joining, and list signs: a second list would miss what the first one knows."""
    unseen = re.compile(r"\\u(200[b-f]|202[a-e]|206[6-9])|[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
    texts = {name: path.read_text("utf-8") for name, path in FILES.items()}
    assert [name for name, text in texts.items() if unseen.search(text)] == ["generator.reading.letters"]
    assert [name for name, text in texts.items() if "○▪" in text] == ["generator.reading.marks"]


CHANGING = {"append", "add", "update", "extend", "pop", "clear", "setdefault", "remove", "insert"}


def state(name: str) -> Iterator[str]:
    """Global statements, and whatever changes a module's own list, set or dict."""
    own = {
        target.id
        for node in tree_of(name).body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for node in nodes(name):
        if isinstance(node, ast.Global | ast.Nonlocal):
            yield ast.unparse(node)
        elif isinstance(node, ast.Call) and isinstance(called := node.func, ast.Attribute) and called.attr in CHANGING:
            yield from [ast.unparse(node)] if isinstance(called.value, ast.Name) and called.value.id in own else []


def test_no_module_keeps_state() -> None:
    assert [(name, kept) for name in FILES for kept in state(name)] == []


def test_nothing_is_caught_unnamed() -> None:
    for name in FILES:
        for node in nodes(name):
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, name
                assert "Exception" not in re.findall(r"\w+", ast.unparse(node.type)), name


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its lines of code, its docstring not counted."""
    for name in FILES:
        for node in nodes(name):
            if isinstance(node, ast.FunctionDef):
                said = node.body[0] if ast.get_docstring(node) else None
                lines = (node.end_lineno or 0) - node.lineno + 1
                yield f"{name}.{node.name}", lines - (((said.end_lineno or 0) - said.lineno + 1) if said else 0)


def test_functions_are_short() -> None:
    sizes = dict(functions())
    assert {name: lines for name, lines in sizes.items() if lines > 40} == {}
    assert statistics.median(sizes.values()) <= 8


def test_files_are_short() -> None:
    sizes = {name: path.read_text("utf-8").count("\n") for name, path in FILES.items()}
    assert {name: lines for name, lines in sizes.items() if lines > 400} == {}
    assert sum(lines > 250 for lines in sizes.values()) <= len(sizes) / 10, "the aim is 250"


def test_every_module_and_public_name_says_what_it_is() -> None:
    for name in FILES:
        tree = tree_of(name)
        assert ast.get_docstring(tree), name
        for node in tree.body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                assert ast.get_docstring(node), (name, node.name)


WORD = re.compile("[\u0621-\u064a]{4,}")


def word_lists(name: str) -> Iterator[str]:
    """Collections of Arabic words, and patterns that choose among some. Letters and endings are no words."""
    for node in nodes(name):
        if isinstance(node, ast.List | ast.Tuple | ast.Set | ast.Dict):
            held = [n.value for n in ast.walk(node) if isinstance(n, ast.Constant)]
            if sum(bool(WORD.search(x)) for x in held if isinstance(x, str)) > 1:
                yield ast.unparse(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "|" in node.value:
            choices = re.sub(r"\[[^\]]*\]", "", node.value).split("|")
            if sum(bool(WORD.search(choice)) for choice in choices) > 1:
                yield node.value


def test_arabic_words_are_data() -> None:
    named = set(FILES) - {"generator.reading.letters"}
    assert [(name, words) for name in sorted(named) for words in word_lists(name)] == []


ROWS = [
    value
    for name, value in vars(clitics).items()
    if name[0] != "_" and isinstance(value, str | tuple) and name.isupper()
]
CLITICS = {each for row in ROWS for each in ((row,) if isinstance(row, str) else row)} - {""}
# Of more than a letter, but for those that are the endings of other words too: «ها», «هم», and «يا» of countries.
LONG = {each for each in CLITICS if len(each) > 1} - {*clitics.PRONOUNS_OF_VERBS, clitics.CALL}
# How feminine nouns end once folded, and adjectives of relation: no pronouns there.
ENDINGS = {"ه", "ي"}


def spelled_clitics(name: str) -> Iterator[str]:
    """Rows made of clitics alone, by letters or by letters and names, and longer clitics by themselves."""
    for node in nodes(name):
        if isinstance(node, ast.Constant) and node.value in LONG:
            yield ast.unparse(node)
        elif isinstance(node, ast.Tuple | ast.List | ast.Set):
            written = {each.value for each in node.elts if isinstance(each, ast.Constant)} - {""}
            rest = {dotted(each) for each in node.elts if not isinstance(each, ast.Constant)}
            if written <= CLITICS and rest <= vars(clitics).keys() and len(written | rest) > 1 and written - ENDINGS:
                yield ast.unparse(node)


def test_rows_of_clitics_stand_in_one_table() -> None:
    """A row has a name and a reason there, so that a clitic more is a clitic more for all who mean the same."""
    named = set(FILES) - {clitics.__name__}
    assert [(name, row) for name in sorted(named) for row in spelled_clitics(name)] == []


TEMPLATES = sorted((ROOT / "templates/pages").glob("*.j2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_do_layout_only(path: Path) -> None:
    text = path.read_text("utf-8")
    code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", text, re.DOTALL))
    assert re.findall(r"\|\s*(\w+)", code) == [], "filters sort, choose and count: that is done in generator/pages"
    assert not re.search(r"\{%-?\s*set |\bsafe\b|autoescape|\braw\b", code)
    assert not re.search("[\u0621-\u064a]", text), "words of the interface are data"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_markdown_blocks_of_templates_have_no_loose_html(path: Path) -> None:
    """A tag that is opened in a template is closed in it."""
    text = re.sub(r"\{[{%#].*?[%}#]\}", "", path.read_text("utf-8"), flags=re.DOTALL)
    opened = re.findall(r"<([a-z][a-z0-9]*)\b[^>]*>", text)
    closed = re.findall(r"</([a-z][a-z0-9]*)>", text)
    for tag in set(opened) - {"br", "input", "link", "meta"}:
        assert opened.count(tag) == closed.count(tag), tag


def test_every_kind_of_page_has_its_template() -> None:
    kinds = set()
    for name in FILES:
        if name.startswith("generator.pages"):
            for node in nodes(name):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "Page":
                    kinds |= {
                        k.value.value for k in node.keywords if k.arg == "kind" and isinstance(k.value, ast.Constant)
                    }
    names = {path.name.removesuffix(".md.j2") for path in TEMPLATES}
    assert {str(kind) for kind in kinds} <= names


def test_stages_stand_in_the_order_of_the_design() -> None:
    """They are named in the order in which they run."""
    text = FILES["generator.articles"].read_text("utf-8")
    body = text[text.index("def article_of") : text.index("def without_known")]
    order = [
        body.index(f" {name}(") if f" {name}(" in body else body.index(f"{name}(")
        for name in ("clean.clean", "extract", "check")
    ]
    assert all(a < b for a, b in pairwise(order))


# Names that several modules give a function, and what those are: each is called by its module's name or a table's.
SHARED = {
    "find": "generator.facts",  # a field's finder, in its row of the table
    "drafts": "generator.pages",  # a kind's pages, in its row of the table of kinds
    "read": "generator.source.formats",  # a format of seeds, in its row of the registry
    "schema": r"generator.(pages.briefing|render.data)",  # of the record that the module holds
    # A verdict's rule; a fact by an editor's word, and in words for the console, each in its row.
    **dict.fromkeys(("date", "figure", "named", "quote"), r"generator.facts.(made|said)"),
    # A command, and what it runs.
    **dict.fromkeys(("generate", "site"), r"generator.(cli|build)"),
    "index": r"generator.(cli|search)",
    "serve": r"generator.(cli|site.serve)",
}


def test_no_two_public_functions_bear_one_name() -> None:
    """Whoever meets a function in another module knows which it is, and what it does; SHARED holds no name in vain."""
    bearers: dict[str, list[str]] = {}
    for name in FILES:
        for node in tree_of(name).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                bearers.setdefault(node.name, []).append(name)
    several = {function: names for function, names in bearers.items() if len(names) > 1}
    assert several.keys() == SHARED.keys()
    assert [name for function, names in several.items() for name in names if not re.match(SHARED[function], name)] == []


def classes() -> list[tuple[str, ast.ClassDef]]:
    return [(name, node) for name in FILES for node in nodes(name) if isinstance(node, ast.ClassDef)]


def test_no_two_classes_bear_one_name() -> None:
    """One word, one meaning: whoever meets a class in a signature knows which it is."""
    found = classes()
    counted = Counter(node.name for _, node in found)
    assert [(name, node.name) for name, node in found if counted[node.name] > 1] == []


def test_no_two_classes_hold_the_same_fields() -> None:
    """Two records of the same fields are one thing declared twice."""
    held: dict[tuple[str, ...], list[str]] = {}
    for name, node in classes():
        fields = sorted(
            each.target.id
            for each in node.body
            if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
        )
        if fields:
            held.setdefault(tuple(fields), []).append(f"{name}.{node.name}")
    assert {fields: names for fields, names in held.items() if len(names) > 1} == {}


# A body of less than a line says too little to be the same thing by more than chance.
_WORTH_SHARING = 60


def test_no_function_stands_twice() -> None:
    """The same body under two names is one function, to be written once where both can see it."""
    bodies: dict[str, list[str]] = {}
    for name in FILES:
        for node in nodes(name):
            if isinstance(node, ast.FunctionDef):
                body = "\n".join(ast.dump(each) for each in node.body[1 if ast.get_docstring(node) else 0 :])
                if len(body) > _WORTH_SHARING:
                    bodies.setdefault(body, []).append(f"{name}.{node.name}")
    assert [names for names in bodies.values() if len(names) > 1] == []
