"""What stands between a person and an agency when a text says that he works there, and which title it gives him."""

import re

from loaders.names.job_titles import is_job, only_titles, several

LONGEST = 100
"""A person and an agency further apart than so many characters are not tied by what stands between them."""

_ARTICLES = r"(?:(?:the|a|an|its|his|her|their|new|then|now|currently|formerly|former|unofficially|longtime) )*"
_TITLE = r"(?P<job>[^,;:()\"“”\n]{2,80}?)"
_NOTE = r"(?: \([^()\n]{2,40}\))?"
_NATION = r"(?:[A-Z][\w.]*(?:['’]s)? )?"
_OWNER = rf"(?:the )?{_NATION}"
"""What stands before an agency's name: an article, a nation, the body above it."""
_IS = r"(?:is|was|are|were|became|serves as|served as|remains|has been|had been)"
_OPENS = rf"(?:,(?: who {_IS})?| as| who {_IS}| {_IS}|\s?\(|\s?--?)\s?"

_JOB_AT = re.compile(rf"{_OPENS}{_ARTICLES}{_TITLE}{_NOTE} (?:of|at|for|in|with|within|from) {_OWNER}$")
"""`X, head of the`; `X was the director (and founder) of the`; `X as president of the French`."""
_LISTED = re.compile(rf",\s?{_ARTICLES}{_TITLE}(?:,| -)(?: [A-Z][^,;:()\"“”\n]{{2,60}},)? {_NATION}$")
"""`X, Assistant Director, Prevent, `."""
_BRACKETED = re.compile(rf" ?\({_ARTICLES}{_TITLE},(?: [A-Z][^,;:()\"“”\n]{{2,60}},)? {_OWNER}$")
"""`X (Deputy Director for Political Affairs, `."""
_WORKS = re.compile(
    r",? (?:who |both of whom )?(?:\w+ )?"
    r"(?:work(?:s|ed|ing)? (?:at|for|in)|employed (?:at|by)|(?:assigned|detailed|posted) to)"
    rf" {_OWNER}$",
    re.IGNORECASE,
)
_HEADS = re.compile(
    r",? (?:who )?(?:(?:has|had|currently|now|formerly|previously|also|then) )?"
    r"(?:head(?:s|ed)|leads|led|direct(?:s|ed)|runs|ran|chair(?:s|ed)|command(?:s|ed)|manage[sd])(?: up)? "
    + _OWNER
    + "$"
)
_AFTER_HEADED = re.compile(
    r"\Z|[^\w\s'’-]| (?:and|in|from|until|since|during|at|for|when|before|after|but|on|to|who|with)\b"
)
"""What follows the name of a body that someone heads: no noun, of which the body would be an attribute."""
_OF = re.compile(r",? (?:of|from) (?:the )?$")
_BESIDE = re.compile(rf"(?:, ?| \(){_ARTICLES}$")
_ITS_JOB = re.compile(rf"{_NOTE}(?:['’,]s?)?{_NOTE} (?P<job>[^,;:().\"“”\n]{{2,60}})")
_CLOSES = re.compile(r"\s*(?:\Z|\n|;|\)| [-–—] |, ?(?:\+?\(?\d|tel|ext|phone|e-?mail))", re.IGNORECASE)
"""What follows the office in an entry of a list (`Jane Example, ISN/RA, 202-555-0100`)."""
_ENTRY = re.compile(r"(?:^|\n|[-–—:;(•*]|\b(?:is|are|and|to|contact))\s*(?:(?:Mr|Ms|Mrs|Dr|Amb|Ambassador)\.? )?$")

_BEFORE = re.compile(rf"(?:{_NOTE}['’,]s|\)|['’])?{_NOTE} {_TITLE}{_NOTE}(?:,(?P<titles>[^,;:()\"“”\n]{{0,30}}))? $")
"""What stands between an agency and a person before whom his job there is named."""
_JOB_OF = re.compile(rf"(?P<job>[^,;:().\"“”\n]{{2,60}}) (?:of|at|for|in) {_OWNER}$")
_THEN = re.compile(r"(?:['’]s)?(?: \([A-Z][\w-]{1,9})?\)?,? (?P<titles>[^,;:()\"“”\n]{0,40})$")
_DASHED = re.compile(r" ?(?:--?|–|—|:) ?(?P<titles>[^,;:()\"“”\n]{0,40})")
"""In a list of participants: `SCA - A/S Richard Boucher`."""
_ITS = re.compile(r"(?:['’,]s)? (?P<titles>[^,;:()\"“”\n]{0,40})")
_IN_BRACKETS = re.compile(r"\) (?P<titles>[^,;:()\"“”\n]{0,40})")
_TITLE_AND_BRACKET = re.compile(r"(?P<job>[^,;:()\"“”\n]{2,60}) \($")
"""`Secretary of Defense (SEDENA) General Galvan`."""
_SYMBOL = re.compile(r"[A-Z]{2,8}|[A-Z]{1,6}(?:/[A-Z-]{1,8})+|[DSP]\([A-Z]\)")
_GOVERNMENT = re.compile(r"(?:USG|US|UN|EU|NSA|HMG|SAG|ROYG|GIRoA|Go[A-Z][A-Za-z]{0,3}|GO[A-Z]{1,4})$")
"""Acronyms of governments: nobody works at one whose name merely stands before his."""
_CAPITAL = re.compile(r"\s+[A-ZÀ-Þ]")
_LAST_WORDS = 6
_UNDER = re.compile(r"\b(?:under|with|by|for) (?:[A-Z][\w.]* ){0,2}$")
"""What stands before a name of which no `as` speaks (`Rubin served under President Clinton as spokesman`)."""


