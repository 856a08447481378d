"""Reading on a Dask cluster instead of this machine's cores: the same tasks, handed to its scheduler."""

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from graph.errors import ConfigurationError, TramaError

CONNECT_SECONDS = 10
RETRIES = 3
"""How often a task is given out again whose worker was lost."""


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Give the executor of the cluster whose scheduler is at an address such as `tcp://host:8786`.

    Its workers must have this version of Trama installed, and the gazetteers that TRAMA_GAZETTEER names. Raises
    ConfigurationError where the scheduler does not answer or the extra `cluster` is not installed.
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
            yield client.get_executor(pure=False, retries=RETRIES)
    except (distributed.KilledWorker, CancelledError) as error:
        raise TramaError("The cluster lost what was being read, workers or scheduler: load again.") from error
