"""The attributes of nodes and links, as the forms that know only texts and numbers have them."""

from collections.abc import Mapping

from graph.exchange.link import Link
from graph.exchange.node import Node

Value = str | int | float

ALIASES = " | "
"""What stands between the aliases of an entity where a list is one text."""

NODE_TYPES: Mapping[str, type] = {
    "name": str,
    "kind": str,
    "aliases": str,
    "mentions": int,
    "documents": int,
    "first": str,
    "last": str,
}
LINK_TYPES: Mapping[str, type] = {
    "passages": int,
    "paragraphs": int,
    "documents": int,
    "llr": float,
    "npmi": float,
    "observed": float,
    "expected": float,
    "q": float,
    "first": str,
    "last": str,
}


def node_values(node: Node) -> dict[str, Value]:
    """Return a node's attributes, those that are known."""
    return _known({name: getattr(node, name) for name in NODE_TYPES} | {"aliases": ALIASES.join(node.aliases)})


def link_values(link: Link) -> dict[str, Value]:
    """Return a link's attributes, those that are known."""
    return _known({name: getattr(link, name) for name in LINK_TYPES})


def _known(values: Mapping[str, Value | None]) -> dict[str, Value]:
    return {name: value for name, value in values.items() if value is not None}
