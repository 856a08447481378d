"""`trama demo`: from nothing to the explorer over two real documents."""

import typer

from api.commands.serve import Host, Port, refuse_strangers, serve_here
from api.door import Door
from api.terminal import show


def demo(context: typer.Context, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """Start Neo4j, load the bundled documents and serve the explorer, in one go."""
    from api.loading import load_files, told
    from api.samples import samples

    door = Door(host, port)
    refuse_strangers(context.obj, door)
    show("\n".join(told(load_files(context.obj, samples()))))
    serve_here(context.obj, door, browse=True)
