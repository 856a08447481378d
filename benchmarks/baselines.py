"""What loading is measured against: a straightforward loader, and the least work that keeps passages and pairs.

Both know names by the tagger's brackets alone, and spelling for identity. The first sends one transaction of MERGEs a
document and keeps no sentence; the second reads in two processes and has Neo4j's import tool take its files.
"""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import Self

from graph.bolt import Bolt, Transaction
from graph.local.home import Home
from graph.local.jars import class_path
from graph.local.java import run_admin
from graph.local.server import LocalServer
from graph.progress import no_progress
from graph.settings import Settings

NAME = re.compile(r"\[(?:PER|ORG|LOC|MISC) ([^\[\]]*?)\s*\]")
SENTENCE = re.compile(r"\n|¶")
CONSTRAINT = "CREATE CONSTRAINT {0}_key IF NOT EXISTS FOR (n:{0}) REQUIRE n.key IS UNIQUE"
KEEP = "MERGE (d:Document {key: $key}) SET d.text = $text"
NAMES = "UNWIND $names AS n MERGE (e:Entity {key: n}) WITH e MATCH (d:Document {key: $key}) MERGE (e)-[:IN]->(d)"
PAIRS = """UNWIND $pairs AS p MATCH (a:Entity {key: p[0]}), (b:Entity {key: p[1]})
MERGE (a)-[c:WITH]->(b) ON CREATE SET c.n = p[2] ON MATCH SET c.n = c.n + p[2]"""
Read = tuple[str, list[tuple[str, str]], list[tuple[str, str, int]], dict[tuple[str, str], int]]
"""A document: its key, its passages, its mentions, and how often its pairs share one."""


def naive(files: Sequence[Path], settings: Settings) -> None:
    """Load document by document, into a store that is started for it and stopped."""
    server = LocalServer(settings)
    try:
        with Bolt(server.start()) as bolt:
            for label in ("Entity", "Document"):
                bolt.run(CONSTRAINT.format(label))
            for file in files:
                bolt.write(_Merging(file))
    finally:
        server.stop()


def floor(files: Sequence[Path], settings: Settings) -> None:
    """Read the files and import them into a store that no server has started yet."""
    home = Home(settings.store_home)
    home.make()
    pairs: Counter[tuple[str, str]] = Counter()
    names: set[str] = set()
    with _Rows(home.path) as rows, ProcessPoolExecutor(2) as pool:
        for some in pool.map(_read_all, [files[n : n + 64] for n in range(0, len(files), 64)]):
            for key, passages, mentions, counted in some:
                rows.write("Document", [[key, "Document"]])
                rows.write("Passage", [[*passage, "Passage"] for passage in passages])
                rows.write("HAS", [[key, passage[0], "HAS"] for passage in passages])
                rows.write("MENTIONS", [[*mention, "MENTIONS"] for mention in mentions])
                names.update(mention[1] for mention in mentions)
                pairs.update(counted)
        rows.write("Entity", [[name, "Entity"] for name in names])
        rows.write("WITH", [[*both, n, "WITH"] for both, n in pairs.items()])
    files_of = [f"--{'nodes' if head[0] == ':ID' else 'relationships'}={name}.csv" for name, head in HEADS.items()]
    words = ["database", "import", "full", "neo4j", "--max-off-heap-memory=2g", "--path-pattern-style=none", *files_of]
    run_admin(home, class_path(settings, no_progress), words, heap=2048, seconds=None)


class _Merging:
    """The transaction of one document."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __call__(self, tx: Transaction) -> None:
        key, _, mentions, pairs = _read(self._file)
        tx.run(KEEP, key=key, text=self._file.read_text(encoding="utf-8")).consume()
        tx.run(NAMES, key=key, names=sorted({name for _, name, _ in mentions})).consume()
        tx.run(PAIRS, pairs=[[*both, n] for both, n in pairs.items()]).consume()


HEADS = {
    "Document": [":ID", ":LABEL"],
    "Passage": [":ID", "text", ":LABEL"],
    "Entity": [":ID", ":LABEL"],
    "HAS": [":START_ID", ":END_ID", ":TYPE"],
    "MENTIONS": [":START_ID", ":END_ID", "start:int", ":TYPE"],
    "WITH": [":START_ID", ":END_ID", "n:int", ":TYPE"],
}


class _Rows:
    """The files of the import."""

    def __init__(self, folder: Path) -> None:
        self._files = {name: (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") for name in HEADS}
        self._writers = {name: csv.writer(file) for name, file in self._files.items()}
        for name, head in HEADS.items():
            self.write(name, [head])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def write(self, name: str, rows: Sequence[Sequence[object]]) -> None:
        self._writers[name].writerows(rows)


def _read_all(files: Sequence[Path]) -> list[Read]:
    return [_read(file) for file in files]


def _read(file: Path) -> Read:
    key = file.stem
    passages, mentions = [], []
    pairs: Counter[tuple[str, str]] = Counter()
    for n, sentence in enumerate(SENTENCE.split(file.read_text(encoding="utf-8"))):
        here = [(_plain(m[1]).lower(), m.start(1)) for m in NAME.finditer(sentence)]
        passages.append((f"{key}/{n}", _plain(NAME.sub(r"\1", sentence))))
        mentions += [(f"{key}/{n}", f"e:{name}", start) for name, start in here if name]
        pairs.update(combinations(sorted({f"e:{name}" for name, _ in here if name}), 2))
    return key, passages, mentions, dict(pairs)


def _plain(text: str) -> str:
    return " ".join(text.replace('"', "'").split())
