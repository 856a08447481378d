"""The parameters that several routes share, with their bounds."""

from typing import Annotated, Literal

from fastapi import Path, Query
from pydantic import Field

MOST = 500
"""The most items that one answer lists."""

LONGEST_ID = 200
"""The most characters of an identifier."""

Id = Annotated[str, Field(min_length=1, max_length=LONGEST_ID)]
"""An identifier in what is sent."""
Identifier = Annotated[str, Path(max_length=LONGEST_ID, description="The identifier that a list gave.")]
Limit = Annotated[int, Query(ge=1, le=MOST, description="How many items to give at most.")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next` of the answer before, for the items after.")]
Scope = Annotated[
    Literal["passage", "paragraph", "document"],
    Query(description="How near two names must stand to each other: in one sentence, paragraph or document."),
]
Verdicts = Annotated[
    Literal["show", "obey"],
    Query(
        description="`obey`: sentences that a reader judged a mere list, a denial or another person do not count, and "
        "edges judged so are left out; `show`: they count, and the answer carries the verdicts."
    ),
]
