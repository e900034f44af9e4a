"""Databases: one recursive query for all nodes. Weights are split into two 64-bit halves, so that sums are exact
there too."""

import sys
import threading
import time

from common import Graph, peak_megabytes, report, timed_queries

HALF = 42  # bits; 2^42 times 10^6 ancestors stays below 2^63, and so does a million of such sums split again

ALL = """
WITH RECURSIVE above(node, ancestor) AS (
  SELECT id, id FROM {start}
  UNION
  SELECT above.node, edge.parent FROM above JOIN edge ON edge.child = above.ancestor
)
SELECT SUM(high >> 20), SUM(high % 1048576), SUM(low >> 20), SUM(low % 1048576) FROM (
  SELECT above.node, SUM(own.high) AS high, SUM(own.low) AS low
  FROM above JOIN own ON own.id = above.ancestor GROUP BY above.node
)
"""
ONE = """
WITH RECURSIVE above(ancestor) AS (
  SELECT CAST(? AS INTEGER)
  UNION
  SELECT edge.parent FROM above JOIN edge ON edge.child = above.ancestor
)
SELECT SUM(high), SUM(low) FROM above JOIN own ON own.id = above.ancestor
"""


def halves(graph):
    mask = (1 << HALF) - 1
    return ((node, weight >> HALF, weight & mask) for node, weight in enumerate(graph.own))


def joined(row):
    if len(row) == 2:
        return (int(row[0]) << HALF) + int(row[1])
    return joined(((int(row[0]) << 20) + int(row[1]), (int(row[2]) << 20) + int(row[3])))


def with_sqlite(graph):
    import sqlite3

    base = sqlite3.connect(":memory:")
    base.execute("CREATE TABLE own (id INTEGER PRIMARY KEY, high INTEGER, low INTEGER)")
    base.execute("CREATE TABLE edge (child INTEGER, parent INTEGER, PRIMARY KEY (child, parent)) WITHOUT ROWID")
    base.execute("CREATE TABLE sample (id INTEGER PRIMARY KEY)")
    base.executemany("INSERT INTO own VALUES (?, ?, ?)", halves(graph))
    base.executemany("INSERT INTO edge VALUES (?, ?)", ((child, parent) for parent, child in graph.edges()))
    base.commit()

    def choose(nodes):
        base.execute("DELETE FROM sample")
        base.executemany("INSERT INTO sample VALUES (?)", ((node,) for node in nodes))

    def execute(query, values=()):
        # CROSS fixes the order that is best here; left to itself SQLite takes twice as long for one node.
        return base.execute(query.replace(" JOIN", " CROSS JOIN"), values)

    return execute, choose, base.interrupt


def with_duckdb(graph):
    import array

    import duckdb
    import numpy

    base = duckdb.connect(config={"threads": 2, "memory_limit": "8GB", "temp_directory": ""})
    table = numpy.array(list(halves(graph)), dtype=numpy.int64)
    own = {"id": table[:, 0].copy(), "high": table[:, 1].copy(), "low": table[:, 2].copy()}
    pairs = numpy.array(list(graph.edges()), dtype=numpy.int64)
    edge = {"child": pairs[:, 1].copy(), "parent": pairs[:, 0].copy()}
    base.execute("CREATE TABLE own AS SELECT * FROM own")
    base.execute("CREATE TABLE edge AS SELECT * FROM edge")

    def choose(nodes):
        sample = {"id": numpy.array(array.array("q", nodes))}
        base.execute("CREATE OR REPLACE TABLE sample AS SELECT * FROM sample")

    return base.execute, choose, base.interrupt


def main():
    peer, folder, name, limit = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    graph = Graph(folder, name)
    execute, choose, interrupt = {"sqlite": with_sqlite, "duckdb": with_duckdb}[peer](graph)
    timed_queries(
        peer, graph, lambda node: joined(execute(ONE, (node,)).fetchone()), 2000 if peer == "sqlite" else 100,
        limit)

    # What a database does without enough memory or time is a result.
    late = threading.Timer(3 * limit, interrupt)
    late.start()
    before = time.perf_counter()
    try:
        timed_totals(peer, graph, execute, choose, limit)
    except Exception as error:
        out_of_time = time.perf_counter() - before >= 3 * limit
        why = f"no answer within {3 * limit:g} s" if out_of_time else str(error).splitlines()[0]
        report(peer, "totals", graph, failed=why)
    late.cancel()


def timed_totals(peer, graph, execute, choose, limit):
    # DuckDB scans all edges in every round whatever the sample, so only a whole run says anything about it.
    nodes, sampled = None, False
    if peer == "sqlite":
        probe = sorted(set(graph.queries[:500]))
        choose(probe)
        before = time.perf_counter()
        execute(ALL.format(start="sample")).fetchone()
        estimate = (time.perf_counter() - before) / len(probe) * graph.n
        if estimate > limit:
            count = max(200, min(len(graph.queries), int(graph.n * limit / estimate)))
            nodes, sampled = sorted(set(graph.queries[:count])), True
            choose(nodes)
    done = len(nodes) if sampled else graph.n
    before = time.perf_counter()
    row = execute(ALL.format(start="sample" if sampled else "own")).fetchone()
    seconds = time.perf_counter() - before
    report(
        peer, "totals", graph, seconds=seconds * graph.n / done, extrapolated=sampled, nodes_done=done,
        distinct=sampled, rss_mb=peak_megabytes(), checksum=str(joined(row)))


main()
