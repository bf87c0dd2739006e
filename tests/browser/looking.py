"""Looking hard at one page: narrow and wide, light and dark, with axe and with a ruler."""

from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from django.urls import resolve
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
BROKEN_ONLY = {"resultTypes": ["violations"], "reporter": "no-passes"}
EVERYTHING = {"runOnly": {"type": "tag", "values": RULES}, **BROKEN_ONLY}
COLOURS_ONLY = {"runOnly": {"type": "rule", "values": COLOURS}, **BROKEN_ONLY}
HEIGHT = 800
WIDTHS = (320, 360, 1366, 1440)
AXE_AT = {320: ("light", "dark"), 1366: ("dark", "light")}
BONES = """() => ({
  h1: document.querySelectorAll("h1").length,
  title: document.title.trim() !== "",
  lang: document.documentElement.lang,
})"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
UNFOLD = "() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })"
LINKS = "(links) => links.map((link) => new URL(link.href)).map((url) => url.pathname + url.search)"
PROPER = {"h1": 1, "title": True, "lang": "vi"}
ALIKE = """() => {
  const grounds = new Map([[null, ""]]), seen = new Set();
  const groundOf = (one) => {
    if (!grounds.has(one)) {
      const s = getComputedStyle(one);
      const own = [s.backgroundColor, s.backgroundImage, s.opacity, s.filter, s.clipPath];
      grounds.set(one, `${groundOf(one.parentElement)}/${own},${s.position},${one.className}`);
    }
    return grounds.get(one);
  };
  const worded = (one) => [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  for (const one of document.querySelectorAll("body *")) {
    one.removeAttribute("data-alike");
    const size = one.getBoundingClientRect();
    if (!worded(one) || size.width < 2 || size.height < 2 || !one.checkVisibility()) continue;
    const s = getComputedStyle(one), off = one.closest(":disabled, [aria-disabled=true], label");
    const look = [one.localName, s.color, s.fontSize, s.fontWeight, groundOf(one)];
    if (!off && seen.has(`${look}`)) one.setAttribute("data-alike", "");
    if (!off) seen.add(`${look}`);
  }
}"""
ONE_OF_EACH_LOOK = """() => axe.configure({
  rules: [{ id: "color-contrast", selector: ":not([data-alike])" }],
})"""
BROKEN = """(options) => axe.run(options).then((found) => found.violations.map(
  (one) => `${one.id}: ${one.nodes.slice(0, 4).map((node) => node.target.join(" ")).join("; ")}`
))"""


def faults_of(page: Page, *, themes: bool = True) -> list[str]:
    """What is wrong with the page as it stands; folded parts are unfolded on the wide screen."""
    looks = (EVERYTHING, COLOURS_ONLY) if themes else (EVERYTHING,)
    page.wait_for_load_state()
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    bones = page.evaluate(BONES)
    faults = [] if bones == PROPER else [f"bones: {bones}"]
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        if width == max(AXE_AT):
            page.evaluate(UNFOLD)
        wider = page.evaluate(OVERFLOW)
        if wider > 0:
            faults.append(f"at {width}: {wider} px too wide")
        for theme, rules in zip(AXE_AT.get(width, ()), looks, strict=False):
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            faults += [f"at {width}, {theme}: {fault}" for fault in axe_faults(page, rules)]
    return [f"{page.url} {fault}" for fault in faults]


def axe_faults(page: Page, rules: dict[str, Any] = EVERYTHING) -> list[str]:
    """Each rule broken, with the elements that break it.

    Of texts in the same colours on the same grounds the contrast of one is measured.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.evaluate(ONE_OF_EACH_LOOK)
    page.evaluate(ALIKE)
    found: list[str] = page.evaluate(BROKEN, rules)
    return found


def links_of(page: Page) -> list[str]:
    """Where the page leads within the house: paths with their queries."""
    found: list[str] = page.locator("a[href^='/'], a[href^='?']").evaluate_all(LINKS)
    return found


def name_of(address: str) -> str:
    """The name of the page at an address."""
    return resolve(urlsplit(address).path).view_name


def faults_behind(page: Page, names: set[str]) -> list[str]:
    """What is wrong with one page of each of these names; raises KeyError when no link leads."""
    by_name = {name_of(link): link for link in links_of(page)}
    faults = []
    for address in [by_name[name] for name in sorted(names)]:
        page.goto(address)
        faults += faults_of(page, themes=False)
    return faults
