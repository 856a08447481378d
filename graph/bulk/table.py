"""The CSV files of an import: which there are, what their columns are, and how values are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graph.signature import BANDS

BETWEEN = "\x1f"
"""What parts the values of an array. Names cannot hold it: it is white space, which is collapsed in them."""


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of node or relationship; `form` is the label or type of every row, empty where a column says it.

    The columns are in the import tool's own words (`name:type`); a column's name is the property's.
    """

    name: str
    form: str
    columns: tuple[str, ...]

    @property
    def is_nodes(self) -> bool:
        """Whether rows are nodes, not relationships."""
        return self.columns[0].startswith(":ID")

    @property
    def properties(self) -> tuple[str, ...]:
        """The names of the properties, in order of their columns."""
        return tuple(column.split(":")[0] for column in self.columns if not column.startswith(":"))


def _nodes(form: str, space: str, columns: str, label: str = "") -> Table:
    given = (":LABEL",) if label else ()
    return Table(form.lower(), "" if label else form, (f":ID({space})", *columns.split(), *given))


def _links(form: str, start: str, end: str, columns: str = "", name: str = "") -> Table:
    ends = (f":START_ID({start})", f":END_ID({end})")
    kind = (":TYPE",) if name else ()
    return Table(name or form.lower(), form, (*ends, *columns.split(), *kind))


DOCUMENTS = _nodes(
    "Document", "d",
    "id hash path kind subject date date_precision date_source origin marking cable case doc tags:string[] "
    "paragraphs:long",
)  # fmt: skip
TEXTS = _nodes(
    "SourceText", "t", " ".join(["id content:byte[] text size:long", *(f"band{n}:long" for n in range(BANDS))])
)
PASSAGES = _nodes(
    "Passage", "p",
    "id ordinal:long start:long end:long text part block:long paragraph:long marking redactions:long[] "
    "redaction_codes:string[]",
)  # fmt: skip
ENTITIES = _nodes(
    "Entity", "e", "id name kind kinds:string[] aliases:string[] mentions:long documents:long paragraphs:long", "kinds"
)
STORES = _nodes("Store", "s", "id schema:long revision:long refreshed:long unfinished")
LOADS = _nodes("Load", "l", "id at added:long replaced:long revision:long")
READ_FROM = _links("READ_FROM", "d", "t")
HAS = _links("HAS", "d", "p")
MENTIONS = _links(
    "MENTIONS", "p", "e",
    "start:long end:long shown_start:long shown_end:long surface source method confidence:double",
)  # fmt: skip
NAMES = _links("NAMES", "d", "e", "source name kind known:boolean mentions:long")
ROLES = _links("", "e", "d", "title", "roles")
HOLDS = _links("HOLDS", "e", "e", "title documents:string[]")
PART_OF = _links("PART_OF", "e", "e", "documents:string[]")
BROUGHT = _links("BROUGHT", "l", "d")
VERSION_OF = _links("VERSION_OF", "d", "d")
PAIRS = _links(
    "CO_MENTIONED", "e", "e",
    "passages:long paragraphs:long documents:long first last observed:double expected:double llr:double npmi:double "
    "p:double q:double observed_passage:double llr_passage:double npmi_passage:double q_passage:double lists:double",
)  # fmt: skip
TABLES = (
    DOCUMENTS, TEXTS, PASSAGES, ENTITIES, STORES, LOADS, READ_FROM, HAS, MENTIONS, NAMES, ROLES, HOLDS, PART_OF,
    BROUGHT, VERSION_OF, PAIRS,
)  # fmt: skip


def cell(value: object) -> str:
    """Return a value as the import tool reads it; None is no property, an empty text is one."""
    if value is None:
        return ""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, bytes):
        return BETWEEN.join(map(_SIGNED.__getitem__, value))
    if isinstance(value, list):  # an empty one cannot be told: `write_completed.cypher` puts it there
        return quoted(BETWEEN.join(map(str, value))) if value else ""
    return repr(value)


def quoted(text: str) -> str:
    """Return a text in quotes."""
    return '"' + text.replace('"', '""') + '"' if '"' in text else f'"{text}"'


def line(values: Iterable[object]) -> str:
    """Return a row, without its end."""
    return ",".join(map(cell, values))


class Lines(NamedTuple):
    """Rows as a file has them, apart from those whose fields hold line ends; and the most characters of one row."""

    plain: bytes
    broken: bytes
    longest: int


def packed(rows: Iterable[str]) -> Lines:
    """Return rows, given without their ends, as files have them."""
    plain: list[str] = []
    broken: list[str] = []
    for row in rows:
        (broken if "\n" in row or "\r" in row else plain).append(row)
    longest = max(map(len, (*plain, *broken)), default=0)
    return Lines(_ended(plain), _ended(broken), longest)


def _ended(rows: list[str]) -> bytes:
    return ("\n".join(rows) + "\n").encode() if rows else b""


_SIGNED = [str(byte if byte < 128 else byte - 256) for byte in range(256)]  # noqa: PLR2004 - Java's bytes are signed
