"""Keys: 256 random bits each, of which only the SHA-256 is kept.

A slow hash protects words that people choose. Of random bits there is nothing to guess, and it would cost every
request a tenth of a second.
"""

import hashlib
import re
import secrets
from dataclasses import dataclass

from api.access.role import Role
from graph.errors import ConfigurationError

BEGINNING = "trama_"
"""How every key begins, so that whoever finds one somewhere knows what it is."""

BYTES = 32
LONGEST_NAME = 64
NAME = re.compile(rf"[\w.@+-]{{1,{LONGEST_NAME}}}")
"""What a key is called: in the file, and in the audit trail."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the service knows it: whose it is, what it is for, and the SHA-256 of it in hexadecimal digits."""

    name: str
    role: Role
    digest: str

    @property
    def line(self) -> str:
        """The line that names it in a file of keys."""
        return f"{self.name} {self.role} {self.digest}"


def digest_of(secret: str) -> str:
    """Return the SHA-256 of a key, or of what somebody says is one."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def make_key(name: str, role: Role) -> tuple[str, Key]:
    """Return a new key's secret, which is kept nowhere, and the key. Raises ConfigurationError for an unusable name."""
    if not NAME.fullmatch(name):
        raise ConfigurationError(
            f"A key's name is made of letters, digits and . _ - + @, at most {LONGEST_NAME}: {name!r} is not."
        )
    secret = BEGINNING + secrets.token_urlsafe(BYTES)
    return secret, Key(name, role, digest_of(secret))


def read_keys(text: str, origin: str) -> tuple[Key, ...]:
    """Return the keys that lines (or parts between commas) name; what follows a # is a remark.

    Raises ConfigurationError, which names `origin` and the line and never shows what stands there, for a line that
    names no key, for a name or a key that comes twice, and where there is no key at all.
    """
    keys: list[Key] = []
    for number, line in enumerate(re.split(r"[\n,]", text), 1):
        words = line.split("#", 1)[0].split()
        if words:
            keys.append(_key(words, f"{origin}, line {number}"))
    for what, values in (("name", [key.name for key in keys]), ("key", [key.digest for key in keys])):
        if len(set(values)) < len(values):
            raise ConfigurationError(f"{origin} holds one {what} twice.")
    if not keys:
        raise ConfigurationError(f"{origin} holds no key: `trama key reader --name NAME` makes one.")
    return tuple(keys)


def _key(words: list[str], place: str) -> Key:
    name, role, digest = words if len(words) == 3 else ("", "", "")  # noqa: PLR2004 - of what a line is made
    if NAME.fullmatch(name) and role in set(Role) and _DIGEST.fullmatch(digest):
        return Key(name, Role(role), digest)
    raise ConfigurationError(
        f"{place}: a key is a name, a role ({', '.join(Role)}) and a SHA-256, as `trama key` writes them."
    )
