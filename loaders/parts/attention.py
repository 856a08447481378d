"""The attention lines of a cable: `STATE FOR WHA/MEX (SMITH), NSC FOR JONES, PARIS FOR WALLER`."""

import re
from dataclasses import dataclass, field
from itertools import zip_longest

from graph.entity import Kind
from loaders.parts.draft import Duty, Name
from loaders.parts.person_name import is_title_word
from loaders.posts import post_named
from loaders.word_list import word_list

_TOKEN = re.compile(
    r"(?P<path>(?:USAID )?(?:[A-Z]{1,14}|\d{4})(?:/[A-Z][A-Z0-9]{0,19}(?:-[A-Z0-9]{1,3}(?![\w-]))?)+(?![\w/])"
    r"|[DSP]\s?\([A-Z]\))"
    r"|(?P<word>[A-Z](?:[A-Z'’-]|\.(?=[A-Z ]))*)|(?P<mark>[^\s.])"
)
_AGENCIES = word_list("attention_agencies.txt")
_BUREAUS = word_list("attention_bureaus.txt")
_NO_NAME = word_list("attention_words.txt")
_DEPARTMENTS = frozenset([
    "STATE", "DEPT", "DEPARTMENT", "TREASURY", "COMMERCE", "ENERGY", "JUSTICE", "INTERIOR", "LABOR", "DEFENSE",
    "AGRICULTURE", "TRANSPORTATION",
])  # fmt: skip
"""Departments whose names are ordinary words: named where something is for them, or passed to them."""
_KNOWN = _AGENCIES | _BUREAUS | _DEPARTMENTS | _NO_NAME
_TO = frozenset(["FOR", "PASS", "TO", "FROM", "AT"])
_FILLING = frozenset(["ALSO", "PLEASE", "PLS", "AND", "OR", "THE", "OF"])
_TITLES = frozenset(
    ["A/S", "U/S", "D/S", "P/DAS", "A/DAS", "A/DCM", "SENATOR", "SENATORS", "REP", "REPS", "ENVOY", "AUSTR", "DUSTR"]
)
_MISSIONS = frozenset(["AMEMBASSY", "AMCONSUL", "USOFFICE", "USMISSION", "EMBASSY", "CONSULATE"])
_LAWMAKERS = frozenset(["SENATOR", "SENATORS", "REP", "REPS", "REPRESENTATIVE", "CODEL", "STAFFDEL", "CONGRESSMAN"])
_NAME = re.compile(r"(?:[A-Z]\.?|[A-Z]{2,}(?:['’-][A-Z]+)*|[A-Z]['’][A-Z]+|[A-Z]\.[A-Z'’-]{3,})")
_PARTICLES = frozenset(["DE", "LA", "DEL", "VAN", "VON", "DER"])
_VOWEL = re.compile(r"[AEIOUY]")
_MOST_WORDS, _ACRONYM, _SURE, _SHORTEST = 3, 6, 5, 3


def attention(text: str, start: int, end: int) -> tuple[list[Name], list[Duty]]:
    """Return the offices and people that the lines between the number and the E.O. line name, and who belongs where.

    A person belongs to the office, agency or post named last before him.
    """
    reading = _Reading(text)
    tokens = [_Token(m) for m in _TOKEN.finditer(text, start, end)]
    for token, following in zip_longest(tokens, tokens[1:]):
        reading.take(token, following)
    reading.flush()
    return [*reading.offices, *reading.people], reading.duties


class _Token:
    """A word, a path of symbols or a mark."""

    __slots__ = ("end", "kind", "start", "text")

    def __init__(self, match: "re.Match[str]") -> None:
        self.start, self.end = match.span()
        self.text = match[0].rstrip(".-").removesuffix("'S") if match.lastgroup == "word" else match[0]
        self.end = self.start + len(self.text)
        self.kind = "word" if self.text in _TITLES else match.lastgroup


