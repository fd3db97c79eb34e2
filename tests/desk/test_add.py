"""Files and pages come into a dossier as they are, once, beside what is there; the web is a server of this machine."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.desk.add import add_seed
from generator.desk.fetch import FetchError, fetch, is_private
from generator.desk.terminal import LANGUAGES, sentence, terminal_words
from generator.model.fault import CommandError
from generator.source.read import read_sidecars
from tests import dossiers

HEAD = '<html><head><title>{0}</title><meta charset="utf-8"><meta name="pubdate" content="2021-03-04"></head><body>'
PAGE = (HEAD + "<h1>{0}</h1><p>{1}</p></body></html>").format("جسر جديد في الضاحية", dossiers.LEDE).encode()
OTHER = PAGE.replace(b"2021-03-04", b"2021-03-05")
ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/a/news.html": (200, {"Content-Type": "text/html; charset=utf-8"}, PAGE),
    "/b": (200, {"Content-Type": "text/html"}, OTHER),
    "/moved": (302, {"Location": "/b"}, b""),
    "/loop": (302, {"Location": "/loop"}, b""),
    "/file": (302, {"Location": "file:///etc/hosts"}, b""),
    "/picture": (200, {"Content-Type": "image/png"}, b"\x89PNG"),
    "/large": (200, {"Content-Type": "text/html"}, b"x" * 5_000_000),
    "/shell": (200, {"Content-Type": "text/html"}, b"<html><script>run()</script></html>"),
}


class _Answering(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """One of the answers, else 404."""
        code, headers, body = ANSWERS.get(self.path, (404, {}, b""))
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture(scope="module")
def web() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return dossiers.folder(tmp_path, {"a.txt": dossiers.ARTICLE})


def refused(dossier: Path, what: str) -> str:
    """Why something is not added, told in both languages; nothing is written."""
    before = sorted(dossier.iterdir())
    with pytest.raises(CommandError) as error:
        add_seed(dossier, what)
    assert all(sentence(error.value, terminal_words(language)) for language in LANGUAGES)
    assert sorted(dossier.iterdir()) == before
    return error.value.message


def test_a_page_is_stored_as_it_came_with_its_address_beside_it(web: str, dossier: Path) -> None:
    seed, sidecar = add_seed(dossier, f"{web}/a/news.html")
    assert (seed.name, seed.read_bytes()) == ("jsr-jdyd-fy-aldahya.html", PAGE)
    assert sidecar.name == "jsr-jdyd-fy-aldahya.html.yml"
    told = sidecar.read_text("utf-8").splitlines()
    assert told[:2] == [f'url: "{web}/a/news.html"', '# charset: "utf-8"']
    assert all(line.startswith("# ") for line in told[1:]) and any("2021-03-04" in line for line in told)
    (entry,) = (e for e in dossiers.desk(dossier).catalogue.entries if e.article.name == seed.name)
    assert entry.article.sidecar and entry.article.sidecar.url == f"{web}/a/news.html"
    assert entry.article.facts.date.basis == "metadata"


def test_nothing_comes_twice_and_nothing_is_written_over(web: str, dossier: Path, tmp_path: Path) -> None:
    add_seed(dossier, f"{web}/a/news.html")
    assert refused(dossier, f"{web}/a/news.html") == "add.url-there"
    (tmp_path / "copy.html").write_bytes(PAGE)
    assert refused(dossier, str(tmp_path / "copy.html")) == "add.same"
    assert add_seed(dossier, f"{web}/moved")[0].name == "jsr-jdyd-fy-aldahya-2.html"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/none", "add.refused"),
        ("/loop", "add.refused"),
        ("/file", "add.refused"),
        ("/picture", "add.no-text"),
        ("/shell", "add.unread"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(web: str, dossier: Path, path: str, why: str) -> None:
    assert refused(dossier, web + path) == why


def test_no_more_is_read_than_may_be(web: str) -> None:
    with pytest.raises(FetchError) as error:
        fetch(f"{web}/large", 1_000_000)
    assert error.value.message == "add.too-large"


@pytest.mark.parametrize(
    "address", ["ftp://sahl.example/a", "file:///etc/hosts", "http://", "https://me:x@sahl.example/"]
)
def test_only_plain_addresses_of_the_web_are_asked_for(dossier: Path, address: str) -> None:
    assert refused(dossier, address) == "add.no-address"


def test_a_public_address_leads_to_no_private_one(web: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = iter([False])
    monkeypatch.setattr("generator.desk.fetch.is_private", lambda url: next(asked, is_private(url)))
    assert refused(dossier, f"{web}/moved") == "add.inward"


def test_without_a_network_the_remedy_is_told(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert refused(dossier, "https://sahl.example/a") == "add.no-network"


def test_a_file_keeps_its_name_and_brings_its_sidecar(dossier: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "a.txt").write_text(dossiers.ARTICLE.replace("القمح", "الشعير"), "utf-8")
    (away / "a.yml").write_text("publish: false\n", "utf-8")
    seed, sidecar = add_seed(dossier, str(away / "a.txt"))
    assert (seed.name, sidecar.name) == ("a-2.txt", "a-2.yml")
    assert ("a-2.yml", "publish: false\n") in read_sidecars(dossier)


def test_a_file_that_is_no_seed_or_there_already_is_told(dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG")
    assert refused(dossier, str(tmp_path / "a.png")) == "add.no-seed"
    assert refused(dossier, str(dossier / "a.txt")) == "add.there"
