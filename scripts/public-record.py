#!/usr/bin/env python3
"""Writes PublicRecord/ from scripts/public-record/public-record-facts.csv, always to the same bytes.

Figures: Epoch AI, CC BY 4.0; estimates by third parties, facts up to July 2025. What the program decides here:
- an artifact and one activity per row; a base that no row describes is an artifact with an unknown activity;
- with a base, only the compute of the fine-tuning is its own; the recorded total becomes `reported-total`;
- without a base, the empty column is read as "no base" (`checked: reading`);
- what a model generates is read from its domain where that says so, and only there;
- several developers of one row are one joint party, because an activity has one actor; each also has its own record.

`--check` compares instead of writing; what it had to decide is reported on standard error.
"""
import csv
import json
import pathlib
import re
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
FACTS = ROOT / "scripts" / "public-record" / "public-record-facts.csv"
TARGET = ROOT / "PublicRecord"
WIDTH = 120
FILES = [("models-a", "0", "f"), ("models-g", "g", "l"), ("models-m", "m", "z")]
GENERATES = {"Language": "language-text", "Image generation": "text-to-image"}
COUNTRIES = {
    "Australia": "AU", "Austria": "AT", "Canada": "CA", "China": "CN", "France": "FR", "Germany": "DE",
    "Hong Kong": "HK", "India": "IN", "Ireland": "IE", "Israel": "IL", "Japan": "JP", "Korea (Republic of)": "KR",
    "Netherlands": "NL", "Portugal": "PT", "Russia": "RU", "Saudi Arabia": "SA", "Singapore": "SG", "Spain": "ES",
    "Sweden": "SE", "Switzerland": "CH", "United Arab Emirates": "AE",
    "United Kingdom of Great Britain and Northern Ireland": "GB", "United States of America": "US",
}
HEADER = """\
# Written by scripts/public-record.py from scripts/public-record/public-record-facts.csv; do not edit.
# Estimates by third parties, facts up to July 2025. Figures: Epoch AI, CC BY 4.0.
- dossier: public
  title:
    en: "Public record: estimates by third parties, facts up to July 2025 (figures: Epoch AI, CC BY 4.0)"
    fr: "Données publiques\u00a0: estimations de tiers, faits jusqu’à juillet 2025 (chiffres\u00a0: Epoch AI, CC BY 4.0)"
"""


def report(text):
    print(f"public-record: {text}", file=sys.stderr)