@dataclass(slots=True)
class _Reading:
    """Reads token by token: `run` is the words since the last mark, `office` what was named last."""

    text: str
    offices: list[Name] = field(default_factory=list)
    people: list[Name] = field(default_factory=list)
    duties: list[Duty] = field(default_factory=list)
    run: list[_Token] = field(default_factory=list)
    office: Name | None = None
    addressed: bool = False
    """Whether names of people may follow: after FOR, or after an office."""
    bracketed: bool = False
    lawmakers: bool = False
    at: bool = False
    since: int = 0
    """Where the people begin who were named after the last office."""

    def take(self, token: _Token, following: _Token | None) -> None:
        """Read one token; `following` is the one after it."""
        towards = following is not None and following.text in {"FOR", "PASS", "ALSO", "PLEASE", "PLS"}
        if token.kind == "path":
            self.flush()
            self._path(token)
        elif token.text in _TO:
            self._towards(token.text)
        elif token.kind == "mark" or token.text in _FILLING:
            self.flush()
            self.bracketed = token.text == "("
        elif token.text in _NO_NAME or token.text in _MISSIONS:
            self.flush()
            self.run = [token] if token.text in _MISSIONS else []
        elif self._is_agency(token, following, towards=towards):
            self.flush()
            self._named(token.start, token.end)
        else:
            self.run.append(token)

    def _is_agency(self, token: _Token, following: _Token | None, *, towards: bool) -> bool:
        word = token.text
        if word in _AGENCIES or ("-" in word and word.split("-")[0] in _BUREAUS and len(word) <= _ACRONYM):
            return True
        if word in _DEPARTMENTS:
            beside = following is not None and (following.text in {"(", ":"} or following.kind == "path")
            return towards or beside
        if word not in _BUREAUS or self.run:
            return towards and word in _BUREAUS
        return towards or (
            self.addressed and (len(word) > 1 or following is None or following.text in {",", "AND", ";"})
        )

    def _towards(self, word: str) -> None:
        """Read FOR or PASS: what stands right before it is a post, or an agency by an acronym nobody knows."""
        before = self.run
        if word in {"FOR", "PASS"} and before:
            size = next((n for n in range(min(3, len(before)), 0, -1) if self._is_post(before[-n:])), 0)
            if size and before[0].text not in _MISSIONS:
                self._split(size)
            else:
                last = before[-1].text
                if 1 < len(last) <= _ACRONYM and not is_title_word(last) and before[0].text not in _MISSIONS:
                    self._split(1)
        self.flush()
        self.addressed = True
        self.lawmakers = False
        self.at = word == "AT"
        if word == "FROM":
            self.office = None

    def _split(self, size: int) -> None:
        """The last words of the run are an agency."""
        office, self.run = self.run[-size:], self.run[:-size]
        self.flush()
        self._named(office[0].start, office[-1].end)

    def _named(self, start: int, end: int) -> None:
        if self.text[start - 3 : start] == "HQ ":
            start -= 3
        self.office = Name(start, end, kind=Kind.AGENCY)
        self.offices.append(self.office)
        self.addressed = True
        self.lawmakers = False
        if self.at:  # `JONES AND SMITH AT INR/I`: said of those before it
            before = self.people[self.since :]
            self.duties = [d for d in self.duties if d.person not in before]
            self.duties += [Duty(person, None, self.office) for person in before]
            self.at = False
        self.since = len(self.people)

    def _path(self, token: _Token) -> None:
        """Read symbols with slashes: an office, the people at its end, or nothing but people."""
        at = token.start
        parts: list[tuple[int, int]] = []
        for part in token.text.split("/"):
            parts.append((at, at + len(part)))
            at += len(part) + 1
        words = [self.text[a:b] for a, b in parts]
        if not _NO_OFFICE.isdisjoint(words) or _ROUTED.match(words[0]):
            return
        named = [len(w) >= _SURE - 1 and w.isalpha() and bool(_VOWEL.search(w)) and w not in _KNOWN for w in words]
        first = next((k for k, w in enumerate(words) if all(named[k:]) and (len(w) > _SURE or all(named))), len(words))
        if all(named) and max(map(len, words)) < _SURE:
            first = len(words)
        if first > 1 or (first and words[0] not in _NO_NAME):
            self._named(parts[0][0], parts[first - 1][1])
        for a, b in parts[first:]:
            self._person(a, b)

    def flush(self) -> None:
        """Read the words gathered since the last mark as a mission or a person's name, if they are one."""
        run, self.run = self.run, []
        bracketed, self.bracketed = self.bracketed, False
        if run and run[0].text in _MISSIONS:
            size = next((n for n in range(min(4, len(run)), 1, -1) if self._is_post(run[1:n])), min(2, len(run)))
            self._named(run[0].start, run[size - 1].end)
            run = run[size:]
        self.lawmakers = self.lawmakers or any(t.text in _LAWMAKERS for t in run)
        while run and (run[0].text in _TITLES or (is_title_word(run[0].text) and len(run[0].text) > 1)):
            run = run[1:]
        if run and self.addressed and _is_person([t.text for t in run], short=bracketed):
            self._person(run[0].start, run[-1].end)

    def _is_post(self, words: "list[_Token]") -> bool:
        return post_named(self.text[words[0].start : words[-1].end]) is not None

    def _person(self, start: int, end: int) -> None:
        person = Name(start, end, kind=Kind.OFFICIAL)
        self.people.append(person)
        if self.office is not None and not self.lawmakers:
            self.duties.append(Duty(person, None, self.office))


_ROUTED = re.compile(r"RU[A-Z]{2,6}$")
"""The routing indicator before an addressee (`RUEHC/SECSTATE WASHDC`), in copies that lost their line breaks."""
_NO_OFFICE = frozenset(["SECRET", "CONFIDENTIAL", "UNCLASSIFIED", "UNCLAS", "SBU", "NOFORN", "NF", "SENSITIVE"])
"""A classification with its caveats (`SECRET/NOFORN`) looks like an office's symbol."""


def _is_person(words: list[str], *, short: bool) -> bool:
    if not 0 < len(words) <= _MOST_WORDS or not all(_NAME.fullmatch(w) for w in words):
        return False
    if any(w in _NO_NAME or w in _AGENCIES or (is_title_word(w) and len(w) > 1) for w in words if w not in _PARTICLES):
        return False
    name = " ".join(words)
    if len(words) == 1 and (name in _BUREAUS or not _VOWEL.search(name)):
        return False
    if len(words) == 1 and "-" in name and min(map(len, name.split("-"))) < _SHORTEST:
        return False
    longest = max(map(len, words))
    least = _SHORTEST if short or len(words) > 1 else _SURE - 1
    return longest >= least and post_named(name) is None
