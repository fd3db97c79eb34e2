"""Whatever a stranger puts into a dossier, readers see it as text: on every page of the built site, in a real browser.

Every attack that could run sets `window.planted`, and whatever is planted would show as an element that no harmless
page has, so nothing rests on the policy that would stop it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Dialog, expect
from selectolax.lexbor import LexborHTMLParser

from generator.pages.desk import Desk
from generator.reading.letters import display, squeeze
from tests import dossiers, five
from tests.browser.axe import violations
from tests.browser.conftest import OpenPage, Site, Visit, serve
from tests.browser.test_pages import wider_than_screen
from tests.once import build_site
from tests.pages.test_escape import ATTACKS

pytestmark = [pytest.mark.browser, pytest.mark.hostile]

RUN = "window.planted=1"
IMAGE = f"<img src=x onerror={RUN}>"
LIVE = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</textarea></noscript></style></template>{IMAGE}",
    f"--><script>{RUN}</script><!--",
    f"<svg onload={RUN}><animate onbegin={RUN}></svg>",
    f'"><a href=x onfocus={RUN} autofocus tabindex=1>x</a>',
    f"' onmouseover='{RUN}' x='",
    f"<![CDATA[ {IMAGE} ]]>",
    f"&lt;img src=x onerror={RUN}&gt; &#60;b&#62;",
    f"[x](javascript:{RUN})",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=data:text/html,x'><base href=//example.org/>",
    f"<math><mi xlink:href=data:x,<script>{RUN}</script>>",
    "{{ config }} {% include 'x' %} {{ 7*1234567 }} ${7*1234567}",
    f"{{: onclick={RUN} style=position:fixed #l1 .md-header }}",
    "\\u003cb\\u003e \\x3cb\\x3e %3Cb%3E",
]
FLOODS = [
    "ك" * 10_000,
    "W" * 10_000,
    "[" * 3_000 + "]" * 3_000,
    "((«" * 1_000,
    "ه" + "\u0651\u0301\u0489" * 400,
    "😀👩‍👩‍👧🇵🇸\U0010ffff\U000e0041",
    "\u202e" * 50 + "مقلوب\u2066\u2067\u2069\u200f",
    "> " * 400 + "x",
    "- " * 400 + "x",
    "*" * 1_000 + "_" * 1_000 + "`" * 1_000,
    "&" * 2_000,
    "/".join("abc" for _ in range(2_000)),
]
TEXTS = [*(a.replace("\x00", "") for a in ATTACKS), *LIVE, *FLOODS]
TAIL = "وأضافت الوزارة أن العمل مستمر في كل المحافظات الشمالية حتى نهاية الموسم."
NAMES = [
    f"{IMAGE}.txt".replace("/", ""),
    "\"quoted\" 'name'.txt",
    "two  spaces .txt",
    "hash#name.txt",
    "ask?q=1&b=2.txt",
    "%2e%2e%2fescape.txt",
    "..%00.txt",
    "نص \u202eفاتح\u202e.txt",
    "-rf.txt",
    "--strict.txt",
    "UPPER.txt",
    "upper.txt",
    "Upper_.txt",
    "con.txt",
    "index.txt",
    "...txt",
    "{{ config }}.txt",
    "{% raw %}.txt",
    "line\nbreak\ttab.txt",
    "ا" * 120 + ".txt",
    "a" * 240 + ".txt",
    "😀.txt",
    "&amp;&lt;b&gt;.txt",
    "README.md.txt",
    "C:\\x\\y.txt",
    "~.txt",
]
SIDECARS: dict[str, str | bytes] = {
    "javascript": f"url: javascript:{RUN}\naddress: ../../x\n",
    "data": f'url: "data:text/html,<script>{RUN}</script>"\naddress: /etc\n',
    "break": f"url: 'https://example.org/\" onclick=\"{RUN}'\naddress: index.html\n",
    "template": "url: 'https://example.org/{{config}}?a=b&c=[x](y)*z*'\n",
    "laughs": "a: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n",
    "tag": "title: !!python/object/apply:os.system ['true']\n",
    "deep": "title: " + "[" * 3_000 + "\n",
    "merge": "<<: {title: x}\n? [a, b]\n: c\n",
    "streams": "title: واحد\n---\ntitle: اثنان\n...\n",
    "tabs": "\ttitle:\tx\n",
    "bytes": b"title: \xff\xfe\x00\n",
    "nul": b"title: a\x00b\n",
    "number": "title: 1e999\ndate: 99999-99-99\nfacts: {figures: [{add: .inf, value: .nan}]}\n",
    "list": "- title\n- x\n",
}


def hostile_files() -> dict[str, str | bytes]:
    """Seeds and sidecars of every kind; no two texts alike, or they would be one article."""
    files: dict[str, str | bytes] = {}
    for n, text in enumerate(TEXTS):
        quoted = f"وقال سمير الحسن، مدير {text} في الوزارة: «{text} والخطة ستبدأ قريبًا» في 12 {text} قرية."
        files[f"t{n}.txt"] = f"{dossiers.TITLE} {text}\n\n{told(n)}\n\n{text}\n\n{text} {TAIL}\n\n{quoted}\n\n{text}\n"
    for n, attack in enumerate([*LIVE, FLOODS[0][:2_000], FLOODS[4], FLOODS[6]]):
        files[f"s{n}.txt"] = f"{told(1000 + n)}\n"
        files[f"s{n}.yml"] = json.dumps(given(attack), ensure_ascii=False)
    for n, name in enumerate(NAMES):
        files[name] = f"{dossiers.TITLE}\n\n{told(2000 + n)}\n"
    for n, (name, sidecar) in enumerate(SIDECARS.items()):
        files[f"y-{name}.txt"], files[f"y-{name}.yml"] = f"{dossiers.TITLE}\n\n{told(3000 + n)}\n", sidecar
    files["dossier.yml"] = yaml.safe_dump({"name": f"ملف {LIVE[2]}", "description": LIVE[7] + LIVE[14]})
    return files


def told(number: int) -> str:
    """Paragraphs that no other seed has."""
    words = " ".join(f"{word}{number}" for word in ("قرية", "بلدة", "ناحية", "مزرعة", "جمعية", "طريق", "سد", "حقل"))
    return f"{dossiers.LEDE}\n\nوشملت الجولة {words} في الأيام الماضية.\n\n{dossiers.MIDDLE}\n\n{TAIL}"


def given(attack: str) -> dict[str, Any]:
    """A sidecar with an attack wherever a person may type words."""
    named = [{"add": f"فلان {attack}", "name": f"فلان {attack}", "role": attack}]
    facts = {"people": named, "organisations": named, "places": named, "slips": [attack]}
    facts["figures"] = [{"add": "آلاف الأسر", "unit": attack, "subject": attack, "value": 7}]
    return {"title": attack, "author": attack, "outlet": attack, "note": attack, "themes": [attack], "facts": facts}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dossiers.folder(tmp_path_factory.mktemp("hostile"), hostile_files())


@pytest.fixture(scope="module")
def site(dossier: Path) -> Iterator[Site]:
    """The site of a hostile dossier; it stands in the place of the five seeds' for every test here."""
    folder = dossier.parent / "site"
    with serve(folder) as url:
        build_site(dossier, folder, url)
        yield Site(folder, url)


