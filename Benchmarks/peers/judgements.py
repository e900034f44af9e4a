"""Prints the table of judgements and writes the results. Usage: judgements.py LINES RESULTS LOAD"""

import datetime
import importlib.metadata
import json
import platform
import subprocess
import sys

from machine import machine


def main():
    lines_path, results_path, load = sys.argv[1:4]
    with open(lines_path) as file:
        lines = [json.loads(line) for line in file]
    ours = [line for line in lines if line["peer"] == "ecluse" and line["work"] == "thresholds"]
    single = next(line for line in ours if line["threads"] == 1)
    for line in lines:
        if line["work"] == "thresholds" and line["peer"] != "ecluse":
            # A peer computes on one thread: it is compared with ours on one, by what each computes.
            line["of_ours"] = (line["cpu_s"] / line["rows_done"]) / (single["cpu_s"] / single["models"])

    print("| work | who | threads | rate | computing time |")
    print("|---|---|---|---|---|")
    for line in lines:
        if line["work"] == "judge":
            print(
                f"| all packs, {line['models']:,} models | ecluse | {line['threads']} | "
                f"{line['per_second']:.3g} judgements/s | {line['cpu_s']:.3g} s |")
    for line in lines:
        if line["work"] == "thresholds":
            mark = " (x)" if line.get("extrapolated") else ""
            cpu = f"{line['cpu_s']:.3g} s" if line["peer"] == "ecluse" else f"{line['of_ours']:.3g}× a row"
            print(
                f"| thresholds | {line['peer']} | {line.get('threads', 1)} | "
                f"{line['rows_per_second']:.3g} models/s{mark} | {cpu} |")
    print("\n(x): a part of the rows, as many as the limit allows.")

    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    versions = {"swift": swift, "python": platform.python_version()}
    versions |= {name: importlib.metadata.version(name) for name in ["regopy", "cedarpy"]}
    with open(results_path, "w") as file:
        json.dump(
            {
                "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
                "machine": machine(), "load_before": load, "versions": versions, "flags": "swift build -c release",
                "results": lines,
            }, file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