def slug(name):
    """A local id: lower-case ASCII, dots kept inside numbers and versions."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    text = re.sub(r"[^a-z0-9.]+", "-", text.replace("'", ""))
    text = re.sub(r"(?<![a-z0-9])\.|\.(?![a-z0-9])", "-", text)
    return re.sub(r"-+", "-", text).strip("-")


def unique(names, what):
    """Each name with its own slug; of equal ones the first in order keeps it, the next get -2, -3."""
    result, taken = {}, {}
    for key, name in names:
        base = slug(name)
        number = taken.get(base, 0) + 1
        while number > 1 and f"{base}-{number}" in taken:
            number += 1
        taken[base] = number
        local = base if number == 1 else f"{base}-{number}"
        taken.setdefault(local, 1)
        result[key] = local
        if number > 1:
            report(f"{what} {name!r} collides, named {local}")
    return result


def developers(text):
    return [part.strip() for part in re.split(r",(?! )", text) if part.strip()]


def countries(text):
    return [part.strip() for part in text.replace("Hong Kong,China", "Hong Kong").split(",") if part.strip()]


def bases(row):
    return [part.strip() for part in row["base_models"].split(",") if part.strip()]


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def display(name):
    return name.replace("$\\infty$", "∞").replace("- Diffusion", "-Diffusion")


def group(pairs, indent):
    """`{ key: value, … }`, broken before its last field where it is too long for one line."""
    text = "{ " + ", ".join(f"{key}: {value}" for key, value in pairs) + " }"
    if indent + len(text) <= WIDTH:
        return text
    head = ", ".join(f"{key}: {value}" for key, value in pairs[:-1])
    return "{ " + head + ",\n" + " " * (indent + 2) + f"{pairs[-1][0]}: {pairs[-1][1]} }}"


def entry(kind, local, fields):
    """One record. A value is a text, or a list of groups."""
    lines = [f"- {kind}: {local}"]
    for key, value in fields:
        if isinstance(value, list):
            line = f"  {key}: [{', '.join(group(item, 0) for item in value)}]"
            if len(line) <= WIDTH and "\n" not in line:
                lines.append(line)
            else:
                lines.append(f"  {key}:")
                lines += ["    - " + group(item, 6) for item in value]
        elif len(f"  {key}: {value}") <= WIDTH:
            lines.append(f"  {key}: {value}")
        else:
            lines.append(f"  {key}: >-")
            text = "   "
            for word in json.loads(value).split(" "):
                if len(text) + len(word) + 1 > WIDTH:
                    lines.append(text)
                    text = "   "
                text += " " + word
            lines.append(text)
    return "\n".join(lines) + "\n"


def seats(rows):
    """A seat where every row that tells this developer's country apart gives the same single one."""
    found, unclear = {}, set()
    for row in rows:
        names, places = developers(row["developer"]), countries(row["country"])
        if len(names) == 1:
            pairs = [(names[0], places[0] if len(places) == 1 else None)]
        elif len(set(places)) == 1:
            pairs = [(name, places[0]) for name in names]
        elif len(names) == len(places):
            pairs = list(zip(names, places))
        else:
            pairs = []
        for name, place in pairs:
            code = COUNTRIES.get(place)
            if code is None:
                unclear.add(name)
            else:
                found.setdefault(name, set()).add(code)
    for name in sorted(unclear | {name for name, codes in found.items() if len(codes) > 1}):
        found.pop(name, None)
        report(f"party {name!r}: no single country, no seat")
    return {name: codes.pop() for name, codes in found.items()}


def joint(names, locals_):
    """The party that several developers are together in one work."""
    if len(names) <= 3:
        return "+".join(locals_[name] for name in names)
    return f"{locals_[names[0]]}+{len(names) - 1}-others"


def parties(rows):
    names = sorted({name for row in rows for name in developers(row["developer"])})
    locals_ = unique([(name, re.sub(r"\s*\([^)]*\)", "", name)) for name in names], "party")
    seat = seats(rows)
    records = {}
    for name in names:
        records[locals_[name]] = [("name", quoted(name))] + ([("seat", seat[name])] if name in seat else [])
    by = {}
    for row in sorted(rows, key=lambda row: (row["developer"], row["model"])):
        members = developers(row["developer"])
        if not members:
            continue
        if len(members) == 1:
            by[row["developer"]] = locals_[members[0]]
            continue
        if row["developer"] in by:
            continue
        local = joint(members, locals_)
        number = 2
        while local in records:
            local, number = f"{joint(members, locals_)}-{number}", number + 1
        codes = {seat.get(member) for member in members}
        same = codes.pop() if len(codes) == 1 else None
        records[local] = [("name", quoted(", ".join(members)))] + ([("seat", same)] if same else [])
        by[row["developer"]] = local
    text = "".join(entry("party", local, records[local]) for local in sorted(records))
    return text, by, len(names), len(records) - len(names)


def generated(row):
    domains = [part.strip() for part in row["domain"].split(",")]
    return [GENERATES[domain] for domain in domains if domain in GENERATES]


def artifact(row, local):
    origin = f"Epoch AI, {row['edition']}"
    fields = [("name", quoted(display(row["model"].strip())))]
    if row["parameters"]:
        fields.append(("parameters", row["parameters"]))
    sources = [[("text", quoted(origin))]]
    if generated(row):
        fields.append(("generates", f"[{', '.join(generated(row))}]"))
        sources.append([
            ("of", "[generates]"), ("text", quoted(f"{origin}, domain: {row['domain'].replace(',', ', ')}")),
            ("checked", "reading")])
    if bases(row) and row["training_compute_flop"]:
        fields.append(("reported-total", f"{row['training_compute_flop']} FLOP"))
    fields.append(("valid", f"{{ from: {row['published']} }}"))
    fields.append(("sources", sources))
    return entry("artifact", local, fields)


