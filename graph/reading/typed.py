"""What a person types, as a query of the full-text indexes: folded like the indexed text, nothing in it an operator."""

import re

from graph.errors import InputError
from graph.name import fold

FUZZY_LENGTH = 5
"""From this length on a word may hold one typo; shorter words have too many neighbours."""
MAX_CHARACTERS = 300
_WORD = re.compile(r"\w+(?:(?:['.]|(?<=\d),(?=\d))\w+)*")
_POSSESSIVE = "'s"
_PART = re.compile(r'"([^"]*)"|([^"]+)|"')


def names_query(text: str) -> str:
    """Return the query of `entity_names` for what is typed of a name, '' where no word is in it.

    Every word must be found: as it is, with one typo, or, the last word and initials beside other words, as beginnings.
    """
    words = _words(text)
    groups = []
    for n, word in enumerate(words, 1):
        choices = [f"{word}^4"]
        if len(word) >= FUZZY_LENGTH:
            choices.append(f"{word}~1")
        if n == len(words):
            choices.append(f"{word}*")
        elif initials := _initials(word):
            choices.append(f"({' '.join(f'+{letter}*' for letter in initials)})")
        groups.append(f"+({' '.join(choices)})")
    return " ".join(groups)


def _initials(word: str) -> list[str]:
    """Return the letters of `j` or `j.l`, none for another word.

    >>> _initials("j.l"), _initials("jl")
    (['j', 'l'], [])
    """
    letters = word.split(".")
    return letters if all(len(letter) == 1 and letter.isalpha() for letter in letters) else []


def passages_query(text: str) -> str:
    """Return the query of `passage_text` for words and quoted phrases, all of which must be found; '' for none."""
    found = []
    for phrase, loose in _PART.findall(text):
        words = _words(phrase or loose)
        found += [_phrase(words)] if phrase and words else [_word(word) for word in words]
    return " ".join(found)


def _word(word: str) -> str:
    """The index keeps `leyva's` and `mex:jsmith` as one word each; both are found by their beginning."""
    word = word.removesuffix(_POSSESSIVE)
    return f"+({word} {word}{_POSSESSIVE} {word}\\:*)"


def _phrase(words: list[str]) -> str:
    text = " ".join(words).removesuffix(_POSSESSIVE)
    return f'+("{text}" "{text}{_POSSESSIVE}")'


def plain_words(text: str) -> list[str]:
    """Return the words of a typed text between white space, in lower case."""
    return text.lower().split()


def _words(text: str) -> list[str]:
    if len(text) > MAX_CHARACTERS:
        raise InputError(f"A search is at most {MAX_CHARACTERS} characters long.")
    return _WORD.findall(fold(text).replace("’", "'"))
