"""The one rule that judges by itself: one name in one company. What it says is a judgement like any other, marked as a
rule's: a person's word outranks it, and it is taken back like a person's.
"""

from collections.abc import Iterable, Iterator

from graph.bolt import Bolt
from graph.comention import pair
from graph.entity import Kind
from graph.judgement import Decision
from graph.judging.judge import Judge, Word
from graph.judging.reading import Judgements
from loaders.review.candidates import Candidate

RULE = "one name in one company"


def sure(candidate: Candidate) -> bool:
    """Whether two are the same beyond a reader's doubt.

    Their names of two words or more are one but for accents, order and small words, and they hold posts at one office,
    or at least half of those whom the lesser is named with stand beside the other too. Never two places (a town and its
    state), and never somebody accused and somebody who is not.
    """
    kinds = {candidate.first.kind, candidate.second.kind}
    accused = Kind.TRAFFICKER in kinds and len(kinds) > 1
    return candidate.exact and candidate.much and Kind.PLACE not in kinds and not accused


def joinable(bolt: Bolt, some: Iterable[Candidate]) -> list[Candidate]:
    """Return the pairs that the rule is sure of, but for those of which somebody once took its word back."""
    refused = {
        pair(j.left_id, j.right_id)
        for j in Judgements(bolt).every
        if j.rule and j.undone is not None and j.undone.by != RULE
    }
    return [c for c in some if sure(c) and pair(c.first.id, c.second.id) not in refused]


def join(bolt: Bolt, some: Iterable[Candidate], who: str) -> Iterator[tuple[Candidate, str]]:
    """Judge `joinable` pairs to be the same; give each with its judgement's id. `refresh` must follow."""
    maker = Judge(bolt, RULE, rule=True)
    gone: set[str] = set()
    for candidate in some:
        a, b = candidate.first.id, candidate.second.id
        if {a, b} & gone:
            continue
        why = f"{'; '.join(candidate.reasons)} (run by {who})"
        made = maker.judge(Word(Decision.SAME, a, b, value=a, why=why))
        gone.add(b)
        yield candidate, made.judgement.id


def undo(bolt: Bolt, who: str) -> int:
    """Take back all that the rule said and nobody has taken back; return how many. `refresh` must follow."""
    maker = Judge(bolt, RULE, rule=True)
    standing = [j for j in Judgements(bolt).every if j.rule and j.by == RULE and j.undone is None]
    for judgement in reversed(standing):
        maker.undo(judgement.id, f"run by {who}")
    return len(standing)
