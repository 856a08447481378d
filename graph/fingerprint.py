"""What a store holds, in a few letters: the same documents have the same fingerprint wherever they are loaded."""

from hashlib import sha256

from graph.bolt import AsyncBolt
from graph.query import query

AT_ONCE = 10_000
LENGTH = 16


async def fingerprint(bolt: AsyncBolt) -> str:
    """Return the first 16 hex digits of the SHA-256 over the documents' ids in their order, a line each."""
    digest = sha256()
    after = ""
    while rows := await bolt.read(query("export_document_ids"), after=after, limit=AT_ONCE):
        digest.update("".join(f"{row['id']}\n" for row in rows).encode())
        after = rows[-1]["id"]
    return digest.hexdigest()[:LENGTH]
