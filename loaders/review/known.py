"""An entity as review compares it with others."""

from dataclasses import dataclass

from graph.judgement import family


@dataclass(frozen=True, slots=True)
class Known:
    """An entity of the store: what it is called, how many links hang on it, at which offices it holds posts."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    mentions: int
    documents: int
    links: int
    offices: tuple[str, ...] = ()
    listed: bool = False
    """Whether a gazetteer knows it: two that it knows are two."""

    @property
    def family(self) -> str:
        """The kinds that are told apart by little more than a word: people, bodies, places."""
        return family(self.kind)

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, and those of its aliases that have two words or more: what tells it by itself."""
        return (self.name, *(alias for alias in self.aliases if " " in alias and alias != self.name))
