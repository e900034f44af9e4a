"""Opens the pages that the program writes in a real browser: both languages, light, dark and print, three widths.

Checks, for each: no sideways scrolling; no message of the browser, so that the page's own policy refuses nothing of
it; no violation of WCAG 2.2 AA (axe); gates of several subjects unfold and lead to their details by keyboard alone,
without script.

    pages.py PROGRAM BROWSER [PICTURES]
"""
import concurrent.futures
import itertools
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
LARGEST = 1_500_000
PAGES = {
    "public": ["--as-of", "2025-08-15"],
    "world": ["Examples/seed-world", "--as-of", "2026-12-01"],
    "modifier": ["Examples/modifier", "--as-of", "2026-12-01"],
    "tiers": ["Examples/tiers", "--as-of", "2026-12-01"],
    "annex": ["Examples/eu-annex-a3", "--as-of", "2026-12-01"],
    "regimes": ["Examples/two-regimes", "--as-of", "2026-12-01"],
    "one": ["Examples/seed-world", "solstice", "--as-of", "2026-12-01"],
}
# Of one template so many stand for the rest: of subjects, and of whatever is built alike beside each other.
SHOWN, ALIKE = 3, 2
# So many gates are tried by keyboard, each of another subject.
REACHED = 10
# Texts of law as pages.
LAWS = {"seed": "seed-gate-closure", "act": "eu-ai-act-gpai"}
SCHEMES = ("light", "dark")
# The widths at which nothing may scroll sideways, and those of them at which axe looks.
WIDTHS, EXAMINED = (1400, 390, 320), (1400, 390)
# A sheet of A4, in pixels.
PAPER = 794
# Pages on which models come from others: their lineages are drawn.
DRAWN = ("modifier", "tiers", "annex", "regimes", "one")
UNFOLD = """shown => { [...document.querySelectorAll('.subject')].slice(0, shown).forEach(subject => {
    subject.open = true; subject.querySelectorAll('details').forEach(part => part.open = true) });
  [...document.querySelectorAll('details.gate')].slice(-1).forEach(gate => gate.open = true) }"""
