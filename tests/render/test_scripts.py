"""Modules joined into one script do what they do apart, or the sentence says which line cannot be joined."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator import place
from generator.desk.terminal import sentence
from generator.render.scripts import ScriptError, scripts
from generator.render.squeezing import PLATFORM
from generator.site import files
from generator.site.files import joined_scripts
from tests import dossiers, engine, node

SAYING = """const seen = [];
export const say = (word) => void seen.push(word);
export function said() {
  return seen;
}
"""
SMALL = {
    "scripts/site.js": 'import { say, said } from "../search/say.js";\nimport { one } from "./one.js";\nsay(one);\n'
    "console.log(JSON.stringify(said()));\n",
    "scripts/early.js": "",
    "scripts/one.js": 'export const one = "another one";\n',
    "search/page.js": "",
    "search/say.js": SAYING,
    "search/one.js": 'import { say } from "./say.js";\nconst WORD = "one";\nsay(WORD);\n'
    "export { say };\nexport class One {}\n",
    "search/two.js": 'import { say } from "./one.js";\n/** Two. */\nconst WORD = "two"; // not one\nsay(WORD);\n'
    "export async function two() {\n  /* none */\n  return WORD;\n}\n",
    "search/main.js": 'import { two } from "./two.js";\nimport { One } from "./one.js";\n'
    'import { said } from "./say.js";\n'
    "two().then((word) => console.log(JSON.stringify([said(), word, typeof One])));\n",
}


def run(script: str) -> str:
    """What a classic script prints."""
    done = node.run("--eval", script)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.process
def test_modules_run_once_in_order_each_with_names_of_its_own() -> None:
    assert json.loads(run(scripts(SMALL)["search/search.js"])) == [["one", "two"], "two", "function"]


@pytest.mark.process
def test_a_module_takes_names_from_the_other_folder_and_may_have_the_name_of_one_there() -> None:
    assert json.loads(run(scripts(SMALL)["assets/site.js"])) == ["another one"]


def test_no_order_of_files_makes_a_difference() -> None:
    assert scripts(dict(reversed(SMALL.items()))) == scripts(SMALL)


def test_only_what_the_entry_needs_is_joined_and_no_comment_of_its_own_lines() -> None:
    made = scripts(SMALL | {"search/alone.js": "throw new Error();\n"})["search/search.js"]
    assert "throw" not in made
    assert "Two." not in made
    assert "none" not in made


def test_a_type_within_a_line_stays_behind() -> None:
    made = scripts(SMALL | {"search/main.js": 'const f = (/** @type {import("./say.js").Word} */ word) => word;\n'})
    assert "const A=(a)=>a;" in made["search/search.js"]


# What names can be and what they can be taken for, each with another result where one is taken wrongly.
KINDS = r"""const top = { name: "n", at: 2 };
const pattern = /[/"]\/ top/g; // top
const half = (top.at / 2) / 1 + (1 - -1);
const stray = (document) => document + 1;
const quoted = (name) => `\n ${`${name} top ${{ name }.name}`} $top { ${name /* name */}`;
async function later({ name, at: place = top.at, [name]: own = 5, ...rest }, [first, , third] = [1, 2, 3]) {
  let count = 0;
  for (const top of [1, 2]) for (const at in { top }) count += at.length + top;
  try { throw name; } catch (at) { count++; name = at + (count - -count); }
  return [name, place, own, rest, first, third, ((top) => top)(4), count > 1 ? { name, count } : name, stray(1)];
}
class Kept {
  #top = 1;
  name = half;
  constructor(top) { Object.assign(this, { top, own: () => this.#own(top) }); }
  get at() { return this.#top; }
  async name2(name) { return name; }
  #own(name) { return { name, get(top) { return top + this.name; }, "top": pattern.source }; }
}
const kept = new Kept(3);
later({ name: "a", a: 9, b: 1 }).then((all) =>
  console.log(JSON.stringify([all, top, half, quoted("q"), kept, kept.at, kept.own().get(1), kept.own()])),
);
"""


@pytest.mark.process
def test_shorter_names_change_nothing_that_a_script_does() -> None:
    made = scripts(SMALL | {"search/main.js": KINDS})["search/search.js"]
    assert len(made) < 0.8 * len(KINDS)
    assert json.loads(run(made)) == json.loads(run(KINDS))


_TYPES = "Array<T> Boolean CallableFunction Function IArguments NewableFunction Number Object RegExp String"


@pytest.mark.process
def test_every_name_in_the_sites_scripts_is_declared_in_them_or_kept(tmp_path: Path) -> None:
    """A short name that nothing declares is one of browsers' that lacks in `generator/render/squeezing.py`."""
    types = "".join(f"interface {name} {{}}" for name in _TYPES.split())
    for at, text in enumerate((*joined_scripts().values(), "lacks();")):
        (tmp_path / f"{at}.js").write_text(text, encoding="utf-8")
    (tmp_path / "types.d.ts").write_text(types, encoding="utf-8")
    assert node.undeclared(*tmp_path.iterdir()) - PLATFORM == {"lacks"}


def test_a_script_that_changes_is_joined_anew_in_the_same_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who has a site rebuilt on every change sees the change."""
    shutil.copytree(place.ASSETS, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(files, "ASSETS", tmp_path)
    before = joined_scripts()
    with (tmp_path / "scripts" / "early.js").open("a", encoding="utf-8") as script:
        script.write("globalThis.document.title = 'changed';\n")
    assert {name for name, text in joined_scripts().items() if before[name] != text} == {"assets/early.js"}


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("main.js", 'import * as all from "./say.js";', "main.js:1: joined are only `import { a, b }"),
        ("main.js", 'import { say as s } from "./say.js";', "main.js:1: joined are only"),
        ("main.js", 'import "./say.js";', "main.js:1: joined are only"),
        ("main.js", 'import { say } from "elsewhere";', "main.js:1: joined are only"),
        ("main.js", 'import { say } from "./say.js";\nimport { said } from "./say.js";', "main.js:2: joined are only"),
        ("main.js", '\nconst late = import("./say.js");', "main.js:2: joined are only"),
        ("main.js", "const here = import.meta.url;", "main.js:1: joined are only"),
        ("say.js", "export default 7;", "say.js:1: joined are only"),
        ("say.js", "export let changing = 7;", "say.js:1: joined are only"),
        ("say.js", 'export * from "./one.js";', "say.js:1: joined are only"),
        ("say.js", 'const a = 1;\n  export { a } from "./one.js";', "say.js:2: joined are only"),
        ("say.js", "const text = `one\ntwo`;", "say.js:1: a comment beside code, a text"),
        ("say.js", 'const text = "one\\\ntwo";', "say.js:1: a comment beside code, a text"),
        ("say.js", "/* one\n two */ const three = 3;", "say.js:2: a comment beside code, a text"),
        ("say.js", "const a = 1; /* one\n// two */", "say.js:1: a comment beside code, a text"),
        ("say.js", "const a = /b.*/; /* one */ /* two", "say.js:1: a comment beside code, a text"),
        ("say.js", "/* one */ const a = 1; /* two */", "say.js:1: a comment beside code, a text"),
        ("say.js", "function a(b) {\n  switch (b) {\n  }\n}", "say.js:2: a `switch`, a `var`"),
        ("say.js", "const { a, b } = {};", "say.js:1: a `switch`, a `var`"),
        ("say.js", "let a, b;", "say.js:1: a `switch`, a `var`"),
        ("say.js", "function a() {\n  out: for (;;) break out;\n}", "say.js:2: a `switch`, a `var`"),
        (
            "main.js",
            'import { none } from "./none.js";',
            "search/main.js needs search/none.js, and there is no such file",
        ),
        (
            "main.js",
            'import { say, two } from "./say.js";',
            "search/main.js takes two from search/say.js, which does not export it",
        ),
        (
            "say.js",
            'import { two } from "./two.js";',
            "search/main.js needs search/two.js needs search/one.js needs search/say.js needs search/two.js;",
        ),
    ],
)
def test_what_cannot_be_joined_is_refused_with_its_place(name: str, text: str, said: str) -> None:
    with pytest.raises(ScriptError, match="docs/assets/") as refused:
        scripts(SMALL | {f"search/{name}": text})
    assert said in sentence(refused.value, dossiers.TERMINAL)


_AS_WORKER = """
const { readFileSync } = require("node:fs");
const [script, folder] = JSON.parse(readFileSync(0, "utf8"));
globalThis.fetch = async (url) => new Response(readFileSync(`${folder}/${new URL(url).pathname.split("/").at(-1)}`));
globalThis.self = {
  location: { href: "https://example.org/search/search.js" },
  postMessage: ({ found }) => console.log(JSON.stringify(found.map(({ url }) => url))),
  addEventListener: (type, listener) => listeners.push(listener),
};
const listeners = [];
require("node:vm").runInThisContext(script);
for (const data of [{ root: null }, { ask: 1, text: "سجون" }]) listeners.forEach((listener) => listener({ data }));
"""


@pytest.mark.process
def test_the_sites_script_answers_the_box_as_the_modules_do(tmp_path: Path) -> None:
    documents = [engine.body(name, text) for name, text in (("a", "سجون المدينة"), ("b", "حقول"), ("c", "سجون سجون"))]
    (answer,) = engine.answers(tmp_path, documents, ["سجون"])
    script = joined_scripts()["search/search.js"]
    done = node.run("--eval", _AS_WORKER, said=json.dumps([script, str(tmp_path)]))
    assert json.loads(done.stdout) == [hit["url"] for hit in answer["hits"]] == ["c", "a"], done.stderr
