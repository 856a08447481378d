"""What a batch of documents does to those that stand in the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.extraction import Extraction


@dataclass(frozen=True, slots=True)
class Plan:
    """The documents to remove (ids) before those to add; `replaced` are the paths where one took another's place."""

    remove: tuple[str, ...]
    add: tuple[Extraction, ...]
    replaced: tuple[str, ...]


def plan(batch: Sequence[Extraction], standing: Mapping[str, str]) -> Plan:
    """Return what comes to the same as adding the documents one by one, the store holding `standing` (id to path).

    A document at the path of another takes its place. Of several paths with the same bytes the smallest is kept, so
    that it does not matter which was loaded first.
    """
    paths = dict(standing)
    at = {path: id_ for id_, path in standing.items()}
    adding: dict[str, Extraction] = {}
    replaced = []
    for extraction in batch:
        id_, path = extraction.document.id, extraction.document.path
        old = at.get(path, id_)
        if old != id_:
            replaced.append(path)
            del paths[old], at[path]
            adding.pop(old, None)
        if paths.get(id_, path) < path or at.get(path) == id_:
            continue
        at.pop(paths.get(id_, path), None)
        paths[id_] = path
        at[path] = id_
        adding[id_] = extraction
    return Plan(
        remove=tuple(id_ for id_ in standing if id_ not in paths or id_ in adding),
        add=tuple(adding.values()),
        replaced=tuple(replaced),
    )
