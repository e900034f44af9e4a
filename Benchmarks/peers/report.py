"""Compares every peer's checksum with ours, then prints the table and writes the results."""

import array
import datetime
import importlib.metadata
import json
import platform
import sqlite3
import subprocess
import sys

from machine import machine


def expected(folder, line):
    """Our sum over exactly the nodes that the peer did."""
    with open(f"{folder}/{line['graph']}.totals", "rb") as file:
        words = array.array("Q", file.read())
    with open(f"{folder}/{line['graph']}.queries", "rb") as file:
        queries = array.array("I", file.read())
    if line["work"] == "query":
        nodes = queries[: line["questions"]]
    elif not line.get("extrapolated"):
        nodes = range(len(words) // 2)
    elif line.get("distinct"):
        # A table of nodes holds each once; the sample is the distinct nodes of the shortest such beginning.
        nodes = set()
        for node in queries:
            if len(nodes) == line["nodes_done"]:
                break
            nodes.add(node)
    else:
        nodes = queries[: line["nodes_done"]]
    return sum(words[2 * node] | words[2 * node + 1] << 64 for node in nodes)


def versions():
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    found = {"swift": swift, "python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    for name in ["rustworkx", "networkx", "igraph", "duckdb"]:
        found[name] = importlib.metadata.version(name)
    return found


def figure(value, unit):
    return "–" if value is None else f"{value:.3g} {unit}"


def main():
    folder, lines_path, results_path, load = sys.argv[1:5]
    with open(lines_path) as file:
        lines = [json.loads(line) for line in file]
    for line in lines:
        if "failed" in line:
            continue
        if int(line["checksum"]) != expected(folder, line):
            sys.exit(f"{line['graph']}: {line['peer']} {line['work']} gives other totals; no times are shown")
    ours = {(line["graph"], line["work"]): line for line in lines if line["peer"] == "ecluse"}
    for line in lines:
        same = ours[line["graph"], line["work"]]
        if "seconds" in line:
            line["ratio"] = line["seconds"] / same["seconds"]
        if line["work"] == "bounds":
            line["ratio"] = line["seconds"] / ours[line["graph"], "totals"]["seconds"]
        if "p50_us" in line:
            line["p50_ratio"] = line["p50_us"] / same["p50_us"]
            line["p99_ratio"] = line["p99_us"] / same["p99_us"]

    print("| graph | work | who | time | of ours | p99 | of ours | memory |")
    print("|---|---|---|---|---|---|---|---|")
    for line in sorted(lines, key=lambda line: (line["graph"], line["work"] == "query")):
        cells = [line["graph"], line["work"], line["peer"]]
        if "failed" in line:
            cells += [line["failed"][:60], "", "", "", ""]
        elif line["work"] == "query":
            cells += [figure(line["p50_us"], "µs"), f"{line['p50_ratio']:.3g}×"]
            cells += [figure(line["p99_us"], "µs"), f"{line['p99_ratio']:.3g}×", f"{line['rss_mb']:.0f} MB"]
        else:
            mark = " (x)" if line.get("extrapolated") else ""
            cells += [figure(line["seconds"], "s") + mark, f"{line['ratio']:.3g}×", "", "", f"{line['rss_mb']:.0f} MB"]
        print("| " + " | ".join(cells) + " |")
    print("\n(x): extrapolated from a random sample of nodes. `bounds` is compared with our `totals`.")

    with open(results_path, "w") as file:
        json.dump(
            {
                "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
                "machine": machine(), "load_before": load, "versions": versions(),
                "flags": "swift build -c release (-O, whole module), no -march, bounds checked outside the inner loops",
                "results": lines,
            }, file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
