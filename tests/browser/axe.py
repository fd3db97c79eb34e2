"""Ask axe-core what a page denies to people with assistive technology; nothing is the expected answer."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page


def violations(page: Page) -> list[str]:
    """One string a violated rule: its id, what it asks, and the elements that break it."""
    found = Axe().run(page).response["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {', '.join(str(node['target'][0]) for node in rule['nodes'])}" for rule in found
    ]
