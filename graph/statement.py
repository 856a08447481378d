"""The words of a Cypher text, read as Neo4j reads them: without its strings, comments and escapes.

This is no parser: it finds which words could be clauses and which names are called, and errs on finding too many.
Every scan takes time in proportion to the text, which anybody may send: possessive quantifiers never give back, and a
word is begun once.
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
_OPENING = re.compile(r"""['"`]|//|/\*""")
_TOKENS = {
    "'": re.compile(r"'(?:\\.|[^'\\])*+'", re.DOTALL),
    '"': re.compile(r'"(?:\\.|[^"\\])*+"', re.DOTALL),
    "`": re.compile(r"`(?:``|[^`])*`"),
    "//": re.compile(r"//[^\n\r]*+"),
    "/*": re.compile(r"/\*.*?\*/", re.DOTALL),
}
_PLAIN = re.compile(r"`(\w+)`")
_NAME = r"[^\W\d]\w*+"
_DOTTED = rf"{_NAME}(?:\s*+\.\s*+{_NAME})*+"
# A name may stand right behind digits (`0LOAD`). A property (`.name`) or parameter (`$name`) is no beginning, unless
# behind its own digits; the end of a range (`1..name`) is one.
_BEGINNING = r"(?<!\w)(?:\d++|(?<=\.\.)|(?<![.$])|[^\W\d]++\d++)"
_CHAIN = re.compile(rf"{_BEGINNING}({_DOTTED})\s*+(\(?)")
_PROCEDURE = re.compile(rf"(?<![^\W\d])CALL\s++({_DOTTED})", re.IGNORECASE)
_WORD_PAIR = re.compile(rf"(?<!\w)\d*+({_NAME})\s++(?=({_NAME}))")
_SPACE = re.compile(r"\s+")
_MODE = re.compile(
    r"(?P<before>(?:\s|//[^\n\r]*[\n\r]|(?>/\*.*?\*/)|CYPHER\b|\d++\b|\w++\s*+=\s*+\w++)*?)\b(?P<mode>EXPLAIN|PROFILE)\b",
    re.IGNORECASE | re.DOTALL,
)
_NOT_SEEN = re.compile(r"[^\w!-~]")
_LONG_RUN = re.compile(r"([^\w\s!-~]{16})[^\w\s!-~]++(?<=([^\w\s!-~]{16}))")
"""Combining marks and the like; `normalize` orders them in time proportional to the square of their number."""


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
        for match in _CHAIN.finditer(form):
            name = _SPACE.sub("", match[1])
            if match[2] and "." in name:
                yield name
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
    safe = _LONG_RUN.sub(r"\1\2", _stripped(text))
    return _NOT_SEEN.sub(" ", unicodedata.normalize("NFKC", safe))


def _stripped(text: str) -> str:
    """Return the text without the content of its strings, its comments, and the quotes of names that need none."""
    parts: list[str] = []
    at = 0
    endless: set[str] = set()
    while opening := _OPENING.search(text, at):
        kind = opening[0]
        # Where one quote or comment has no end, neither has any later one of its kind.
        token = None if kind in endless else _TOKENS[kind].match(text, opening.start())
        if token is None:
            endless.add(kind)
            end, words = opening.start() + 1, text[opening.start()]
        else:
            end, words = token.end(), _replacement(kind, token[0])
        parts += text[at : opening.start()], words
        at = end
    return "".join([*parts, text[at:]])


def _replacement(kind: str, token: str) -> str:
    if kind in {"//", "/*"}:
        return " "
    if kind != "`":
        return "''"
    plain = _PLAIN.fullmatch(token)
    return plain[1] if plain else "``"
