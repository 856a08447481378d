"""Varied questions to a store, chosen by a seeded die, and the Cypher that each of them costs.

Entities are drawn by the logarithm of their rank by mentions: as often among the first ten as among the next ninety,
for people ask for what is named often. Names are typed as people type them: begun, or with one letter wrong.
"""

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from graph.bolt import Address, AsyncBolt, Row
from graph.reader import Reader

Read = tuple[str, dict[str, Any]]
"""A query and its parameters."""

RANKED = "MATCH (e:Entity) WHERE e.mentions > 0 RETURN e.id AS id, e.name AS name ORDER BY e.mentions DESC, e.id"
TEXTS = """MATCH (d:Document) WITH d ORDER BY d.id LIMIT 300
RETURN COLLECT {
  MATCH (d)-[:HAS]->(p:Passage) WHERE p.part = 'body' RETURN p.text ORDER BY p.ordinal LIMIT 20
} AS texts
"""


@dataclass(frozen=True, slots=True)
class Question:
    """One request: its route's name, its address, and how the service asks the store for its answer."""

    route: str
    path: str
    ask: Callable[[Reader], Awaitable[Any]]
    reads: list[Read] = field(default_factory=list)


class Recorder(AsyncBolt):
    """A connection that remembers what was read over it."""

    def __init__(self, address: Address) -> None:
        super().__init__(address)
        self.reads: list[Read] = []

    async def read(self, query: str, **parameters: object) -> list[Row]:
        """Read, and remember it."""
        self.reads.append((query, parameters))
        return await super().read(query, **parameters)


async def questions(address: Address, count: int, seed: int = 5) -> list[Question]:
    """Return so many questions, of all routes in turn and shuffled; every one of them is asked once for its Cypher."""
    die = random.Random(seed)  # noqa: S311 - no secret
    bolt = Recorder(address)
    entities = [(row["id"], row["name"]) for row in await bolt.read(RANKED)]
    words = sorted(
        {word for row in await bolt.read(TEXTS) for text in row["texts"] for word in text.split() if _plain(word)}
    )
    makers = [_names, _words, _entity, _neighbours, _evidence, _network, _path]
    found = []
    for n in range(count):
        question = await makers[n % len(makers)](die, entities, words, Reader(bolt))
        bolt.reads.clear()
        await question.ask(Reader(bolt))
        question.reads.extend(bolt.reads)
        found.append(question)
    await bolt.close()
    die.shuffle(found)
    return found


Entities = list[tuple[str, str]]


async def _names(die: random.Random, entities: Entities, _: list[str], __: Reader) -> Question:
    name = _drawn(die, entities)[1]
    typed = name[: die.randint(3, max(3, len(name)))] if die.random() < 0.5 else _misspelt(die, name)  # noqa: PLR2004
    return Question(
        "names", f"/api/entities?{urlencode({'q': typed})}", lambda reader: reader.entities(typed, limit=50)
    )


async def _words(die: random.Random, _: Entities, words: list[str], __: Reader) -> Question:
    typed = " ".join(die.sample(words, die.randint(1, 2)))
    return Question("search", f"/api/search?{urlencode({'q': typed})}", lambda reader: reader.search(typed, limit=50))


async def _entity(die: random.Random, entities: Entities, _: list[str], __: Reader) -> Question:
    id_ = _drawn(die, entities)[0]
    return Question("entity", f"/api/entities/{quote(id_)}", lambda reader: reader.entity(id_))


async def _neighbours(die: random.Random, entities: Entities, _: list[str], __: Reader) -> Question:
    id_ = _drawn(die, entities)[0]
    scope = die.choice(["passage", "paragraph"])
    return Question(
        "neighbours",
        f"/api/entities/{quote(id_)}/neighbours?scope={scope}",
        lambda reader: reader.neighbours(id_, scope=scope, limit=50),
    )


async def _evidence(die: random.Random, entities: Entities, _: list[str], reader: Reader) -> Question:
    while True:
        id_ = _drawn(die, entities)[0]
        near = (await reader.neighbours(id_, limit=50)).items
        if near:
            break
    other = die.choice(near).entity.id
    return Question(
        "evidence",
        f"/api/evidence?{urlencode({'a': id_, 'b': other})}",
        lambda reader: reader.evidence(id_, other, limit=50),
    )


async def _network(die: random.Random, entities: Entities, _: list[str], __: Reader) -> Question:
    id_ = _drawn(die, entities)[0]
    return Question(
        "network", f"/api/network?{urlencode({'ids': id_, 'limit': 150})}", lambda reader: reader.network([id_])
    )


async def _path(die: random.Random, entities: Entities, _: list[str], __: Reader) -> Question:
    a, b = _drawn(die, entities)[0], _drawn(die, entities)[0]
    while a == b:
        b = _drawn(die, entities)[0]
    return Question("path", f"/api/paths?{urlencode({'from': a, 'to': b})}", lambda reader: reader.paths(a, b))


def _drawn(die: random.Random, entities: Entities) -> tuple[str, str]:
    return entities[int(len(entities) ** die.random()) - 1]


def _misspelt(die: random.Random, name: str) -> str:
    at = die.randrange(len(name))
    return name[:at] + die.choice("aeiorst") + name[at + 1 :]


def _plain(word: str) -> bool:
    return word.isalpha() and len(word) > 4  # noqa: PLR2004
