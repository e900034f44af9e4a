"""The policy of thresholds as Rego and as Cedar, on the rows that judgement-bench wrote: every verdict is compared with
ours before anything is timed. Usage: policies.py rego|cedar ROWS LIMIT TOTAL"""

import json
import sys
import time

from common import peak_megabytes

HOLDS, PERHAPS, FAILS = "holds", "cannotBeExcluded", "fails"
MATTERS = ["systemic-risk", "frontier-model", "moratorium", "T1", "T3", "T4"]

# Amounts of compute are in units of 10^12 FLOP.
REGO = """
package thresholds

import rego.v1

least(amount, limit) if amount.low > limit

greatest(amount, limit) if not amount.high
greatest(amount, limit) if amount.high > limit

holds contains "systemic-risk" if input.eu.best > 10000000000000
holds contains "systemic-risk" if {
    not input.eu.best
    least(input.eu, 10000000000000)
}
possible contains "systemic-risk" if input.eu.best > 10000000000000
possible contains "systemic-risk" if {
    not input.eu.best
    greatest(input.eu, 10000000000000)
}

holds contains "frontier-model" if {
    input.foundation == "yes"
    least(input.ca, 100000000000000)
}
possible contains "frontier-model" if {
    input.foundation != "no"
    greatest(input.ca, 100000000000000)
}

holds contains "moratorium" if least(input.parameters, 1000000000000)
holds contains "moratorium" if least(input.seed, 10000000000000)
possible contains "moratorium" if greatest(input.parameters, 1000000000000)
possible contains "moratorium" if greatest(input.seed, 10000000000000)

ratings := [input.autonomy, input.generality, input.intelligence]

holds contains "T1" if "strong" in ratings
possible contains "T1" if {
    some rating in ratings
    rating != "weak"
}
holds contains "T3" if {
    every rating in ratings { rating == "strong" }
}
possible contains "T3" if not "weak" in ratings
holds contains "T4" if least(input.seed, 1000000000000000)
possible contains "T4" if greatest(input.seed, 1000000000000000)

said := {"holds": holds, "possible": possible}
"""


def cedar_policies():
    def least(name, limit):
        return f"context.{name}.low > {limit}"

    def greatest(name, limit):
        return f"(if context.{name} has high then context.{name}.high > {limit} else true)"

    def either(join, *parts):
        return f" {join} ".join(f"({part})" for part in parts)

    axes = ["autonomy", "generality", "intelligence"]
    best = "if context.eu has best then context.eu.best > 10000000000000 else "
    rules = {
        "systemic-risk": (best + least("eu", 10**13), best + greatest("eu", 10**13)),
        "frontier-model": (
            f'context.foundation == "yes" && {least("ca", 10**14)}',
            f'context.foundation != "no" && {greatest("ca", 10**14)}'),
        "moratorium": (
            either("||", least("parameters", 10**12), least("seed", 10**13)),
            either("||", greatest("parameters", 10**12), greatest("seed", 10**13))),
        "T1": (
            either("||", *(f'context.{axis} == "strong"' for axis in axes)),
            either("||", *(f'context.{axis} != "weak"' for axis in axes))),
        "T3": (
            either("&&", *(f'context.{axis} == "strong"' for axis in axes)),
            either("&&", *(f'context.{axis} != "weak"' for axis in axes))),
        "T4": (least("seed", 10**15), greatest("seed", 10**15)),
    }
    return "\n".join(
        f'permit(principal, action == Action::"{matter} {sort}", resource) when {{ {rule} }};'
        for matter, pair in rules.items() for sort, rule in zip(("holds", "possible"), pair))


class Rego:
    batch = 100

    def __init__(self):
        import regopy

        self.engine = regopy.Interpreter()
        self.engine.add_module("thresholds", REGO)
        self.bundle = self.engine.build("data.thresholds.said")

    def prepared(self, rows):
        return [json.dumps(row) for row in rows]

    def decide(self, rows):
        found = []
        for row in rows:
            self.engine.set_input_term(row)
            found.append(self.engine.query_bundle(self.bundle))
        return found

    def verdicts(self, outputs):
        for output in outputs:
            said = json.loads(str(output))["expressions"][0]
            yield set(said["holds"]), set(said["possible"])


class Cedar:
    batch = 100

    def __init__(self):
        import cedarpy

        self.engine = cedarpy
        self.policies = cedarpy.PolicySet.from_str(cedar_policies())
        self.entities = cedarpy.Entities.from_json_str("[]")

    def prepared(self, rows):
        return [
            [
                {
                    "principal": 'Model::"m"', "action": f'Action::"{matter} {sort}"', "resource": 'Law::"all"',
                    "context": row,
                }
                for matter in MATTERS for sort in ("holds", "possible")
            ]
            for row in rows
        ]

    def decide(self, rows):
        requests = [request for row in rows for request in row]
        return self.engine.is_authorized_batch(requests, self.policies, self.entities)

    def verdicts(self, outputs):
        for first in range(0, len(outputs), 2 * len(MATTERS)):
            row = outputs[first : first + 2 * len(MATTERS)]
            for output in row:
                if output.diagnostics.errors:
                    sys.exit(f"cedar: {output.diagnostics.errors}")
            yield (
                {matter for matter, output in zip(MATTERS, row[0::2]) if output.allowed},
                {matter for matter, output in zip(MATTERS, row[1::2]) if output.allowed})


def ours(row):
    """What we said, as the sets of what holds and of what is possible."""
    said = row.pop("said")
    holds, possible = set(), set()
    for matter in ["systemic-risk", "frontier-model", "moratorium"]:
        if said[matter] == HOLDS:
            holds.add(matter)
        if said[matter] != FAILS:
            possible.add(matter)
    return holds, possible, said["tier"]


def tier(steps):
    """The highest step of a set, the lowest of all if it is empty."""
    return max([step for step in steps if step.startswith("T")], default="T0")


def main():
    name, path, limit, total = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
    peer = Rego() if name == "rego" else Cedar()
    with open(path) as file:
        rows = [json.loads(line) for line in file]
    expected = [ours(row) for row in rows]
    inputs = peer.prepared(rows)
    batches = [inputs[first : first + peer.batch] for first in range(0, len(inputs), peer.batch)]
    # As many rows as the limit allows, all compared, then the same rows again for the clock.
    before, done = time.perf_counter(), 0
    for batch in batches:
        for holds, possible in peer.verdicts(peer.decide(batch)):
            mine = expected[done]
            his = (holds & set(MATTERS[:3]), possible & set(MATTERS[:3]), [tier(holds), tier(possible)])
            if his != mine:
                sys.exit(f"{name}: row {done} {rows[done]}: {his}, ours {mine}; no times are shown")
            done += 1
        if time.perf_counter() - before > limit:
            break
    batches = batches[: done // peer.batch]
    compared = len(batches) * peer.batch
    before, cpu = time.perf_counter(), time.process_time()
    for batch in batches:
        peer.decide(batch)
    seconds, cpu = time.perf_counter() - before, time.process_time() - cpu
    print(json.dumps({
        "peer": name, "work": "thresholds", "rows_done": compared, "rows_compared": done, "seconds": seconds,
        "cpu_s": cpu, "rows_per_second": compared / seconds, "extrapolated": compared < total,
        "rss_mb": peak_megabytes()}))


main()