@pytest.fixture(scope="module")
def desk(dossier: Path) -> Desk:
    return dossiers.desk(dossier)


@pytest.fixture(scope="module")
def harmless() -> Mapping[str, set[str]]:
    """The elements and attributes that the project's own templates and scripts make."""
    laid_out = "\n".join(path.read_text("utf-8") for path in (five.ROOT / "templates").rglob("*.*") if path.is_file())
    allowed = (
        "h1 h2 h3 p a bdi mark span ins dl dt dd div ul ol li table thead tbody tr th td caption nav aside details"
    )
    more = "summary blockquote time form label input button select option fieldset legend br wbr article section"
    attributes = "id class href dir title aria-label scope datetime data-label rel markdown data-words data-index role"
    fields = "action method for type name placeholder autocomplete autocapitalize spellcheck aria-describedby value"
    rest = "maxlength aria-live hidden lang src defer open tabindex checked start"
    known = f"{attributes} {fields} {rest}".split()
    known += [f"data-{form}" for form in ("one", "two", "few", "many", "other")]
    elements, own = re.findall(r"<([a-z][a-z0-9]*)\b", laid_out), re.findall(r'[\s"]([a-z][\w-]*)="', laid_out)
    return {
        "elements": {*allowed.split(), *more.split(), *elements, "script", "noscript"},
        "attributes": {*known, *own, "download", "popover"},
    }


