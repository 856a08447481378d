"""Reads a GraphML file with igraph and says what it holds, as JSON. Runs in an environment of its own."""

import json
import sys

import igraph

graph = igraph.Graph.Read_GraphML(sys.argv[1])
nodes = {v["id"]: {k: x for k, x in v.attributes().items() if k != "id"} for v in graph.vs}
edges = [[graph.vs[e.source]["id"], graph.vs[e.target]["id"], e.attributes()] for e in graph.es]
said = {"directed": graph.is_directed(), "notice": graph["notice"], "nodes": nodes, "edges": edges}
json.dump(said, sys.stdout)
