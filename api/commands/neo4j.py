"""`trama neo4j`: the local Neo4j, started, stopped and told about."""

from typing import TYPE_CHECKING

import typer

from api.terminal import say, show
from graph.errors import InputError
from graph.settings import Settings

if TYPE_CHECKING:
    from graph.local.server import LocalServer

app = typer.Typer(name="neo4j")


@app.callback(invoke_without_command=True)
def neo4j(context: typer.Context) -> None:
    """Start, stop and look at the local Neo4j."""
    if context.invoked_subcommand is None:
        show(context.get_help())


@app.command()
def start(context: typer.Context) -> None:
    """Start the local Neo4j; it stops by itself after ten idle minutes."""
    from api.progress import connected

    _local(context.obj)
    address = connected(context.obj)
    say(f"Neo4j is at {address.uri}.")


@app.command()
def stop(context: typer.Context) -> None:
    """Stop the local Neo4j; a service that runs on this store starts it again."""
    stopped = "Neo4j is stopped. A `trama serve` that runs on this store starts it again."
    say(stopped if _local(context.obj).stop() else "Neo4j was not running.")


@app.command()
def status(context: typer.Context) -> None:
    """Tell whether Neo4j runs, and what another Cypher client needs to connect to it, for writing too."""
    settings: Settings = context.obj
    if settings.uri is not None:
        _show_remote(settings)
        return
    found = _local(settings).status()
    show(f"state      {'running' if found.running else 'stopped (trama neo4j start starts it)'}")
    if found.uri is not None:
        show(f"address    {found.uri}")
    show(f"user name  {found.username}")
    show(f"password   in {found.password_file}")
    show("database   neo4j")
    show(f"version    Neo4j Community {found.version}")
    show(f"store      {settings.store}, in {found.home}")
    if found.pid is not None:
        show(f"process    {found.pid}")


def _show_remote(settings: Settings) -> None:
    from graph.connection import connect_address
    from graph.errors import StoreUnavailableError

    try:
        connect_address(settings)
        state = "answers"
    except StoreUnavailableError as error:
        state = str(error)
    show(f"state      {state}")
    show(f"address    {settings.uri} (from NEO4J_URI)")
    show(f"user name  {settings.username}")
    show(f"password   {'from NEO4J_PASSWORD' if settings.password else 'none'}")
    show(f"database   {settings.database}")


def _local(settings: Settings) -> "LocalServer":
    if settings.uri is not None:
        raise InputError("NEO4J_URI is set: that server is not Trama's to start or stop.")
    from graph.local.server import LocalServer

    return LocalServer(settings, notify=say)
