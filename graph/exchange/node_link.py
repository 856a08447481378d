"""Node-link JSON, as networkx reads it: `networkx.node_link_graph(json.load(file), edges="edges")`."""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from graph.exchange.json_list import listed
from graph.exchange.notice import NOTICE
from graph.exchange.part import Part


async def node_link(part: Part) -> AsyncIterator[str]:
    """Write one JSON object with `nodes` and `edges`; what is not known is null."""
    head = {"notice": NOTICE, "revision": part.revision}
    yield f'{{"directed": false, "multigraph": false, "graph": {json.dumps(head)},\n"nodes": '
    async for text in listed(asdict(node) async for node in part.nodes()):
        yield text
    yield ',\n"edges": '
    async for text in listed(asdict(link) async for link in part.links()):
        yield text
    yield "}\n"
