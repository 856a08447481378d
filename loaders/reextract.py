"""Reading the stored source texts anew, with the extractor of today, and saying what changed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field

from graph.bolt import Bolt
from graph.errors import ConfigurationError, TramaError
from graph.extraction import Extraction
from graph.progress import Progress, no_progress
from graph.query import query
from graph.stored import Stored, as_stored, stored
from graph.writer import Writer
from loaders.extract import name
from loaders.forms import read_text
from loaders.limit import limited
from loaders.names.gazetteer import default_gazetteer
from loaders.names.plugged import recognisers

BATCH = 25
"""Changed documents that are written in one transaction."""


@dataclass(slots=True)
class Changes:
    """What another reading changed. A name that changed its entity is neither added nor removed, but `resolved` anew.

    `appeared` and `gone` are extraction's ids of entities; `kinds` those that most documents now call another kind,
    as (id, kind before, kind after). Judgements stand on top of all of it, and are no change.
    """

    documents: int = 0
    changed: int = 0
    added: int = 0
    removed: int = 0
    resolved: int = 0
    appeared: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    kinds: list[tuple[str, str, str]] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)

    def plain(self) -> dict[str, object]:
        """Return it as JSON has it."""
        return asdict(self)


def reextract(bolt: Bolt, writer: Writer, *, dry_run: bool = False, on_progress: Progress = no_progress) -> Changes:
    """Read every stored source text anew; write what changed, unless it is a dry run, and return what that is.

    A document keeps its id, its path and the loads that brought it, and judgements are applied to it again. One that
    can be read no more is left as it is and named. Raises ConfigurationError for a gazetteer or a recogniser that
    cannot be used, and what reading and writing the store raise.
    """
    default_gazetteer()
    recognisers()
    total = bolt.read(query("reextract_count"))[0]["documents"]
    changes = Changes()
    kinds: tuple[_Kinds, _Kinds] = (_Kinds(), _Kinds())
    for batch in _batches(_read_anew(stored(bolt), changes, kinds, on_progress, total)):
        if not dry_run:
            writer.rewrite(batch)
    if changes.changed and not dry_run:
        on_progress("weighing links", 0, 0)
        writer.refresh()
    before, after = kinds[0].commonest(), kinds[1].commonest()
    changes.appeared = sorted(after.keys() - before.keys())
    changes.gone = sorted(before.keys() - after.keys())
    changes.kinds = sorted(
        (id_, before[id_], after[id_]) for id_ in before.keys() & after.keys() if before[id_] != after[id_]
    )
    return changes


class _Kinds:
    """What documents call entities."""

    def __init__(self) -> None:
        self._said: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, document: Stored) -> None:
        for _, id_, _, kind, *_ in document.names:
            self._said[id_][kind] += 1

    def commonest(self) -> dict[str, str]:
        """Return the kind that most documents give each."""
        return {id_: min(said, key=lambda kind: (-said[kind], kind)) for id_, said in self._said.items()}


def _read_anew(
    documents: Iterable[Stored], changes: Changes, kinds: tuple[_Kinds, _Kinds], on_progress: Progress, total: int
) -> Iterator[Extraction]:
    """Give the documents that are read otherwise than they were."""
    for old in documents:
        changes.documents += 1
        on_progress("reading again", changes.documents, total)
        kinds[0].add(old)
        try:
            extraction = _extracted(old)
        except ConfigurationError:
            raise
        except Exception as error:  # noqa: BLE001 (one text that no reader foresaw must not cost the other thousands)
            changes.unreadable.append(str(error) if isinstance(error, TramaError) else f"{old.path}: {error}")
            kinds[1].add(old)
            continue
        new = as_stored(extraction)
        kinds[1].add(new)
        if new.facts != old.facts:
            _count(changes, old, new)
            yield extraction


def _extracted(old: Stored) -> Extraction:
    """Read a stored text: the document is the file that it was, whatever bytes it was decoded from."""
    with limited(old.path, len(old.text)):
        return name(read_text(old.text, old.path, old.hash), default_gazetteer(), recognisers())


def _count(changes: Changes, old: Stored, new: Stored) -> None:
    before, after = ({(m[1], m[2]): m[4] for m in each.mentions} for each in (old, new))
    changes.changed += 1
    changes.added += len(after.keys() - before.keys())
    changes.removed += len(before.keys() - after.keys())
    changes.resolved += sum(before[span] != after[span] for span in before.keys() & after.keys())


def _batches(extractions: Iterable[Extraction]) -> Iterator[Sequence[Extraction]]:
    batch: list[Extraction] = []
    for extraction in extractions:
        batch.append(extraction)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
