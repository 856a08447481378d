"""Cables written by a seeded die, with a machine tagger's brackets or without, for where no real ones are at hand."""

import random
from pathlib import Path

GIVEN = [
    "Arturo", "Carlos", "Elena", "Felipe", "Gregorio", "Hector", "Ines",
    "Jorge", "Laura", "Manuel", "Nora", "Oscar", "Pablo", "Rosa", "Sergio",
]  # fmt: skip
FAMILY = [
    "Aguilar", "Barrios", "Cisneros", "Duarte", "Escobedo", "Figueroa",
    "Gallardo", "Herrera", "Ibarra", "Juarez", "Landa", "Mendoza",
]  # fmt: skip
PLACES = [
    "Monterrey", "Cuernavaca", "Tijuana", "Bogota", "Caracas", "Lima",
    "Managua", "Quito", "Tampico", "Veracruz", "Medellin", "Panama",
]  # fmt: skip
BODIES = ["SEMAR", "SEDENA", "DEA", "FBI", "Ministry of Defense", "Supreme Court", "Sinaloa Cartel", "Zetas", "OAS"]
SAYINGS = [
    "{0} met {1} at the {2} in {3} and spoke of operations along the coast .",
    "According to {0} , the {2} would not move against {1} before the new year .",
    "A source close to {1} told the Embassy in {3} that {0} had left the {2} .",
    "The {2} denied that {0} or {1} had been arrested in {3} last week .",
]
SENTENCES = (20, 90)


def write(folder: Path, count: int, *, tagged: bool, seed: int = 1) -> Path:
    """Write so many cables into a new folder, the same every time, and return it."""
    folder.mkdir(parents=True)
    die = random.Random(seed)  # noqa: S311 - no secret
    for n in range(count):
        (folder / f"{n % 10:02}MEXICO{n}.txt").write_text(_cable(die, n, tagged=tagged), encoding="utf-8")
    return folder


def _cable(die: random.Random, n: int, *, tagged: bool) -> str:
    def bracket(kind: str, name: str) -> str:
        return f"[{kind} {name}]" if tagged else name

    def person() -> str:
        return bracket("PER", f"{die.choice(GIVEN)} {die.choice(FAMILY)} {die.choice(FAMILY)}")

    lines = [f"C O N F I D E N T I A L MEXICO {n:06}", "", f"SUBJECT: NOTE {n}", ""]
    for number in range(1, die.randint(*SENTENCES)):
        saying = die.choice(SAYINGS).format(
            person(), person(), bracket("ORG", die.choice(BODIES)), bracket("LOC", die.choice(PLACES))
        )
        lines += [f"{number}. (C) {saying}", ""]
    return "\n".join(lines)
