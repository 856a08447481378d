"""What a process that reads is given and gives back: files as bytes, so that it may run on another machine."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.bulk.chunk import Chunk, chunk_of
from graph.errors import ConfigurationError, InputError
from graph.extraction import Extraction
from loaders.extract import extract
from loaders.reading import NoDocumentError
from loaders.summary import Unread

File = tuple[str, bytes]
"""A file's path, as it is shown and remembered, and its bytes."""


@dataclass(frozen=True, slots=True)
class NoDocument:
    """A file that was read and holds no document, and why, in a sentence."""

    path: str
    reason: str


Outcome = Extraction | NoDocument | Unread


@dataclass(frozen=True, slots=True)
class Gathering:
    """What files give to an import: the chunk of their documents, and those that gave none."""

    chunk: Chunk
    rest: list[NoDocument | Unread]


def read_files(files: Sequence[File]) -> list[Outcome]:
    """Return what came of each file."""
    return [_read(path, raw) for path, raw in files]


def gather_files(files: Sequence[File]) -> Gathering:
    """Return what files, each of another content, give to an import."""
    outcomes = read_files(files)
    chunk = chunk_of([outcome for outcome in outcomes if isinstance(outcome, Extraction)])
    return Gathering(chunk, [outcome for outcome in outcomes if not isinstance(outcome, Extraction)])


def _read(path: str, raw: bytes) -> Outcome:
    try:
        return extract(raw, path)
    except NoDocumentError as error:
        return NoDocument(path, str(error))
    except InputError as error:
        return Unread(path, str(error))
    except ConfigurationError:
        raise
    except Exception as error:  # noqa: BLE001 (one file that no reader foresaw must not cost the other thousands)
        return Unread(path, f"{path} could not be understood ({type(error).__name__}: {error}).")
