"""A batch of documents is worth what they are worth one by one."""

from extractions import extractions
from hypothesis import given
from hypothesis import strategies as st

from graph.extraction import Extraction
from graph.plan import plan

contents = st.tuples(st.sampled_from("abcd"), st.sampled_from(["p", "q", "r"]))


@st.composite
def batches(draw: st.DrawFn) -> list[Extraction]:
    """Give documents that collide in content and in path."""
    return [draw(extractions(content, path)) for content, path in draw(st.lists(contents, max_size=5))]


@given(batches(), st.dictionaries(st.sampled_from(["p", "q", "r"]), st.sampled_from("abcd")))
def test_a_batch_comes_to_the_same_as_its_documents_one_by_one(batch, there):
    """Removing and adding what the plan says ends where documents one after the other would."""
    from graph.document import content_hash, document_id  # noqa: PLC0415

    standing = {document_id(content_hash(content.encode())): path for path, content in there.items()}
    expected = dict(standing)
    for x in batch:
        id_, path = x.document.id, x.document.path
        expected = {i: p for i, p in expected.items() if p != path or i == id_}
        expected[id_] = min(path, expected.get(id_, path))
    planned = plan(batch, standing)
    got = {i: p for i, p in standing.items() if i not in planned.remove}
    assert not got.keys() & {x.document.id for x in planned.add}
    got |= {x.document.id: x.document.path for x in planned.add}
    assert got == expected


@given(st.permutations([("p", "a"), ("q", "a"), ("r", "b"), ("s", "a"), ("t", "b")]), st.data())
def test_which_of_equal_files_is_loaded_first_leaves_no_trace(files, data):
    """Each content is kept once, under the smallest of its paths."""
    standing: dict[str, str] = {}
    for path, content in files:
        x = data.draw(extractions(content, path))
        planned = plan([x], standing)
        standing = {i: p for i, p in standing.items() if i not in planned.remove}
        standing |= {y.document.id: y.document.path for y in planned.add}
    assert sorted(standing.values()) == ["p", "r"]
