"""One of Neo4j's jars, known by its hash."""

import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Jar:
    """One jar: its Maven coordinate `group:artifact:jar[:classifier]:version` and the SHA-256 of its bytes, in hex."""

    coordinate: str
    sha256: str

    @property
    def name(self) -> str:
        """The file's name, as Maven Central has it."""
        _, artifact, packaging, *classifier, version = self.coordinate.split(":")
        return "-".join([artifact, version, *classifier]) + "." + packaging


def is_sound(path: Path, jar: Jar) -> bool:
    """Tell whether the file is there and is that jar, to the last byte."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256
    except OSError:
        return False
