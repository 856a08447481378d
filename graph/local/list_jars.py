"""Make the committed list of Neo4j's jars, after a new version was set in `jars.py`.

`python -m graph.local.list_jars` resolves what Neo4j depends on (two minutes the first time), fetches every jar into
jgo's Maven cache (`M2_REPO`, else `~/.m2/repository`) and writes their SHA-256 beside this file. Read the difference
before committing it.
"""

import hashlib
from concurrent.futures import ThreadPoolExecutor

import jgo
from jgo.maven import Artifact

from graph.local.fetch import AT_ONCE
from graph.local.jars import ENDPOINT, LIST


def line(artifact: Artifact) -> str:
    """Return the list's line for one jar, which is fetched where needed."""
    with artifact.resolve().open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {artifact}\n"


def main() -> None:
    """Write the list, sorted by coordinate after the two jars that were asked for."""
    first, second, *others = jgo.resolve(ENDPOINT)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        LIST.write_text("".join(pool.map(line, [first, second, *sorted(others, key=str)])), encoding="utf-8")


if __name__ == "__main__":
    main()
