"""The counts beside a link and the evidence behind it are one thing, over the two sample documents."""

import asyncio
from collections import Counter

import pytest

from graph.bolt import Address, AsyncBolt, Bolt
from graph.reader import Reader

COUNTS = "MATCH (e:Entity) RETURN e.id AS id ORDER BY id"


@pytest.mark.parametrize("scope", ["passage", "paragraph", "document"])
@pytest.mark.usefixtures("loaded")
def test_every_pair_has_as_much_evidence_as_its_count_says(bolt: Bolt, address: Address, scope: str) -> None:
    """Of whoever is listed as a neighbour, at that scope; whoever is not listed has none."""
    ids = [str(row["id"]) for row in bolt.read(COUNTS)]

    async def counted() -> tuple[dict[tuple[str, str], int], dict[tuple[str, str], int]]:
        connection = AsyncBolt(address)
        reader = Reader(connection)
        listed: Counter[tuple[str, str]] = Counter()
        for a in ids:
            for neighbour in (await reader.neighbours(a, scope=scope, limit=1000)).items:
                if a < neighbour.entity.id:
                    listed[a, neighbour.entity.id] = getattr(neighbour.weight, f"{scope}s")
        found: Counter[tuple[str, str]] = Counter()
        together = await connection.read(
            "MATCH (a:Entity)<-[:NAMES]-(d:Document)-[:NAMES]->(b:Entity) WHERE a.id < b.id "
            "RETURN DISTINCT a.id AS a, b.id AS b"
        )
        for row in together:
            evidence = await reader.evidence(row["a"], row["b"], scope=scope, limit=1000)
            if evidence.items:
                found[row["a"], row["b"]] = len(evidence.items)
        await connection.close()
        return listed, found

    listed, found = asyncio.run(counted())
    assert listed == found
    assert len(found) > 50
