"""Entities, co-mentions and posts in FollowTheMoney."""

from collections.abc import Mapping, Sequence

from graph.bolt import Row
from graph.entity import PEOPLE, Kind
from graph.exchange.ftm_value import Entity, document_id, made, made_id, thing_id
from graph.exchange.notice import NOTICE

SCHEMAS: Mapping[str, str] = {
    Kind.CARTEL: "Organization",
    Kind.AGENCY: "PublicBody",
    Kind.OFFICIAL: "Person",
    Kind.TRAFFICKER: "Person",
    Kind.PERSON: "Person",
    Kind.ORGANIZATION: "Organization",
    Kind.PLACE: "Address",
}
"""Parties, press, companies and guerrillas are one kind here, so none is a Company; a place is an Address, the one
schema for it that Aleph and OpenAleph both have."""
BODIES = frozenset({Kind.CARTEL, Kind.AGENCY, Kind.ORGANIZATION})


def entity_of(row: Row, parents: Sequence[str]) -> Entity:
    """Return an entity with its aliases, its kind, and the agencies that it is part of."""
    entity = row["entity"]
    id_, kind, name = entity["id"], entity["kind"], entity["name"]
    properties = {
        "name": [name],
        "alias": entity["aliases"] or [],
        "keywords": [kind],
        "notes": [f"{entity['mentions']} mentions in {entity['documents']} documents, read by a program. {NOTICE}"],
    }
    if kind == Kind.PLACE:
        properties["full"] = [name]
    else:
        properties["parent"] = [thing_id(parent) for parent in parents]
    return made(thing_id(id_), SCHEMAS[kind], properties)


def link_of(row: Row, proof: Sequence[str]) -> Entity:
    """Return a co-mention as a link of unknown nature, with its counts, dates and the documents that show it."""
    weight = row["weight"]
    counts = f"{weight['passages']} sentences, {weight['paragraphs']} paragraphs, {weight['documents']} documents"
    return made(
        made_id("link", row["source"], row["target"]),
        "UnknownLink",
        {
            "subject": [thing_id(row["source"])],
            "object": [thing_id(row["target"])],
            "role": [f"named together: {counts}"],
            "summary": [NOTICE],
            "startDate": [weight["first"]],
            "endDate": [weight["last"]],
            "proof": [document_id(each) for each in proof],
        },
    )


def post_of(row: Row) -> Entity:
    """Return a post as an employment; as a link of unknown nature where its ends are no person and no body."""
    ends = thing_id(row["holder"]), thing_id(row["agency"])
    is_job = row["holder_kind"] in PEOPLE and row["agency_kind"] in BODIES
    names = ("employee", "employer") if is_job else ("subject", "object")
    return made(
        made_id("post", row["holder"], row["agency"], row["title"] or ""),
        "Employment" if is_job else "UnknownLink",
        {
            names[0]: [ends[0]],
            names[1]: [ends[1]],
            "role": [row["title"]],
            "proof": [document_id(each) for each in row["documents"] or ()],
        },
    )