# Takes out what is built like what stands before it in such a place, down to the elements and classes within; of
# rows and terms only what stands before it in the same table or list, so that none loses its last.
TRIM = """([shown, alike]) => {
  [...document.querySelectorAll('.subject')].slice(shown).forEach(subject => subject.remove());
  const name = part => part.tagName + '.' + part.getAttribute('class') + (part.open ? '+' : '');
  const build = element =>
    element.matches('dt, dd') ? '' : [...new Set([...element.querySelectorAll('*')].map(name))].sort().join();
  const anywhere = new Map();
  const trim = (parent, place) => {
    const within = new Map();
    for (const child of [...parent.children]) {
      const here = `${place} ${name(child)}`;
      const isRow = child.matches('tr, dt, dd');
      if (isRow || child.matches('li, p, details, section, .crow')) {
        const [seen, key] = [isRow ? within : anywhere, `${here}: ${build(child)}`];
        seen.set(key, (seen.get(key) ?? 0) + 1);
        if (seen.get(key) > alike) { child.remove(); continue; }
      }
      trim(child, here);
    }
  };
  trim(document.body, '');
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
VIOLATIONS = """rules => axe.run(document, { runOnly: rules, resultTypes: ['violations'], selectors: false })
  .then(result => result.violations.map(
    v => `${v.id}: ${v.nodes.length} times, first ${v.nodes[0].html.slice(0, 120)}`))"""
# Marks the gates to try: one of each subject, another column each time, from the first to the last that stands unfolded.
PICK = """most => {
  const rows = [...document.querySelectorAll('.board tr')].filter(
    row => row.querySelector('.gate') && !row.closest('.rest'));
  const step = Math.max(1, Math.ceil(rows.length / most));
  const chosen = rows.filter((_, index) => index % step == 0);
  chosen.forEach((row, turn) => {
    const gates = row.querySelectorAll('.gate');
    gates[turn % gates.length].dataset.turn = turn;
  });
  return chosen.length;
}"""


def write(program, folder, name, language):
    path = folder / f"{name}.{language}.html"
    asked = ["regimes", "show", LAWS[name]] if name in LAWS else ["assess", *PAGES[name]]
    command = [program, *asked, "--format", "html", "--lang", language, "--output", str(path)]
    subprocess.run(command, cwd=ROOT, check=True)
    return path


def look(browser, path, pictures):
    """The page in both schemes at each width. It is opened once; colours change at once, without a fade."""
    problems = []
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.on("console", lambda message: problems.append(f"the browser says: {message.text}"))
    page.goto(path.as_uri())

    def show(scheme, width):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 900})

    if pictures:
        for scheme, width in itertools.product(SCHEMES, WIDTHS):
            show(scheme, width)
            page.screenshot(path=pictures / f"{path.stem}.{scheme}.{width}.png")
    page.evaluate(UNFOLD, SHOWN)
    for width in WIDTHS:
        show("light", width)
        if (pixels := page.evaluate(SIDEWAYS)) > 0:
            problems.append(f"{width} pixels: it scrolls sideways by {pixels} pixels")
    if path.stem.split(".")[0] in DRAWN and not page.locator("svg.dag rect.me").count():
        problems.append("no lineage is drawn")
    page.evaluate(TRIM, [SHOWN, ALIKE])
    page.evaluate(AXE)
    for scheme, width in itertools.product(SCHEMES, EXAMINED):
        show(scheme, width)
        problems += [f"{scheme}, {width} pixels: {found}" for found in page.evaluate(VIOLATIONS, RULES)]
    page.emulate_media(media="print", color_scheme="light", reduced_motion="reduce")
    page.set_viewport_size({"width": PAPER, "height": 1123})
    if (pixels := page.evaluate(SIDEWAYS)) > 0:
        problems.append(f"print: it is {pixels} pixels wider than the paper")
    problems += [f"print: {found}" for found in page.evaluate(VIOLATIONS, RULES)]
    context.close()
    return problems


def reach(browser, path):
    """Gates of several subjects, by keyboard and without script: each reason unfolds, and leads to the details."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(path.as_uri())
    count = page.evaluate(PICK, REACHED)
    problems = [] if count else ["no gate is shown"]
    for turn in range(count):
        gate = page.locator(f"[data-turn='{turn}']")
        link = gate
        if gate.evaluate("gate => gate.matches('details')"):
            reason, link = gate.locator(".reason"), gate.locator(".reason a").last
            if reason.is_visible():
                problems.append(f"gate {turn + 1} is unfolded before it is asked")
            gate.locator("summary").focus()
            page.keyboard.press("Enter")
            if not reason.is_visible():
                problems.append(f"gate {turn + 1} does not unfold its reason")
                continue
        link.focus()
        page.keyboard.press("Enter")
        if not page.locator(link.get_attribute("href")).is_visible():
            problems.append(f"gate {turn + 1} does not lead to the details")
    context.close()
    return [f"keyboard: {problem}" for problem in problems]


def check(program, executable, pictures, share):
    """Every second page, in a browser of its own."""
    found = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        for name, language in share:
            path = write(program, pathlib.Path(folder), name, language)
            problems = (reach(browser, path) if name in PAGES else []) + look(browser, path, pictures)
            if (size := path.stat().st_size) > LARGEST:
                problems.append(f"{size} bytes are more than {LARGEST}")
            found += [f"{name}, {language}: {problem}" for problem in problems]
        browser.close()
    return found


def main(program, executable, pictures=None):
    pictures = pathlib.Path(pictures) if pictures else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    pages = list(itertools.product([*PAGES, *LAWS], ("en", "fr")))
    with concurrent.futures.ProcessPoolExecutor(2) as workers:
        halves = [workers.submit(check, program, executable, pictures, pages[half::2]) for half in (0, 1)]
        problems = [problem for half in halves for problem in half.result()]
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"pages: {len(pages) * len(SCHEMES) * len(WIDTHS)} views, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