def activity(row, local, by, locals_):
    based = bases(row)
    compressed = "compressed" in row["model"].lower()
    kind = ("quantization" if compressed else "fine-tuning") if based else "pretraining"
    fields = [("kind", kind), ("by", by[row["developer"]])] if row["developer"] in by else [("kind", kind)]
    fields += [("to", row["published"]), ("valid", f"{{ from: {row['published']} }}")]
    if based:
        role = "quantized-from" if compressed else "base-weights"
        fields.append(("uses", [[("artifact", locals_[base]), ("as", role)] for base in based]))
    else:
        fields.append(("complete", "[uses]"))
        fields.append(("sources", [[
            ("of", "[uses]"), ("text", quoted(f"Epoch AI, {row['edition']}, names no base")),
            ("checked", "reading")]]))
    own = row["finetune_compute_flop"] if based else row["training_compute_flop"]
    if own:
        estimate = [("method", "reported")]
        # 1.0001e24 and the like stand for "just above 1e24": a bound, not an estimate.
        is_bound = row["lower_bound_only"] == "yes" or re.fullmatch(r"1\.00+1e\d+", row["training_compute_flop"])
        just_above = is_bound and not based
        estimate.append(("low" if just_above else "value", f"{own} FLOP"))
        estimate.append(("book", "approximation"))
        if row["confidence"]:
            estimate.append(("confidence", row["confidence"].lower()))
        origin = f"Epoch AI, {row['edition']}, estimates by third parties, facts up to July 2025"
        estimate.append(("source", quoted(origin)))
        fields.append(("compute", [estimate]))
    fields.append(("produces", local))
    return entry("activity", f"{local}/training", fields)


def unknown(name, local):
    """A base that the source names and does not describe."""
    return entry("artifact", local, [("name", quoted(name))]) + entry(
        "activity", f"{local}/training", [
            ("kind", "pretraining"), ("produces", local),
            ("note", quoted("Named as a base; the source says nothing else of it."))])


def main():
    with FACTS.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["model"] = row["model"].strip()
        for field in ("parameters", "training_compute_flop", "finetune_compute_flop"):
            if row[field] and not re.fullmatch(r"[0-9]+(\.[0-9]+)?(e[0-9]+)?", row[field]):
                sys.exit(f"public-record: {row['model']}: {field}: {row[field]!r} is not a plain number")
    rows.sort(key=lambda row: (row["edition"], row["model"]))
    named = {}
    for row in rows:
        if row["model"] in named:
            sys.exit(f"public-record: {row['model']!r} stands twice")
        named[row["model"]] = row
    missing = sorted({base for row in rows for base in bases(row)} - set(named))
    locals_ = unique([(name, name) for name in list(named) + missing], "model")
    for row in rows:
        for base in bases(row):
            if base in named and named[base]["published"] > row["published"]:
                report(f"{row['model']!r} is dated before its base {base!r}")
    people, by, single, together = parties(rows)
    texts = {"parties": people}
    models = {}
    for row in rows:
        local = locals_[row["model"]]
        models[local] = artifact(row, local) + activity(row, local, by, locals_)
    for name in missing:
        models[locals_[name]] = unknown(name, locals_[name])
    for file, first, last in FILES:
        texts[file] = "".join(models[local] for local in sorted(models) if first <= local[0] <= last)
    assert sum(text.count("- artifact:") for text in texts.values()) == len(models)
    stale = []
    for name, text in texts.items():
        path, content = TARGET / f"{name}.yaml", HEADER + text
        assert all(len(line) <= WIDTH for line in content.splitlines()), name
        if "--check" in sys.argv[1:]:
            if not path.exists() or path.read_text(encoding="utf-8") != content:
                stale.append(path.name)
        else:
            path.write_text(content, encoding="utf-8")
    if stale:
        sys.exit(f"public-record: out of date: {', '.join(stale)}; run scripts/public-record.py, then scripts/texts")
    report(f"{len(models)} models ({len(missing)} of them unknown), {single} parties, {together} joint parties")


main()
