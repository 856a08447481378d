"""The forms that a graph is exported in."""

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graph.exchange.cytoscape import cytoscape
from graph.exchange.ftm import ftm
from graph.exchange.gexf import gexf
from graph.exchange.graphml import graphml
from graph.exchange.node_link import node_link
from graph.exchange.pairs import pairs
from graph.exchange.part import Part


class Form(StrEnum):
    """A form, by the name that asks for it."""

    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"
    JSON = "json"
    CYTOSCAPE = "cytoscape"
    FTM = "ftm"


@dataclass(frozen=True, slots=True)
class Description:
    """How a form is written, and what its files are called."""

    write: Callable[[Part], AsyncIterator[str]]
    media_type: str
    file_name: str


FORMS: Mapping[Form, Description] = {
    Form.GRAPHML: Description(graphml, "application/graphml+xml", "trama.graphml"),
    Form.GEXF: Description(gexf, "application/gexf+xml", "trama.gexf"),
    Form.CSV: Description(pairs, "text/csv", "trama-pairs.csv"),
    Form.JSON: Description(node_link, "application/json", "trama.json"),
    Form.CYTOSCAPE: Description(cytoscape, "application/json", "trama.cyjs"),
    Form.FTM: Description(ftm, "application/x-ndjson", "trama.ftm.json"),
}
