"""Answers as pandas data frames. pandas is asked for only here, and comes with the extra `notebook`."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from graph.errors import ConfigurationError

if TYPE_CHECKING:
    import pandas as pd


def frame(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> "pd.DataFrame":
    """Return rows as a data frame with these columns, in their order; raises ConfigurationError without pandas."""
    try:
        import pandas as pd  # noqa: PLC0415 - it is optional
    except ImportError as error:
        raise ConfigurationError('Data frames need pandas: pip install "pandas>=2.2".') from error
    return pd.DataFrame([dict(row) for row in rows], columns=list(columns))
