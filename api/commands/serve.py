"""`trama serve`: the explorer and the API."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from api.door import Door
from api.level import Level
from api.terminal import WrongUseError, say
from graph.errors import StoreUnavailableError
from graph.settings import Settings

Host = Annotated[str, typer.Option(help="The name or address to listen on; on any but a loopback one keys are needed.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port; where it is taken, the next free one.")]

Workers = Annotated[
    int, typer.Option(min=1, max=64, help="How many processes answer: as many as there are cores to spare.")
]
Keys = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Let in only who has a key that this file names."),
]
Names = Annotated[
    list[str] | None, typer.Option("--name", metavar="NAME", help="A host name that it is reached by; repeatable.")
]
Proxies = Annotated[
    list[str] | None,
    typer.Option("--proxy", metavar="ADDRESS", help="A proxy that is believed who asks, and whether by https."),
]


LogLevel = Annotated[
    Level, typer.Option("--log-level", help="What is logged on standard output; from info on each request.")
]


def serve(
    context: typer.Context,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    workers: Workers = 1,
    keys: Keys = None,
    names: Names = None,
    proxies: Proxies = None,
    log_level: LogLevel = Level.INFO,
) -> None:
    """Serve the explorer, the API and its reference until Ctrl-C."""
    from api.progress import connected

    settings, door = replace(context.obj, keys_file=keys), Door(host, port, tuple(names or ()), tuple(proxies or ()))
    refuse_strangers(settings, door)
    try:
        connected(settings)
    except StoreUnavailableError as error:
        say(f"{error} The service starts all the same, and answers when Neo4j does.")
    serve_here(settings, door, workers=workers, level=log_level)


def refuse_strangers(settings: Settings, door: Door) -> None:
    """Raise a usage error where others than this machine could come in without a key.

    Raises ConfigurationError for keys that cannot be used.
    """
    from api.access.keyring import keyring

    if keyring(settings) is None and door.is_open_to_others:
        raise WrongUseError(
            f"On {door.host} others than this machine could read and change the store: make a key with "
            "`trama key loader --name YOU >> trama.keys`, and serve with `--keys trama.keys`.",
        )


def serve_here(
    settings: Settings, door: Door, *, browse: bool = False, workers: int = 1, level: Level = Level.WARNING
) -> None:
    """Serve until Ctrl-C, and say where; `browse` opens the page where there is a display."""
    from api import serving

    host, port = door.host, door.port

    listening = serving.listen(host, port)
    address = serving.address_of(listening, host)
    if port and not address.endswith(f":{port}"):
        say(f"Port {port} is in use: taking the next free one.")

    def on_ready() -> None:
        say(f"Trama is at {address} (API reference: {address}/docs). Ctrl-C stops it.")
        if browse:
            _open(address)

    serving.run(settings, door, listening, on_ready, workers=workers, level=level)


def _open(address: str) -> None:
    """Open a page in the user's browser, unless only text browsers are there: those would take the terminal."""
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if type(browser) is not webbrowser.GenericBrowser:
        browser.open(address)