LOOK = """() => {
    const all = [...document.querySelectorAll('.md-content *')];
    return {
        elements: [...new Set(all.map(e => e.localName))],
        attributes: [...new Set(all.flatMap(e => e.getAttributeNames()))],
        scripts: all.filter(e => e.localName === 'script').map(e => e.outerHTML),
        links: [...document.querySelectorAll('a[href], [src]')].map(e => e.href || e.src),
        body: [...document.body.children].map(e => e.localName),
        planted: window.planted,
    };
}"""


def addresses(site: Site) -> list[str]:
    """Every page of the site that stays where it is, by its address below the base path."""
    pages = (path for path in site.folder.rglob("index.html") if not leads_on(path))
    return sorted(quote(path.parent.relative_to(site.folder).as_posix()) + "/" for path in pages)


def leads_on(path: Path) -> bool:
    """True for a page that a browser leaves before anybody sees it."""
    return LexborHTMLParser(path.read_text("utf-8")).css_first("meta[http-equiv=refresh]") is not None


def test_a_page_that_leads_on_holds_no_element_of_the_texts(site: Site) -> None:
    held = set[str]()
    for path in filter(leads_on, site.folder.rglob("index.html")):
        held |= {node.tag or "" for node in LexborHTMLParser(path.read_text("utf-8")).css("*")}
    assert held <= {"html", "head", "meta", "link", "title", "body", "main", "p", "a"}


def tour(visit: OpenPage, site: Site) -> Iterator[tuple[str, Visit]]:
    """One window at a phone's width that opens every page; a dialog is an error."""
    seen = visit("", width=360)

    def refuse(dialog: Dialog) -> None:
        seen.errors.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    seen.page.on("dialog", refuse)
    for address in addresses(site):
        seen.page.goto(site.url + address.removeprefix("./"), wait_until="load")
        yield address, seen


def test_nothing_runs_and_no_page_holds_an_element_of_the_texts(
    visit: OpenPage, site: Site, harmless: Mapping[str, set[str]]
) -> None:
    wrong = []
    for address, seen in tour(visit, site):
        found = seen.page.evaluate(LOOK)
        wrong += [f"{address}: <{e}>" for e in set(found["elements"]) - harmless["elements"]]
        wrong += [f"{address}: [{a}]" for a in set(found["attributes"]) - harmless["attributes"]]
        wrong += [f"{address}: {s}" for s in found["scripts"] if 'src="page.js"' not in s]
        wrong += [
            f"{address}: {x}" for x in found["links"] if not x.startswith(("http://127.", "https://example.org/"))
        ]
        wrong += [f"{address}: wider by {over}" for over in [wider_than_screen(seen.page)] if over > 0]
        wrong += [f"{address}: planted"] if found["planted"] is not None else []
        wrong += [f"{address}: {said}" for said in (*seen.errors, *seen.foreign)]
        seen.errors.clear()
    assert wrong == []


LINES = """() => [...document.querySelectorAll('.md-content [id]')]
    .filter(e => /^l\\d+$/.test(e.id)).map(e => {
        const copy = e.cloneNode(true);
        copy.querySelectorAll('.headerlink, .mz-editor, .mz-removed__rule, .mz-ref, .mz-copy').forEach(x => x.remove());
        return [e.id, copy.textContent];
    })"""


def shown(text: str) -> str:
    """What a reader sees of a text."""
    return squeeze(display(re.sub("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+", " ", text)))


def test_every_line_of_every_text_is_read_as_it_stands(visit: OpenPage, site: Site, desk: Desk) -> None:
    page, missing = visit("", width=360).page, []
    for entry in desk.catalogue.entries:
        page.goto(site.url + entry.address.strip("/") + "/")
        found = {id_: squeeze(text) for id_, text in page.evaluate(LINES)}
        heading = squeeze(page.locator("h1").first.text_content() or "").removesuffix("#").strip()
        for line in entry.article.cleaned.joined:
            wanted = shown(line.text)
            if wanted and found.get(f"l{line.number}", heading if line.verdict == "title" else "") != wanted:
                missing.append((entry.address, line.number, wanted[:80], found.get(f"l{line.number}", "")[:80]))
    assert missing == []


