"""Graph libraries: the ancestors of a node by the library's own call, their weights summed as exact integers."""

import sys

from common import Graph, timed_queries, timed_shortcut, timed_totals


def with_rustworkx(graph):
    import rustworkx

    made = rustworkx.PyDiGraph()
    made.add_nodes_from(range(graph.n))
    made.add_edges_from_no_data(list(graph.edges()))
    return lambda node: rustworkx.ancestors(made, node)


def with_networkx(graph):
    import networkx

    made = networkx.DiGraph()
    made.add_nodes_from(range(graph.n))
    made.add_edges_from(graph.edges())
    return lambda node: networkx.ancestors(made, node)


def with_igraph(graph):
    import igraph

    made = igraph.Graph(n=graph.n, edges=list(graph.edges()), directed=True)

    def ancestors(node):
        found = made.subcomponent(node, mode="in")
        found.remove(node)
        return found

    return ancestors


def main():
    peer, folder, name, limit = sys.argv[1], sys.argv[2], sys.argv[3], float(sys.argv[4])
    graph = Graph(folder, name)
    ancestors = {"rustworkx": with_rustworkx, "networkx": with_networkx, "igraph": with_igraph}[peer](graph)
    own = graph.own

    def total(node):
        return own[node] + sum(map(own.__getitem__, ancestors(node)))

    timed_queries(peer, graph, total, 2000)
    timed_totals(peer, graph, total, limit)
    timed_shortcut(peer, graph, ancestors, limit)


main()
