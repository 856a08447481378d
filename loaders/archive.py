"""Archives: zip files and tar files, read member by member, never unpacked under the names that they bear.

A compressed tar file is first unpacked into one temporary file of bounded size, so that its members can be read in any
order. A name in an archive is only ever part of a document's path.
"""

import bz2
import gzip
import io
import lzma
import re
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile
from typing import IO, Any

from graph.errors import InputError

LARGEST_MEMBER = 20_000_000
"""The largest member that is read, in bytes, as for any file."""

HARMLESS = 1_000_000_000
"""An archive may grow to so many bytes, whatever its size."""

RATIO = 100
"""And beyond that to so many times its size: text shrinks to a tenth, a bomb to a thousandth."""

NAMES = re.compile(r"\.(zip|tar|tar\.gz|tgz|tar\.xz|txz|tar\.bz2|tbz2?)$", re.IGNORECASE)
"""What archives are called; by their content alone a spreadsheet would be one."""

BROKEN = (
    OSError, EOFError, ValueError, RuntimeError, NotImplementedError, lzma.LZMAError, zlib.error, tarfile.TarError,
    zipfile.BadZipFile,
)  # fmt: skip
"""What reading a damaged, encrypted or strange archive raises."""

_STEP = 2**20
_MAGIC: dict[bytes, Callable[[Any], Any]] = {b"\x1f\x8b": gzip.open, b"\xfd7zXZ\x00": lzma.open, b"BZh": bz2.open}
_DRIVE = re.compile(r"^[A-Za-z]:")


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: `path` is the archive's path and the name in it, `size` how many bytes it says to hold."""

    path: str
    size: int
    content: Callable[[int], bytes]
    """Reads so many bytes of it, or fewer where it ends."""

    def read(self) -> bytes:
        """Return its bytes. Raises InputError, which names it, where it cannot be read or is too large."""
        if self.size <= LARGEST_MEMBER:
            try:
                raw = self.content(LARGEST_MEMBER + 1)
            except BROKEN as error:
                raise InputError(f"{self.path} cannot be read: {_why(error)}.") from error
            if len(raw) <= LARGEST_MEMBER:
                return raw
        raise InputError(f"{self.path} is larger than {LARGEST_MEMBER // 1_000_000} MB: no document's text.")


def is_archive(name: str) -> bool:
    """Tell whether a file of this name is an archive."""
    return bool(NAMES.search(name))


def holds_archive(start: bytes) -> bool:
    """Tell whether what begins with these 512 bytes is an archive, where there is no name to go by."""
    return start.startswith((*_MAGIC, b"PK\x03\x04", b"PK\x05\x06")) or start[257:262] == b"ustar"


def members(file: IO[bytes], path: str, tell: Callable[[str, str], None], held: ExitStack) -> Iterator[Member]:
    """Give the files of an archive, which is open, in order; hidden ones are skipped, as in a folder.

    Members can be read for as long as the file and what `held` closes are open. `tell` is told, with the path, in one
    sentence, of an archive that cannot be read, or not to its end: what can be read of it is given all the same. Links
    and devices are passed over.
    """
    given: dict[str, int] = {}
    try:
        for name, size, read in _contents(file, held):
            parts = [part for part in re.split(r"[/\\]", _DRIVE.sub("", name)) if part not in {"", ".", ".."}]
            if not parts or any(part.startswith(".") or part == "__MACOSX" for part in parts):
                continue
            shown = f"{path}/{'/'.join(parts)}".encode("utf-8", "backslashreplace").decode()
            given[shown] = number = given.get(shown, 0) + 1
            yield Member(shown if number == 1 else f"{shown} ({number})", size, read)
    except _BombError:
        tell(path, f"The archive {path} unpacks to far more than documents do, and was not read.")
    except BROKEN as error:
        found = f"; the {len(given):,} files before that were" if given else ""
        tell(path, f"The archive {path} cannot be read{' to its end' if given else ''} ({_why(error)}){found}.")


class _BombError(Exception):
    """An archive that grows beyond all measure."""


_Content = tuple[str, int, Callable[[int], bytes]]
"""A member's name, how large it says to be, and what reads so many bytes of it."""


def _contents(file: IO[bytes], held: ExitStack) -> Iterator[_Content]:
    most = max(HARMLESS, RATIO * file.seek(0, 2))
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if start.startswith(b"PK"):
        yield from _zipped(held.enter_context(zipfile.ZipFile(file)), most)
        return
    opener = next((opener for magic, opener in _MAGIC.items() if start.startswith(magic)), None)
    if opener is None:
        yield from _tarred(file)
        return
    plain: IO[bytes] = held.enter_context(TemporaryFile())  # noqa: SIM115 - `held` closes it
    with opener(file) as packed:
        fault = _unpack(packed, plain, most)
    try:
        yield from _tarred(plain)
    except BROKEN as error:
        raise (fault or error) from error
    if fault is not None:
        raise fault


def _zipped(archive: zipfile.ZipFile, most: int) -> Iterator[_Content]:
    files = [each for each in archive.infolist() if not each.is_dir()]
    if sum(each.file_size for each in files) > most:
        raise _BombError
    for each in files:
        yield each.filename, each.file_size, partial(_unzip, archive, each)


def _unzip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    with archive.open(member) as file:
        return file.read(most)


def _unpack(packed: Any, plain: IO[bytes], most: int) -> Exception | None:
    """Write the whole to `plain`, or as much as can be read; return what went wrong."""
    size = 0
    try:
        while step := packed.read1(_STEP):  # what stands before a fault comes out
            size += len(step)
            if size > most:
                raise _BombError
            plain.write(step)
    except BROKEN as error:
        return error
    return None


class _Sober(io.RawIOBase):
    """A file that is not asked for more than a header can be: some name the length of what they would have read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if not 0 <= size <= _STEP:
            raise ValueError("a header is too long")
        return self._file.read(size)

    def seek(self, position: int, whence: int = 0) -> int:
        return self._file.seek(position, whence)

    def tell(self) -> int:
        return self._file.tell()


def _tarred(plain: IO[bytes]) -> Iterator[_Content]:
    plain.seek(0)
    with tarfile.open(fileobj=_Sober(plain), mode="r:") as tar:
        while True:
            info = tar.next()
            if info is None:
                break
            tar.members.clear()  # type: ignore[attr-defined] # it would keep them all
            if info.isreg():
                yield info.name, info.size, partial(_slice, plain, info.offset_data, info.size)
        plain.seek(tar.offset)
        if plain.read(tarfile.BLOCKSIZE).strip(b"\0"):  # what is no header ends a tar file without a word
            raise tarfile.ReadError("it is damaged")


def _slice(plain: IO[bytes], start: int, size: int, most: int) -> bytes:
    plain.seek(start)
    raw = plain.read(min(size, most))
    if len(raw) < min(size, most):
        raise EOFError("it is cut off")
    return raw


def _why(error: BaseException) -> str:
    if isinstance(error, RuntimeError) and "password" in str(error):
        return "it is encrypted"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).strip().rstrip(".") or type(error).__name__
