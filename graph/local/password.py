"""The password of a store, as Neo4j reads it at the first start.

Neo4j's own tool for it takes a Java of its own, two seconds of every new store's first start. What it writes is one
line: the user and SHA-256 of salt and password, hashed over again (`org.neo4j.server.security.SecureHasher`).
"""

import hashlib
import secrets

from graph.errors import ConfigurationError
from graph.local.home import PRIVATE_FOLDER, Home, write_private

USERNAME = "neo4j"
ROUNDS = 1024
SALT_BYTES = 32


def set_first_password(home: Home) -> None:
    """Give the store its password, which works only before the first start. Raises ConfigurationError."""
    salt = secrets.token_bytes(SALT_BYTES)
    hashed = salt + home.password().encode()
    for _ in range(ROUNDS):
        hashed = hashlib.sha256(hashed).digest()
    try:
        home.auth_file.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        write_private(home.auth_file, f"{USERNAME}:SHA-256,{hashed.hex()},{salt.hex()},{ROUNDS}:\n")
    except OSError as error:
        raise ConfigurationError(f"The store in {home.path} cannot be made: {error}") from error
