"""The files of the pages, from memory.

A page asks for some sixty small files at once. Looked up and read in threads, each takes twice the time of the rest of
its answer, and compressing the large ones takes as long again: here they are read and compressed once.
"""

import gzip
import hashlib
import stat
from dataclasses import dataclass
from mimetypes import guess_type
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.freshness import is_among

LEAST = 1000
"""Files of fewer bytes are sent as they are."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it was read: when and how large, its tag, itself, and compressed where that is worth it."""

    seen: tuple[int, int]
    tag: str
    plain: bytes
    packed: bytes | None


class Assets(StaticFiles):
    """A folder of files that are kept in memory, and read anew where one has changed."""

    def __init__(self, directory: Path) -> None:
        super().__init__(directory=directory)
        self._kept: dict[str, Asset] = {}

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return the answer to one request; what is no such file is left to the folder itself."""
        try:
            full, found = self.lookup_path(path)
        except (OSError, ValueError):
            return await super().get_response(path, scope)
        if scope["method"] not in {"GET", "HEAD"} or found is None or not stat.S_ISREG(found.st_mode):
            return await super().get_response(path, scope)
        return self._answer(self._asset(full, (found.st_mtime_ns, found.st_size)), full, Headers(scope=scope))

    def _asset(self, full: str, seen: tuple[int, int]) -> Asset:
        asset = self._kept.get(full)
        if asset is None or asset.seen != seen:
            asset = self._kept[full] = _read(full, seen)
        return asset

    @staticmethod
    def _answer(asset: Asset, full: str, asked: Headers) -> Response:
        headers = {"ETag": asset.tag, "Vary": "Accept-Encoding"}
        if is_among(asset.tag, asked.getlist("if-none-match")):
            return Response(status_code=304, headers=headers)
        kind = guess_type(full)[0] or "application/octet-stream"
        if asset.packed is not None and "gzip" in asked.get("accept-encoding", ""):
            return Response(asset.packed, headers=headers | {"Content-Encoding": "gzip"}, media_type=kind)
        return Response(asset.plain, headers=headers, media_type=kind)


def _read(full: str, seen: tuple[int, int]) -> Asset:
    plain = Path(full).read_bytes()
    packed = gzip.compress(plain, 9, mtime=0) if len(plain) >= LEAST else None
    smaller = packed if packed is not None and len(packed) < len(plain) else None
    return Asset(seen, f'W/"{hashlib.sha256(plain).hexdigest()[:20]}"', plain, smaller)
