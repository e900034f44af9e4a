"""Opens the pages that the program writes in a real browser: both languages, light and dark, three widths.

Checks, for each: no sideways scrolling; no message of the browser, so that the page's own policy refuses nothing of
it; no violation of WCAG 2.2 AA (axe); gates of several subjects unfold and lead to their details by keyboard alone,
without script.

    pages.py PROGRAM BROWSER [PICTURES]
"""
import pathlib
import subprocess
import sys
import tempfile

import axe_playwright_python
from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parents[2]
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# A page of hundreds of subjects stays quick to open.
LARGEST = 2_700_000
PAGES = {
    "public": ["--as-of", "2025-08-15"],
    "world": ["Examples/seed-world", "--as-of", "2026-12-01"],
    "modifier": ["Examples/modifier", "--as-of", "2026-12-01"],
    "tiers": ["Examples/tiers", "--as-of", "2026-12-01"],
    "annex": ["Examples/eu-annex-a3", "--as-of", "2026-12-01"],
    "regimes": ["Examples/two-regimes", "--as-of", "2026-12-01"],
    "one": ["Examples/seed-world", "solstice", "--as-of", "2026-12-01"],
}
# Of a page with hundreds of subjects the first few stand for the rest: they come from the same templates.
SHOWN = 3
# So many gates are tried by keyboard, each of another subject.
REACHED = 10
UNFOLD = """shown => [...document.querySelectorAll('.subject')].slice(0, shown).forEach(subject => {
  subject.open = true; subject.querySelectorAll('details').forEach(part => part.open = true) })"""
TRIM = """shown => { [...document.querySelectorAll('.subject')].slice(shown).forEach(e => e.remove());
  [...document.querySelectorAll('.board tbody tr:not(.group)')].slice(shown * 2).forEach(e => e.remove()) }"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
VIOLATIONS = """rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'] }).then(result =>
  result.violations.map(v => `${v.id}: ${v.nodes.length} times, first ${v.nodes[0].html.slice(0, 120)}`))"""


def write(program, folder, name, language):
    path = folder / f"{name}.{language}.html"
    command = [program, "assess", *PAGES[name], "--format", "html", "--lang", language, "--output", str(path)]
    subprocess.run(command, cwd=ROOT, check=True)
    return path


def look(browser, path, scheme, width, pictures):
    problems = []
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"the browser says: {message.text}"))
    page.goto(path.as_uri())
    if pictures:
        page.screenshot(path=pictures / f"{path.stem}.{scheme}.{width}.png")
    page.evaluate(UNFOLD, SHOWN)
    page.evaluate("() => [...document.querySelectorAll('.gate')].slice(-1).forEach(gate => gate.open = true)")
    if (pixels := page.evaluate(SIDEWAYS)) > 0:
        problems.append(f"it scrolls sideways by {pixels} pixels")
    page.evaluate(TRIM, SHOWN)
    page.evaluate(AXE)
    problems += page.evaluate(VIOLATIONS, RULES)
    context.close()
    return problems


def reach(browser, path):
    """Gates of several subjects, by keyboard and without script: each reason unfolds, and leads to the details."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    rows = page.locator("tr:has(> td > details.gate):not(.rest *)")
    shown = range(rows.count())
    problems = [] if shown else ["no gate is shown"]
    # One of each subject, another column each time, from the first to the last that stands unfolded.
    for turn, index in enumerate(shown[::max(1, -(-len(shown) // REACHED))]):
        gates = rows.nth(index).locator("details.gate")
        gate = gates.nth(turn % gates.count())
        reason, link = gate.locator(".reason"), gate.locator(".reason a").last
        if reason.is_visible():
            problems.append(f"gate {index + 1} is unfolded before it is asked")
        gate.locator("summary").focus()
        page.keyboard.press("Enter")
        if not reason.is_visible():
            problems.append(f"gate {index + 1} does not unfold its reason")
            continue
        link.focus()
        page.keyboard.press("Enter")
        if not page.locator(link.get_attribute("href")).is_visible():
            problems.append(f"the reason of gate {index + 1} does not lead to the details")
    context.close()
    return problems


def main(program, executable, pictures=None):
    pictures = pathlib.Path(pictures) if pictures else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    failures, looked = 0, 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name in PAGES:
            for language in ("en", "fr"):
                path = write(program, pathlib.Path(folder), name, language)
                found = [("keyboard", problem) for problem in reach(browser, path)]
                if (size := path.stat().st_size) > LARGEST:
                    found.append(("size", f"{size} bytes are more than {LARGEST}"))
                for scheme in ("light", "dark"):
                    for width in (1400, 390, 320):
                        looked += 1
                        found += [
                            (f"{scheme}, {width} pixels", problem)
                            for problem in look(browser, path, scheme, width, pictures)]
                for where, problem in found:
                    failures += 1
                    print(f"{name}, {language}, {where}: {problem}", file=sys.stderr)
        browser.close()
    print(f"pages: {looked} views, {failures} problems")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
