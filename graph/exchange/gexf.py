"""GEXF 1.3, Gephi's own form, with dates for its timeline.

https://gexf.net/schema.html. A node or edge stands in the timeline from its first document's date to its last's; one
without a date has `dated` false and no such span, and Gephi shows it at all times.
"""

from calendar import monthrange
from collections.abc import AsyncIterator, Mapping

from graph.exchange.attributes import LINK_TYPES, NODE_TYPES, Value, link_values, node_values
from graph.exchange.clean import attribute, content
from graph.exchange.notice import NOTICE
from graph.exchange.part import Part

_TYPES: Mapping[type, str] = {str: "string", int: "integer", float: "double", bool: "boolean"}
_NODE: Mapping[str, type] = {**NODE_TYPES, "dated": bool}
_EDGE: Mapping[str, type] = {**LINK_TYPES, "dated": bool}


async def gexf(part: Part) -> AsyncIterator[str]:
    """Write a dynamic graph; an edge's weight is the number of paragraphs that name both ends."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><creator>Trama</creator><description>{content(NOTICE)}</description></meta>\n"
    yield '<graph defaultedgetype="undirected" mode="dynamic" timeformat="date">\n'
    yield _declared("node", _NODE) + _declared("edge", _EDGE) + "<nodes>\n"
    async for node in part.nodes():
        values = node_values(node)
        yield (
            f"<node id={attribute(node.id)} label={attribute(node.name)}{_span(node.first, node.last)}>"
            f"{_values(values, _NODE)}</node>\n"
        )
    yield "</nodes>\n<edges>\n"
    async for link in part.links():
        ends = f"source={attribute(link.source)} target={attribute(link.target)}"
        yield (
            f'<edge id={attribute(f"{link.source}|{link.target}")} {ends} weight="{link.paragraphs}"'
            f"{_span(link.first, link.last)}>{_values(link_values(link), _EDGE)}</edge>\n"
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def first_day(date: str) -> str:
    """Return the first day that a date cut to its precision may mean.

    >>> first_day("2009"), first_day("2009-12"), first_day("2009-12-17")
    ('2009-01-01', '2009-12-01', '2009-12-17')
    """
    return date + "-01-01"[len(date) - 4 :] if len(date) < len("2009-12-17") else date


def last_day(date: str) -> str:
    """Return the last day that a date cut to its precision may mean.

    >>> last_day("2009"), last_day("2008-02"), last_day("2009-12-17")
    ('2009-12-31', '2008-02-29', '2009-12-17')
    """
    year, *rest = date.split("-")
    month = rest[0] if rest else "12"
    return date if len(rest) > 1 else f"{year}-{month}-{monthrange(int(year), int(month))[1]:02d}"


def _span(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return ""
    return f' start="{first_day(first)}" end="{last_day(last)}"'


def _declared(domain: str, types: Mapping[str, type]) -> str:
    lines = "".join(f'<attribute id="{name}" title="{name}" type="{_TYPES[kind]}"/>\n' for name, kind in types.items())
    return f'<attributes class="{domain}" mode="static">\n{lines}</attributes>\n'


def _values(values: Mapping[str, Value], types: Mapping[str, type]) -> str:
    said = {"dated": "true" if "first" in values else "false", **values}
    lines = (f'<attvalue for="{name}" value={attribute(str(said[name]))}/>' for name in types if name in said)
    return f"<attvalues>{''.join(lines)}</attvalues>"
