"""The words of a Cypher text, read as Neo4j reads them: without its strings, comments and escapes.

This is no parser: it finds which words could be clauses and which names are called, and errs on finding too many.
"""

import re
import unicodedata
from collections.abc import Iterator

_AFTER_A_NAME = """
    AND AS ASC ASCENDING CALL CONTAINS CREATE DELETE DESC DESCENDING DETACH ELSE END ENDS FILTER FINISH
    FOREACH IN INSERT IS LET LIMIT MATCH MERGE NEXT NOT OFFSET OPTIONAL OR ORDER REMOVE RETURN SET SKIP STARTS
    THEN UNION UNWIND WHEN WHERE WITH XOR YIELD
"""
AFTER_A_NAME = frozenset(_AFTER_A_NAME.split())
"""Words of Cypher that follow a variable: `RETURN show AS x` is no SHOW clause."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_TOKEN = re.compile(
    r"""(?P<text>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")|(?P<comment>//[^\n\r]*|/\*.*?\*/)|(?P<quoted>`(?:``|[^`])*`)""",
    re.DOTALL,
)
_PLAIN = re.compile(r"`(\w+)`")
_NAME = r"[^\W\d]\w*"
_START = r"(?<![^\W\d])"
_CALL = re.compile(rf"{_START}(?<![.$])({_NAME}(?:\s*\.\s*{_NAME})+)\s*\(")
_PROCEDURE = re.compile(rf"{_START}CALL\s+({_NAME}(?:\s*\.\s*{_NAME})*)", re.IGNORECASE)
_WORD_PAIR = re.compile(rf"{_START}({_NAME})\s+(?=({_NAME}))")
_SPACE = re.compile(r"\s+")
_MODE = re.compile(
    r"(?P<before>(?:\s|//[^\n\r]*[\n\r]|(?>/\*.*?\*/)|CYPHER\b|\d++|\w++\s*+=\s*+\w++)*?)\b(?P<mode>EXPLAIN|PROFILE)\b",
    re.IGNORECASE | re.DOTALL,
)
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^`{|}~")


def clauses(query: str, words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Give each of `words` that could begin a clause in a query, with the word after it, both in upper case."""
    for form in _forms(query):
        for match in _WORD_PAIR.finditer(form):
            word, following = match[1].upper(), match[2].upper()
            if word in words and following not in AFTER_A_NAME:
                yield word, following


def calls(query: str) -> Iterator[str]:
    """Give the dotted names that a query calls, and every name after CALL, without white space."""
    for form in _forms(query):
        for match in _CALL.finditer(form):
            yield _SPACE.sub("", match[1])
        for match in _PROCEDURE.finditer(form):
            name = _SPACE.sub("", match[1])
            if "." in name or name.upper() not in AFTER_A_NAME:
                yield name


def split_mode(query: str) -> tuple[str, str]:
    """Return `EXPLAIN`, `PROFILE` or nothing, and the query without that prefix.

    What the caller runs is made of these two parts, and what it checks as well, so that a prefix misread here cannot
    let one text be checked and another run.
    """
    match = _MODE.match(query)
    return (match["mode"].upper(), match["before"] + query[match.end() :]) if match else ("", query)


def _forms(query: str) -> tuple[str, ...]:
    """The query as a lexer sees it, with its escapes read before (Neo4j's way) and left alone."""
    return tuple({_bare(query): None, _bare(_ESCAPE.sub(lambda m: chr(int(m[1], 16)), query)): None})


def _bare(text: str) -> str:
    stripped = _TOKEN.sub(_replacement, text)
    normal = unicodedata.normalize("NFKC", stripped)
    return "".join(c if c.isalnum() or c == "_" or c in _PUNCTUATION else " " for c in normal)


def _replacement(match: re.Match[str]) -> str:
    if match["text"]:
        return "''"
    if match["comment"]:
        return " "
    plain = _PLAIN.fullmatch(match["quoted"])
    return plain[1] if plain else "``"
