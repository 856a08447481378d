"""Taking single documents into the store and out of it, while the service runs."""

import asyncio
import logging
from dataclasses import dataclass, field

import anyio.to_process
import anyio.to_thread

from api.apart import extract_apart
from graph.bolt import Address, Bolt
from graph.document import content_hash, document_id
from graph.errors import InputError, TramaError
from graph.extraction import Extraction
from graph.writer import Writer

SECONDS = 120
"""The longest that reading one document may take; real ones take less than one second."""

LONGEST_NAME = 200
"""The most characters that are kept of a file's name."""

NAMELESS = "document"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a document: its id, whether it was there before, whether another one had to go for it."""

    id: str
    already: bool
    replaced: bool = False


@dataclass(slots=True)
class Intake:
    """Takes documents in and out, one at a time.

    Reading runs in a process of its own: neither a document that takes long nor one that brings its reader down can
    hold up the service.
    """

    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def take(self, address: Address, name: str, raw: bytes, who: str | None = None) -> Taken:
        """Read a document and write it in somebody's name. Raises InputError where it holds none or takes too long."""
        async with self._turn:
            digest = content_hash(raw)
            if await anyio.to_thread.run_sync(_is_known, address, plain_name(name), digest):
                return Taken(document_id(digest), already=True)
            extraction = await _extracted(raw, plain_name(name))
            return await anyio.to_thread.run_sync(_write, address, extraction, who)

    async def remove(self, address: Address, document: str, who: str | None = None) -> None:
        """Delete a document with all that only it supported. Raises NotFoundError."""
        async with self._turn:
            await anyio.to_thread.run_sync(_delete, address, document, who)


def plain_name(name: str) -> str:
    r"""Return the last part of a file's name as a client sent it, which may be anything.

    >>> plain_name("../../etc/pass\x00wd"), plain_name("C:\\temp\\a.txt"), plain_name("..")
    ('passwd', 'a.txt', 'document')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c for c in last if c.isprintable()).strip(" .")
    return kept[:LONGEST_NAME] or NAMELESS


async def _extracted(raw: bytes, name: str) -> Extraction:
    try:
        with anyio.fail_after(SECONDS):
            return await anyio.to_process.run_sync(extract_apart, raw, name, cancellable=True)
    except TimeoutError as error:
        raise InputError(f"{name} could not be read within {SECONDS} s.") from error
    except TramaError:
        raise
    except Exception as error:
        _log.exception("%s could not be understood", name)
        raise InputError(f"{name} could not be understood.") from error


def _is_known(address: Address, name: str, digest: str) -> bool:
    with Bolt(address) as bolt:
        return bool(Writer(bolt).known({name: digest}))


def _write(address: Address, extraction: Extraction, who: str | None) -> Taken:
    with Bolt(address) as bolt:
        writer = Writer(bolt, who)
        written = writer.add([extraction])
        writer.refresh()
    return Taken(extraction.document.id, already=not written.added, replaced=bool(written.replaced))


def _delete(address: Address, document: str, who: str | None) -> None:
    with Bolt(address) as bolt:
        writer = Writer(bolt, who)
        writer.delete(document)
        writer.refresh()
