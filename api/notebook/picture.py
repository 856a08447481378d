"""A network drawn inside a notebook."""

import secrets
from html import escape

from graph.answer import Network
from graph.picture import picture

HEIGHT = 560
"""Pixels."""


class Drawn:
    """A picture of a network that Jupyter shows: one self-contained page in a frame, which asks nobody for anything.

    The frame is shut off from the notebook around it (`sandbox`): names of documents run there, if anywhere.
    """

    def __init__(self, network: Network, title: str, height: int = HEIGHT) -> None:
        self.html = picture(network, title, secrets.token_urlsafe(16))
        self._height = height
        self._said = f"Picture of {len(network.nodes)} entities and {len(network.edges)} links; Jupyter shows it."

    def __repr__(self) -> str:
        return self._said

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="allow-scripts" title="{escape(self._said)}" '
            f'style="width:100%;height:{self._height}px;border:1px solid #ccc"></iframe>'
        )
