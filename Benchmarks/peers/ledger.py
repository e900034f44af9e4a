"""Prints what a ledger does in a second beside what the machine can do, and writes the results."""

import datetime
import json
import sqlite3
import subprocess
import sys

from machine import machine

# What is measured, by which figure, and what is aimed at: at least, or at most.
AIMS = [
    ("admitted a second", "admitted", ">=", 5_000),
    ("of the ceiling, by the clock", "ofCeiling", ">=", 0.5),
    ("of the ceiling, by computing time", "ofCeilingPerCore", ">=", 0.5),
    ("milliseconds for an inclusion proof of a million leaves, median", "largeProofMilliseconds", "<=", 1),
    ("milliseconds for an inclusion proof of a million leaves, 99th percentile", "largeProofMilliseconds99", "<=", 1),
    ("replayed a second, without signatures", "replayed", ">=", 20_000),
    ("checked a second of one core, with signatures", "checkedPerCore", ">=", 10_000),
]


def main():
    lines_path, results_path = sys.argv[1:3]
    with open(lines_path) as file:
        runs = [json.loads(line) for line in file]
    for run in runs:
        measured = run["measured"]
        run["aims"] = []
        print(f"{measured['proofLeaves']:,.0f} leaves, load {run['load_before']}")
        print("| what | measured | aim | met |\n|---|---|---|---|")
        for what, key, sign, aim in AIMS:
            value = measured[key]
            met = value >= aim if sign == ">=" else value <= aim
            run["aims"].append({"what": what, "measured": value, "aim": f"{sign} {aim}", "met": met})
            print(f"| {what} | {value:,.3g} | {sign} {aim:,} | {'yes' if met else 'no'} |")
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    with open(results_path, "w") as file:
        json.dump(
            {
                "date": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ"),
                "machine": machine(),
                "versions": {"swift": swift, "sqlite": sqlite3.sqlite_version, "grdb": "7.10"},
                "flags": "swift build -c release; write-ahead log, synchronous = FULL on both sides",
                "runs": runs,
            }, file, indent=1, ensure_ascii=False)
        file.write("\n")


main()
