"""Which keys a judgement about an entity of the store is kept under."""

from collections.abc import Iterable

from graph.judgement import Key, Source, family
from graph.judging.standing import Standing
from graph.name import slug


def keys_about(sources: Iterable[Source], standing: Standing) -> tuple[Key, ...]:
    """Return the keys of an entity's source entities, in order.

    A source entity that a judgement brought here is kept under the key by which it came. A name too weak to be
    followed is kept with its document. All others are kept under the extraction's id, and where that id is nothing but
    the name, under the name too, so that the judgement outlives an extractor that gives it another id.
    """
    keys: set[Key] = set()
    for source in sources:
        deciding = standing.deciding(source)
        if deciding is not None:
            keys.add(deciding)
        elif source.local:
            keys.add(Key(name=source.name, family=family(source.kind), document=source.document))
        else:
            keys.add(Key(entity=source.id))
            if slug(source.name) == source.id:
                keys.add(Key(name=source.name, family=family(source.kind)))
    return tuple(sorted(keys))


def keys_of_each(sources: Iterable[Source]) -> tuple[Key, ...]:
    """Return the keys that find these source entities and no others of their documents."""
    return tuple(sorted({source.found_by[0] for source in sources}))
