"""Ask axe-core what a page denies to people with assistive technology; nothing is the expected answer."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

# Every rule that axe has and has not given up: best practices, experimental ones and those of level AAA too.
_ALL = "axe.getRules().filter(({ tags }) => !tags.includes('deprecated')).map(({ ruleId }) => ruleId)"
# What may differ in another scheme of colours.
OF_COLOUR = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")


def violations(page: Page, rules: tuple[str, ...] = ()) -> list[str]:
    """One string a violated rule: its id, what it asks, and the elements that break it; of some rules, or of all."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    asked = {"runOnly": {"type": "rule", "values": rules or page.evaluate(_ALL)}, "resultTypes": ["violations"]}
    found = page.evaluate("asked => axe.run(document, asked)", asked)["violations"]
    return [
        f"{rule['id']}: {rule['help']}: {', '.join(str(node['target'][0]) for node in rule['nodes'])}" for rule in found
    ]
