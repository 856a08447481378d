"""Whether two documents are forms of one text: a tagged cable and its untagged twin, a retransmission, a forward."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from graph.analysis.fingerprint import words
from graph.passage import Part

SHINGLE = 4
"""So many words that follow each other are a shingle."""
ALIKE = 0.9
"""Documents that share less of their shingles than this are two: the shorter they are, the more the header weighs."""
ALIKE_IN_HEAD = 0.8
"""The same for two mails of one sender, minute and subject: one sheet, scanned twice."""
ALIKE_IN_NUMBER = 0.6
"""The same for two cables that bear one number, which recurs from year to year: the text has to confirm it."""
SLIPS = 1_000
"""One word in so many may be misread past recognition."""
SLIPS_IN_ONE_SHEET = 20
LEAST_SLIPS_IN_ONE_SHEET = 3
MISREAD = 60
"""Two words whose letters agree to this degree (in percent) may be one word, misread."""
MISREAD_LETTERS = 2
"""By so many letters a word may grow or shrink in misreading."""
WORDS_REDACTED = 3
"""So many words may stand where the other form has one redaction mark."""

_HEAD = frozenset({Part.HEADER, Part.ADDRESS})
_SENT = frozenset({"sent", "date"})
_ANSWERING = frozenset({"re", "fw", "fwd"})
_MARK = re.compile(r"x{4,}")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says, as comparing sees it: words folded, stamps and running heads left out.

    `number` is a cable's printed number and `sent` the digits of a mail's own date line, '' where there is none;
    `head` and `subject` are the words of the document's own header, `body` those of each passage after it.
    """

    number: str
    sent: str
    head: Words
    subject: Words
    body: tuple[Words, ...]
    all: "Counter[str]"
    shingles: frozenset[str]


def said(number: str, passages: Iterable[tuple[str, str]]) -> Said:
    """Return what a document says, from its passages in their order, each as (part, shown text)."""
    head: list[str] = []
    subject: list[str] = []
    body: list[Words] = []
    everything: list[str] = []
    sent = ""
    for part, text in passages:
        if part == Part.STAMP:
            continue
        told = tuple(words(text).split())
        everything += told
        if part not in _HEAD and (part != Part.SUBJECT or body):
            body.append(told)
        elif not body:
            (subject if part == Part.SUBJECT else head).extend(told)
            if told and told[0] in _SENT and not sent:
                sent = "".join(c for word in told for c in word if c.isdigit())
    return Said(number, sent, tuple(head), tuple(subject), tuple(body), Counter(everything), shingles(everything))


def shingles(told: Sequence[str]) -> frozenset[str]:
    """Return the runs of `SHINGLE` words of a text; one that is shorter is a run of its own."""
    runs = zip(*(told[n:] for n in range(SHINGLE)), strict=False)
    return frozenset(map(" ".join, runs)) or frozenset([" ".join(told)])


def shared(one: Said, other: Said) -> float:
    """Return the Jaccard similarity of two documents' shingles: 1 where they are the same, 0 where none is shared."""
    both = len(one.shingles & other.shingles)
    return both / (len(one.shingles) + len(other.shingles) - both)


def same_text(one: Said, other: Said) -> bool:
    """Whether two documents are forms of one text.

    They share nearly all their shingles, and neither says a word that the other does not, but for slips of reading
    and what is blacked out: a reply with a line of its own, an answer for another visitor, a correction are documents
    of their own. Two cables of one number, and two scans of one mail, may differ by more slips.
    """
    alike = shared(one, other)
    if one.number and one.number == other.number:
        return alike >= ALIKE_IN_NUMBER
    if alike < ALIKE_IN_HEAD:
        return False
    sheet = _one_sheet(one, other)
    if alike < ALIKE and not sheet:
        return False
    length = min(sum(map(len, one.body)), sum(map(len, other.body)))
    slips = max(LEAST_SLIPS_IN_ONE_SHEET, length // SLIPS_IN_ONE_SHEET) if sheet else length // SLIPS
    return not (_other_subject(one, other) or _adds(one, other, slips) or _adds(other, one, slips))


def _one_sheet(one: Said, other: Said) -> bool:
    """Whether two mails bear one header, but for a word misread."""
    if not one.sent or one.sent != other.sent:
        return False
    heads = (one.head, other.head), (other.head, one.head)
    return all(len(_own(mine, Counter(theirs), Counter(mine))) <= 1 for mine, theirs in heads)


def _other_subject(one: Said, other: Said) -> bool:
    """Whether each of two subjects has words that the other has not: `CODEL Burton`, `CODEL Harkin`."""
    subjects = (one.subject, other.subject), (other.subject, one.subject)
    return all(set(_own(mine, Counter(theirs), Counter(mine))) - _ANSWERING for mine, theirs in subjects)


def _adds(one: Said, other: Said, slips: int) -> bool:
    """Whether a document's body says more than slips that the other document does not: a sentence, or some words."""
    own = _own([word for passage in one.body for word in passage], other.all, one.all)
    return len(own) > slips or any(_is_own(passage, set(own)) for passage in one.body if own)


def _is_own(passage: Words, own: set[str]) -> bool:
    told = [word for word in passage if len(word) > 1]
    return sum(word in own for word in told) * 2 > len(told)


def _own(mine: Iterable[str], theirs: "Counter[str]", all_mine: "Counter[str]") -> list[str]:
    """Return the words of one text that are left when the other's are taken away, and those that may be misread ones.

    Single characters are nobody's own: numbers of paragraphs, crumbs of scanning.
    """
    spare = theirs - all_mine
    marks = sum(n for word, n in spare.items() if _MARK.fullmatch(word))
    misread = sorted(spare.elements())
    own = []
    for word in sorted((Counter(mine) - theirs).elements()):
        if len(word) == 1 or _MARK.fullmatch(word):
            continue
        for other in misread:
            if abs(len(other) - len(word)) <= MISREAD_LETTERS and fuzz.ratio(other, word) >= MISREAD:
                misread.remove(other)
                break
        else:
            own.append(word)
    return own[WORDS_REDACTED * marks :]
