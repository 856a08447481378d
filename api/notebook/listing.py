"""A list of answers that shows itself as a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from api.notebook.frame import frame
from api.notebook.html import table

if TYPE_CHECKING:
    import pandas as pd

T = TypeVar("T")
Row = Mapping[str, Any]
WIDE = 60
"""Characters of a cell in plain text."""
LINES = 20


class Listing(Sequence[T], Generic[T]):
    """A sequence of answers with `to_pandas()`, shown as a table in Jupyter and as lines anywhere else.

    `note` says where the list was cut.
    """

    def __init__(
        self, items: Sequence[T], row: Callable[[T], Row], columns: Sequence[str], *, what: str, note: str = ""
    ) -> None:
        self._items = list(items)
        self._row = row
        self.columns = tuple(columns)
        self.what = what
        self.note = note

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def to_pandas(self) -> "pd.DataFrame":
        """Return a data frame, a row an item. Raises ConfigurationError without pandas."""
        return frame([self._row(item) for item in self._items], self.columns)

    @property
    def title(self) -> str:
        """What is listed, and how much of it there is."""
        return f"{self.what[:1].upper()}{self.what[1:]}: {len(self):,}{f' ({self.note})' if self.note else ''}"

    def __repr__(self) -> str:
        lines = [
            " · ".join(_short(value) for value in self._row(item).values() if value is not None and value != "")
            for item in self._items[:LINES]
        ]
        more = [f"… and {len(self) - LINES} more"] if len(self) > LINES else []
        return "\n".join([self.title, *(f"  {line}" for line in lines), *more])

    def _repr_html_(self) -> str:
        rows = [[self._row(item)[column] for column in self.columns] for item in self._items]
        return table(self.columns, rows, self.title)


def _short(value: object) -> str:
    text = f"{value:.2f}" if isinstance(value, float) else str(value)
    return text if len(text) <= WIDE else f"{text[: WIDE - 1]}…"
