"""Cytoscape JSON (`.cyjs`), read by Cytoscape, Cytoscape.js and networkx.

https://js.cytoscape.org/#notation/elements-json. `value` is the node's key where networkx reads it.
"""

import json
from collections.abc import AsyncIterator
from dataclasses import asdict

from graph.exchange.json_list import listed
from graph.exchange.link import Link
from graph.exchange.notice import NOTICE
from graph.exchange.part import Part


async def cytoscape(part: Part) -> AsyncIterator[str]:
    """Write one JSON object with `elements`; what is not known is null."""
    head = {"name": "Trama", "notice": NOTICE, "revision": part.revision}
    yield f'{{"data": {json.dumps(head)}, "directed": false, "multigraph": false,\n"elements": {{"nodes": '
    async for text in listed({"data": {**asdict(node), "value": node.id}} async for node in part.nodes()):
        yield text
    yield ',\n"edges": '
    async for text in listed({"data": _data(link)} async for link in part.links()):
        yield text
    yield "}}\n"


def _data(link: Link) -> dict[str, object]:
    return {"id": f"{link.source}|{link.target}", **asdict(link)}