def title_at(shown: str, person: tuple[int, int], agency: tuple[int, int], *, of: bool) -> str | None:
    """Return a person's title at an agency where the text ties both: empty where it names none, None where it does not.

    Spans are places of `shown` in one passage; `of` says that a bare `of` may tie them.
    """
    if 0 < person[0] - agency[1] < LONGEST:
        return _agency_first(shown, shown[agency[1] : person[0]], agency)
    if 0 < agency[0] - person[1] < LONGEST:
        return _person_first(shown, shown[person[1] : agency[0]], person, agency, of=of)
    return None


def works_at(gap: str) -> bool:
    """Whether what stands between a person and an agency says that he works there."""
    return _WORKS.fullmatch(gap) is not None


def is_plural(title: str) -> bool:
    """Whether a title is that of several people (`policy officers`)."""
    return several(title.rsplit(maxsplit=1)[-1]) if title.strip() else False


def _agency_first(shown: str, between: str, agency: tuple[int, int]) -> str | None:
    dashed = _DASHED.fullmatch(between)
    if dashed and only_titles(dashed["titles"]) and shown[agency[0] - 1 : agency[0]] in {"", "\n"}:
        return dashed["titles"].strip()
    name = shown[agency[0] : agency[1]]
    if (its := _ITS.fullmatch(between)) and only_titles(its["titles"]) and _may_own(name, between):
        return its["titles"].strip()
    bracketed = _IN_BRACKETS.fullmatch(between)
    if (
        bracketed
        and only_titles(bracketed["titles"])
        and (title := _TITLE_AND_BRACKET.search(shown[: agency[0]][-LONGEST:]))
    ):
        return _job_in(title["job"], from_right=True)
    before = _BEFORE.fullmatch(between)
    if before and only_titles(before["titles"] or "") and is_job(before["job"], ends=True):
        if before["titles"] is None or not is_plural(before["job"]):
            return before["job"]
        return None
    return _job_before(shown[max(shown.rfind("\n", 0, agency[0]) + 1, agency[0] - LONGEST) : agency[0]], between)


def _job_before(text: str, between: str) -> str | None:
    """Return the job before an agency's name that the person after it holds (`the head of the DEA, Jo Poe`)."""
    bracketed = _IN_BRACKETS.fullmatch(between)
    then = bracketed or _THEN.fullmatch(between)
    if not then or not only_titles(then["titles"]):
        return None
    job = (_TITLE_AND_BRACKET.search(text) if bracketed else None) or _JOB_OF.search(text)
    title = _job_in(job["job"], from_right=True) if job else None
    return None if title and is_plural(title) else title


def _may_own(name: str, between: str) -> bool:
    """Whether whoever is named right after an agency's name is of it: `USTR Kirk`, `the Foreign Ministry's Jonsson`."""
    if between[0] == " " and is_job(name.rsplit(maxsplit=1)[-1], ends=True):
        return " " in name  # a title taken into the agency's name: `Asian Affairs Department Director Yang Yanyi`
    return not _is_government(name) and (between[0] != " " or _SYMBOL.fullmatch(name) is not None)


def _is_government(name: str) -> bool:
    return _GOVERNMENT.match(name) is not None or name.lower().endswith("government")


def _person_first(shown: str, gap: str, person: tuple[int, int], agency: tuple[int, int], *, of: bool) -> str | None:
    following = shown[agency[1] : agency[1] + LONGEST]
    if gap.startswith(" as ") and _UNDER.search(shown[max(person[0] - 40, 0) : person[0]]):
        return None
    title = _title_first(gap, following, shown[agency[0] : agency[1]])
    if title and is_plural(title) and shown[person[0] - 5 : person[0]] != " and ":
        return None
    if title is None and _BESIDE.fullmatch(gap) and (its := _ITS_JOB.match(following)) and (job := _job_in(its["job"])):
        another = _CAPITAL.match(its["job"], len(job)) and is_job(job.split()[-1], ends=True)
        title = None if another or is_plural(job) else job
    if title is not None:
        return title
    untitled = (
        works_at(gap)
        or (gap == " (" and following[:1] == ")")
        or (_HEADS.fullmatch(gap) and _AFTER_HEADED.match(following))
        or (of and _OF.fullmatch(gap))
        or (gap == ", " and _CLOSES.match(following) and _ENTRY.search(shown[max(person[0] - 20, 0) : person[0]]))
    )
    return "" if untitled else None


def _title_first(gap: str, following: str, agency: str) -> str | None:
    """Return the title that stands between a person and an agency."""
    match = _JOB_AT.fullmatch(gap)
    if match is None and not following.startswith((", and ", " and ")) and not _is_government(agency):
        match = _LISTED.fullmatch(gap) or (_BRACKETED.fullmatch(gap) if following[:1] == ")" else None)
    return match["job"] if match and is_job(match["job"], ends=False) else None


def _job_in(words: str, *, from_right: bool = False) -> str | None:
    """Return the longest job title that a few words begin with, or end with; None where they do with none."""
    kept = words.split()
    kept = kept[-_LAST_WORDS:] if from_right else kept[:_LAST_WORDS]
    while kept and not is_job(" ".join(kept), ends=True):
        kept = kept[1:] if from_right else kept[:-1]
    return " ".join(kept) or None
