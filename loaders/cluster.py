"""Reading on a Dask cluster instead of this machine's cores: the same tasks, handed to its scheduler."""

from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from graph.errors import ConfigurationError, TramaError
from graph.settings import read_settings

CONNECT_SECONDS = 10
RETRIES = 3
"""How often a task is given out again whose worker was lost."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give the executor of the cluster whose scheduler is at an address such as `tcp://host:8786`.

    Its workers must have this version of Trama installed, and the same TRAMA_GAZETTEER and TRAMA_RECOGNISERS as this
    process, with the files that they name: else the graph would hang on who read a document. Raises ConfigurationError
    where a worker that is there has others, the scheduler does not answer or the extra `cluster` is not installed.
    """
    try:
        distributed: Any = import_module("distributed")  # an extra, slow to import and without types
    except ImportError as error:
        raise ConfigurationError('--scheduler needs Dask: pip install -e ".[cluster]".') from error
    try:
        client = distributed.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"No Dask scheduler answers at {address}.") from error
    try:
        with client:
            _check(client.run(read_with))
            yield client.get_executor(pure=False, retries=RETRIES)
    except (distributed.KilledWorker, CancelledError) as error:
        raise TramaError("The cluster lost what was being read, workers or scheduler: load again.") from error


def read_with() -> dict[str, tuple[str, ...]]:
    """Return what the environment of a process has documents read with, by variable; runs on a worker."""
    settings = read_settings()
    return {"TRAMA_GAZETTEER": tuple(map(str, settings.gazetteers)), "TRAMA_RECOGNISERS": settings.recognisers}


def _check(workers: Mapping[str, Mapping[str, tuple[str, ...]]]) -> None:
    """Raise ConfigurationError where workers, by address, do not read with what this process reads with."""
    for variable, ours in read_with().items():
        for worker, theirs in workers.items():
            if theirs[variable] != ours:
                there, here = (", ".join(given) or "unset" for given in (theirs[variable], ours))
                raise ConfigurationError(
                    f"The cluster's worker {worker} has {variable} {there}, this process {here}: make them the same."
                )
