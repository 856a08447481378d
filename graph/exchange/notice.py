"""The sentence that goes with every exported graph."""

NOTICE = (
    "A co-mention is not an association: two names in one sentence may stand there for any reason. "
    "Read the documents before you draw a line."
)
