"""Which office is part of which, as documents say (`PART_OF`)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.bolt import AsyncBolt
from graph.query import query


@dataclass(frozen=True, slots=True)
class Hierarchy:
    """Each office's one parent: the one that most documents name, where they differ."""

    parents: Mapping[str, str]

    def above(self, office: str) -> Iterator[str]:
        """Give the offices above one, from near to far; a circle is followed once."""
        seen = {office}
        parent = self.parents.get(office)
        while parent is not None and parent not in seen:
            yield parent
            seen.add(parent)
            parent = self.parents.get(parent)

    def within(self, office: str) -> list[str]:
        """Return an office with all below it."""
        children: dict[str, list[str]] = defaultdict(list)
        for child, parent in self.parents.items():
            children[parent].append(child)
        found = {office: None}
        waiting = [office]
        while waiting:
            below = [child for child in children[waiting.pop()] if child not in found]
            found |= dict.fromkeys(below)
            waiting += below
        return sorted(found)

    def rolled_up(self, office: str, under: str | None) -> str:
        """Return what stands for an office right below `under`: itself, where it is not under it, or `under` is None.

        >>> Hierarchy({"wha-mex": "wha", "wha": "state"}).rolled_up("wha-mex", under="state")
        'wha'
        """
        line = [office, *self.above(office)]
        return line[line.index(under) - 1] if under in line[1:] else office

    def lowest(self, offices: Iterable[str]) -> list[str]:
        """Return those offices that none of the others is part of: who is at INR/TNC is at INR as well."""
        given = set(offices)
        higher = {parent for office in given for parent in self.above(office)}
        return sorted(given - higher) or sorted(given)


async def hierarchy(bolt: AsyncBolt) -> Hierarchy:
    """Return the store's hierarchy of offices."""
    rows = await bolt.read(query("analysis_parents"))
    return Hierarchy({row["child"]: row["parent"] for row in rows})
