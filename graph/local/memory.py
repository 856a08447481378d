"""How much of the machine's memory the local Neo4j may take."""

from dataclasses import dataclass
from pathlib import Path

import psutil

MEBIBYTE = 2**20
GROUP_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
"""Where Linux says what a container may use, in its second and its first version of control groups."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Java's largest heap and Neo4j's page cache, in MiB; both are taken only as they are needed."""

    heap: int
    page_cache: int


def machine_memory() -> int:
    """Return the bytes of memory of this machine, or of the container around this process where that is less."""
    limits = [int(text) for path in GROUP_LIMITS if (text := _text(path)).isdigit()]
    return min([int(psutil.virtual_memory().total), *limits])


def memory_for(total: int) -> Memory:
    """Share out a machine of `total` bytes: a quarter as heap (0.5 to 4 GiB), an eighth as page cache (0.125 to 4 GiB).

    Extraction's own processes need the rest; a graph of a million mentions fits many times into either limit.
    """
    mebibytes = total // MEBIBYTE
    return Memory(heap=min(max(mebibytes // 4, 512), 4096), page_cache=min(max(mebibytes // 8, 128), 4096))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii").strip()
    except OSError:
        return ""
