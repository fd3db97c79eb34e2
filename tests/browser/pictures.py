"""Takes the pictures of the READMEs from the real site of the five seeds: `python -m tests.browser.pictures`."""

import base64
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import five
from tests.browser.chromium import QUIET, find_or_install
from tests.browser.conftest import serve
from tests.once import build_site

IMAGES = five.ROOT / ".github" / "images"
PICTURES = {"front": "", "article": "articles/003_c32980064312eb63/"}
_DESK, _PHONE, _HEIGHT = 1280, 360, 760
_SHEET = """<body style="margin:0;display:flex;gap:24px;align-items:start;background:#e4e1da;padding:24px">
<img src="data:image/png;base64,{desk}" width="960" style="border:1px solid #b9b4a8">
<img src="data:image/png;base64,{phone}" width="270" style="border:1px solid #b9b4a8"></body>"""


def shot(browser: Browser, url: str, width: int) -> str:
    """The upper part of a page as base64 PNG."""
    page = browser.new_page(viewport={"width": width, "height": _HEIGHT}, locale="ar")
    page.goto(url, wait_until="networkidle")
    taken = base64.b64encode(page.screenshot()).decode()
    page.close()
    return taken


def main() -> int:
    """Build the site, take each picture on a desk and on a phone, and put the two side by side."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home, sync_playwright() as playwright:
        folder = Path(home, "site")
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=QUIET)
        with serve(folder) as url:
            build_site(five.copy_to(Path(home, "seeds")), folder, url)
            for name, address in PICTURES.items():
                sheet = browser.new_page(viewport={"width": 1320, "height": 640})
                desk, phone = (shot(browser, url + address, width) for width in (_DESK, _PHONE))
                sheet.set_content(_SHEET.format(desk=desk, phone=phone))
                (IMAGES / f"{name}.png").write_bytes(sheet.screenshot())
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
