"""`trama analyse roles`: who drafted, cleared, approved, reviewed, classified and signed."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.analyse.options import AsJson, Limit
from api.terminal import say, show
from graph.analysis.actor import ROLES, Actor

Only = Annotated[list[str] | None, typer.Option("--role", metavar="ROLE", help="Only this one; may be repeated.")]
Under = Annotated[
    str | None, typer.Option(metavar="OFFICE", help="Roll the offices under this one up to those right below it.")
]


def roles(
    context: typer.Context,
    who: Annotated[str | None, typer.Argument(metavar="[WHO]", help="A person or office whose acts to list.")] = None,
    by: Annotated[Actor, typer.Option(help="For whom to count.")] = Actor.PERSON,
    only: Only = None,
    under: Under = None,
    limit: Limit = 20,
    as_json: AsJson = False,
) -> None:
    """Count who did what with documents, or list one's own."""
    from api.asking import asked
    from api.table import show_table
    from graph.analysis import roles as analysis

    if who is not None:
        listed = asked(context.obj, lambda bolt: analysis.role_acts(bolt, who, only=only or (), limit=limit))
        if as_json:
            show(json.dumps(asdict(listed), ensure_ascii=False))
            return
        show_table(
            ["date", "person", "role", "title", "offices", "document", "subject"],
            [
                [each.document.date or "", each.person.name, each.role, each.title,
                 ", ".join(office.name for office in each.offices), each.document.id, each.document.subject]
                for each in listed.items
            ],
        )  # fmt: skip
        return
    found = asked(context.obj, lambda bolt: analysis.roles(bolt, by=by, only=only or (), under=under, limit=limit))
    if as_json:
        show(json.dumps(asdict(found), ensure_ascii=False))
        return
    kinds = [role for role in ROLES if any(role in each.roles for each in found.items)]
    show_table(
        [by.value, "documents", *kinds],
        [
            [each.who.name, f"{each.documents:,}", *(f"{each.roles.get(role, 0):,}" for role in kinds)]
            for each in found.items
        ],
    )
    if found.note:
        say(found.note)
