"""`trama key`: a key for somebody on the network."""

from typing import Annotated

import typer

from api.access.role import Role
from api.terminal import say, show


def key(
    role: Annotated[Role, typer.Argument(help="What it is for: each role may do what those before it may.")],
    name: Annotated[str, typer.Option(help="Whose it is, as the audit trail will have it.")] = "",
) -> None:
    """Make a key: its line for `serve --keys` on standard output, and the key itself, once, beside it."""
    import secrets

    from api.access.key import make_key

    secret, made = make_key(name or f"{role}-{secrets.token_hex(3)}", role)
    show(made.line)
    say(f"The key of {made.name}, which is kept nowhere: {secret}")