HEAD = """() => ({
    title: document.title,
    og: document.querySelector('meta[property="og:title"]').content,
    site: document.querySelector('meta[property="og:site_name"]').content,
    data: [...document.querySelectorAll('script[type="application/ld+json"]')].map(e => e.textContent),
    elements: [...new Set([...document.head.children].map(e => e.localName))].sort(),
})"""


def test_the_head_says_titles_and_names_as_they_are_typed(visit: OpenPage, site: Site, desk: Desk) -> None:
    page, name = visit("", width=360).page, shown(desk.name)
    for entry in desk.catalogue.entries:
        page.goto(site.url + entry.address.strip("/") + "/")
        title, head = shown(desk.title_of(entry.article)), page.evaluate(HEAD)
        assert squeeze(head["title"]) == f"{title} | {name}", entry.address
        assert squeeze(head["og"]) == title, entry.address
        assert squeeze(head["site"]) == name
        assert set(head["elements"]) <= {"meta", "title", "link", "script", "style"}
        facts = entry.article.facts
        [data] = [json.loads(text) for text in head["data"]] if facts.title else [{}]
        called = data.get("headline", data.get("name", ""))  # a title that the text does not state is no headline
        assert shown(called) == (shown(facts.title.text) if facts.title else "")


QUERIES = [*LIVE[:10], *FLOODS, "__proto__ constructor", "سمير <mark>", "{{ config }}"]


def test_what_is_searched_for_and_found_is_text(visit: OpenPage, site: Site) -> None:
    seen = visit("search/", width=360)
    said = seen.page.locator(":is(.mz-search__status, .mz-search__notice)", has_text=re.compile("نتيج|نتائج|لا يرد"))
    box = seen.page.locator(".mz-search__input")
    for query in QUERIES:
        seen.page.goto(f"{site.url}search/?q={quote(query[:1500])}", wait_until="load")
        said.first.wait_for()
        check_found(seen, ".mz-search")
        box.fill(f"وزارة {query}")
        box.press("Enter")
        seen.page.wait_for_timeout(300)
        check_found(seen, ".mz-search")


def test_the_search_box_shows_text_only(visit: OpenPage) -> None:
    seen = visit("articles/", width=1280)
    box, said = seen.page.locator(".mz-box input"), seen.page.locator(".mz-box__said")
    for query in ["script", "planted", "img سمير", *QUERIES[:4]]:
        box.fill("")
        expect(said).to_have_text("")
        box.fill(query)
        box.press("End")
        expect(said).not_to_have_text(re.compile("^$|يجري"))
        check_found(seen, ".mz-box__panel")


def check_found(seen: Visit, part: str) -> None:
    tags = seen.page.evaluate(f"[...document.querySelectorAll('{part} *')].map(e => e.localName)")
    names = seen.page.evaluate(f"[...document.querySelectorAll('{part} *')].flatMap(e => e.getAttributeNames())")
    assert not {"script", "img", "iframe", "b", "meta", "base", "math", "animate"} & set(tags)
    assert not {n for n in names if n.startswith("on")}
    assert seen.page.evaluate("window.planted") is None
    assert seen.errors == [] and seen.foreign == []
    assert wider_than_screen(seen.page) <= 0


@pytest.mark.parametrize("address", ["articles/s0/", "notes/", "people/"])
def test_a_page_full_of_attacks_is_accessible(visit: OpenPage, address: str) -> None:
    assert violations(visit(address, width=360).page) == []


def test_no_file_leaves_the_site(site: Site, dossier: Path) -> None:
    """Neither a name nor an address of a sidecar writes outside the folder of articles."""
    assert {p.name for p in dossier.parent.iterdir()} == {".mujaz-cache", "dossier", "site"}
    assert not Path(site.folder, "x").exists() and not Path(site.folder, "articles", "index.html").is_dir()
