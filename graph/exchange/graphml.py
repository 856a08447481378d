"""GraphML, the form that most tools for networks read.

Brandes, Eiglsperger, Lerner: "GraphML Primer", http://graphml.graphdrawing.org/primer/graphml-primer.html.
"""

from collections.abc import AsyncIterator, Iterator, Mapping

from graph.exchange.attributes import LINK_TYPES, NODE_TYPES, Value, link_values, node_values
from graph.exchange.clean import attribute, content
from graph.exchange.notice import NOTICE
from graph.exchange.part import Part

_TYPES: Mapping[type, str] = {str: "string", int: "int", float: "double"}


async def graphml(part: Part) -> AsyncIterator[str]:
    """Write nodes and undirected edges; an attribute that is not known is left out."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for line in _keys():
        yield line
    yield '<graph id="trama" edgedefault="undirected">\n'
    yield _data("graph", {"notice": NOTICE, "revision": part.revision}) + "\n"
    async for node in part.nodes():
        yield f"<node id={attribute(node.id)}>{_data('node', node_values(node))}</node>\n"
    async for link in part.links():
        ends = f"source={attribute(link.source)} target={attribute(link.target)}"
        yield f"<edge {ends}>{_data('edge', link_values(link))}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _keys() -> Iterator[str]:
    tables: tuple[tuple[str, Mapping[str, type]], ...] = (
        ("graph", {"notice": str, "revision": int}),
        ("node", NODE_TYPES),
        ("edge", LINK_TYPES),
    )
    for domain, types in tables:
        for name, kind in types.items():
            yield f'<key id="{domain}-{name}" for="{domain}" attr.name="{name}" attr.type="{_TYPES[kind]}"/>\n'


def _data(domain: str, values: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{domain}-{name}">{content(str(value))}</data>' for name, value in values.items())
