"""One small cable around a sentence, and what a name in it was taken to mean."""

from graph.extraction import Extraction

HEAD = """<code><pre>C O N F I D E N T I A L {post} 000123

SIPDIS

E.O. 12958: DECL: 07/24/2019
TAGS: PREL
SUBJECT: A TEST

Classified By: Ambassador William B. Wood for reasons 1.4 (b) and (d)

1. (C) """
TAIL = "\n\nGARZA\n</pre></code>"


def cable(body: str, post: str = "MEXICO") -> bytes:
    """The bytes of a cable from `post` with one paragraph."""
    return (HEAD.format(post=post) + body + TAIL).encode()


def meaning(extraction: Extraction, surface: str) -> set[tuple[str, str]]:
    """The entities, with their kinds, that a surface was taken to mean."""
    kinds = {e.id: e.kind.value for e in extraction.entities}
    return {(m.entity, kinds[m.entity]) for m in extraction.mentions if m.surface == surface}
