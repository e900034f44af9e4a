"""What all peers share: reading graph files, exact sums, sampling, and one JSON line of results."""

import array
import json
import resource
import struct
import sys
import time


class Graph:
    """A graph file: `parents[offsets[v]:offsets[v + 1]]` are the parents of v, `own` exact integers."""

    def __init__(self, folder, name):
        self.name = name
        with open(f"{folder}/{name}.graph", "rb") as file:
            self.n, self.m = struct.unpack("<QQ", file.read(16))
            self.offsets = array.array("Q", file.read(8 * (self.n + 1)))
            self.parents = array.array("I", file.read(4 * self.m))
            drawn = array.array("d", file.read(8 * self.n))
        self.own = [int(weight) for weight in drawn]
        with open(f"{folder}/{name}.queries", "rb") as file:
            self.queries = list(array.array("I", file.read()))

    def edges(self):
        """(parent, child) for every edge."""
        for child in range(self.n):
            for edge in range(self.offsets[child], self.offsets[child + 1]):
                yield self.parents[edge], child


class Totals:
    """Our totals, that a peer's are compared with."""

    def __init__(self, folder, name):
        with open(f"{folder}/{name}.totals", "rb") as file:
            words = array.array("Q", file.read())
        self.values = [low | high << 64 for low, high in zip(words[::2], words[1::2])]


def peak_megabytes():
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)


def report(peer, work, graph, **more):
    print(json.dumps({"peer": peer, "work": work, "graph": graph.name, **more}))
    sys.stdout.flush()


def timed_queries(peer, graph, total, count, limit):
    """Asks about the first `count` query nodes, each once and for `limit` seconds at most; reports the percentiles."""
    times, checksum = [], 0
    end = time.perf_counter() + limit
    for node in graph.queries[:count]:
        if len(times) >= 20 and time.perf_counter() > end:
            break
        before = time.perf_counter_ns()
        result = total(node)
        times.append(time.perf_counter_ns() - before)
        checksum += result
    times.sort()
    count = len(times)
    report(
        peer, "query", graph, questions=count, p50_us=times[count // 2] / 1e3,
        p99_us=times[count * 99 // 100] / 1e3, rss_mb=peak_megabytes(), checksum=str(checksum))


def timed_totals(peer, graph, totals, limit):
    """All nodes; where that would take longer than `limit` seconds, a random sample, marked and extrapolated."""
    before = time.perf_counter()
    sum(totals(graph.queries[:200]))
    estimate = (time.perf_counter() - before) / 200 * graph.n
    nodes, sampled = range(graph.n), False
    if estimate > limit:
        count = max(200, min(len(graph.queries), int(graph.n * limit / estimate)))
        nodes, sampled = graph.queries[:count], True
    before = time.perf_counter()
    checksum = sum(totals(nodes))
    seconds = time.perf_counter() - before
    report(
        peer, "totals", graph, seconds=seconds * graph.n / len(nodes), extrapolated=sampled,
        nodes_done=len(nodes), rss_mb=peak_megabytes(), checksum=str(checksum))


def timed_shortcut(peer, graph, totals_of, limit):
    """All nodes, calling the library only where a node has several parents. That is our shortcut given to a peer:
    the rest of the work is a loop in Python."""
    own, offsets, parents = graph.own, graph.offsets, graph.parents
    totals = [0] * graph.n
    tried = graph.queries[:500]
    before = time.perf_counter()
    sum(totals_of([node for node in tried if offsets[node + 1] - offsets[node] > 1]))
    if (time.perf_counter() - before) / len(tried) * graph.n > limit:
        return
    before = time.perf_counter()
    merged = totals_of([node for node in range(graph.n) if offsets[node + 1] - offsets[node] > 1])
    for node in range(graph.n):
        first, end = offsets[node], offsets[node + 1]
        if end == first:
            totals[node] = own[node]
        elif end - first == 1:
            totals[node] = totals[parents[first]] + own[node]
        else:
            totals[node] = next(merged)
    seconds = time.perf_counter() - before
    report(
        f"{peer} + shortcut", "totals", graph, seconds=seconds, extrapolated=False, nodes_done=graph.n,
        rss_mb=peak_megabytes(), checksum=str(sum(totals)))
