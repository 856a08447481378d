"""`trama serve`: the explorer and the API."""

from typing import Annotated

import typer

from api.hosts import is_loopback
from api.terminal import WrongUseError, say
from graph.errors import StoreUnavailableError
from graph.settings import Settings

Host = Annotated[str, typer.Option(help="The loopback name or address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; where it is taken, the next free one.")]

Workers = Annotated[
    int, typer.Option(min=1, max=64, help="How many processes answer: as many as there are cores to spare.")
]


def serve(context: typer.Context, host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 1) -> None:
    """Serve the explorer, the API and its reference until Ctrl-C."""
    from api.progress import connected

    refuse_strangers(host)
    try:
        connected(context.obj)
    except StoreUnavailableError as error:
        say(f"{error} The service starts all the same, and answers when Neo4j does.")
    serve_here(context.obj, host, port, workers=workers)


def refuse_strangers(host: str) -> None:
    """Raise a usage error for a host that others than this machine can reach."""
    if not is_loopback(host):
        raise WrongUseError(
            f"Trama serves this machine alone for now (127.0.0.1, ::1 or localhost): on {host} anyone on the network "
            "could read and change the store, and access keys come with a later version.",
        )


def serve_here(settings: Settings, host: str, port: int, *, browse: bool = False, workers: int = 1) -> None:
    """Serve until Ctrl-C, and say where; `browse` opens the page where there is a display."""
    from api import serving

    listening = serving.listen(host, port)
    address = serving.address_of(listening, host)
    if port and not address.endswith(f":{port}"):
        say(f"Port {port} is in use: taking the next free one.")

    def on_ready() -> None:
        say(f"Trama is at {address} (API reference: {address}/docs). Ctrl-C stops it.")
        if browse:
            _open(address)

    serving.run(settings, host, listening, on_ready, workers)


def _open(address: str) -> None:
    """Open a page in the user's browser, unless only text browsers are there: those would take the terminal."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(address)
