"""Judgements that Hypothesis makes of a store's entities."""

from hypothesis import strategies as st

from graph.bolt import Bolt
from graph.entity import Kind
from graph.judgement import Decision
from graph.judging.judge import Word


def words(bolt: Bolt) -> st.SearchStrategy[Word] | None:
    """Give words that can be said of what the store holds now; None where it holds nothing."""
    ids = [row["id"] for row in bolt.read("MATCH (e:Entity) RETURN e.id AS id ORDER BY id")]
    parts = bolt.read(
        "MATCH (d:Document)-[n:NAMES]->(e:Entity) WITH e, n ORDER BY e.id, n.source "
        "WITH e, collect(n.source) AS names WHERE any(name IN names WHERE name <> names[0]) "
        "RETURN e.id AS id, names[0] AS source"
    )
    if not ids:
        return None
    some = st.sampled_from(ids)
    one = [
        st.builds(Word, st.just(Decision.RENAME), some, value=st.sampled_from(["El Barbas", "Marina"])),
        st.builds(Word, st.just(Decision.KIND), some, value=st.sampled_from([kind.value for kind in Kind])),
        st.builds(Word, st.just(Decision.NOT_A_NAME), some),
    ]
    if parts:
        split = st.sampled_from(parts)
        one.append(split.map(lambda row: Word(Decision.SPLIT, row["id"], sources=(row["source"],))))
    if len(ids) > 1:
        pairs = st.lists(some, min_size=2, max_size=2, unique=True)
        two = [Decision.SAME, Decision.SAME, Decision.SAME, Decision.NOT_SAME, Decision.UNSURE]
        decided = st.tuples(st.sampled_from(two), pairs)
        one += [decided.map(lambda both: Word(both[0], both[1][0], both[1][1]))] * 2
    return st.one_of(one)
