"""Who does something to the store, as its audit trail names them."""

import os
import pwd

LONGEST = 200
"""The most characters of a name that are kept."""


def local_user() -> str:
    """Return the name of the user whose process this is: who acts, where no key says it."""
    try:
        return pwd.getpwuid(os.getuid()).pw_name[:LONGEST]
    except KeyError:  # a number without a name, as in some containers
        return f"user {os.getuid()}"
