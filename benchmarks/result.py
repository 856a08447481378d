"""One figure that was measured, beside what it should be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured (`name`), how much it was, and how much it may be (None: nothing is promised)."""

    name: str
    figure: float
    unit: str
    goal: float | None = None
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the goal is reached."""
        return self.goal is None or self.figure <= self.goal
