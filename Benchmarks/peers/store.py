"""Prints what appending to a store takes beside bare SQLite, and writes the results."""

import datetime
import json
import sqlite3
import subprocess
import sys

from machine import machine


def main():
    lines_path, results_path, load = sys.argv[1:4]
    with open(lines_path) as file:
        lines = [json.loads(line) for line in file]
    raw = {line["batch"]: line for line in lines if line["who"] == "raw"}
    print("| batch | bare SQLite | store | of bare |\n|---|---|---|---|")
    for line in lines:
        line["rate"] = line["leaves"] / line["seconds"]
        line["ratio"] = line["seconds"] / raw[line["batch"]]["seconds"]
        line["ratio_of_fastest"] = line["fastest"] / raw[line["batch"]]["fastest"]
    for line in lines:
        if line["who"] == "store":
            bare = raw[line["batch"]]["rate"]
            print(f"| {line['batch']} | {bare:,.0f}/s | {line['rate']:,.0f}/s | {line['ratio']:.2f}× |")
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    with open(results_path, "w") as file:
        json.dump(
            {
                "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
                "machine": machine(), "load_before": load,
                "versions": {"swift": swift, "sqlite": sqlite3.sqlite_version, "grdb": "7.10"},
                "flags": "swift build -c release; write-ahead log, synchronous = FULL on both sides",
                "results": lines,
            }, file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
