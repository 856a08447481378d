"""A list written as JSON while its items come in."""

import json
from collections.abc import AsyncIterator
from typing import Any


async def listed(items: AsyncIterator[dict[str, Any]]) -> AsyncIterator[str]:
    """Give the text of a JSON list, an item a line."""
    before = "[\n"
    async for item in items:
        yield before + json.dumps(item, ensure_ascii=False)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"
