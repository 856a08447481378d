"""Train the guess at the kind of an unknown name (`loaders/names/kind_model.py`) on a folder of tagged cables.

python benchmarks/train_kinds.py FOLDER --out loaders/data/kind_model.json
python benchmarks/train_kinds.py FOLDER        # figures only

The brackets are taken out of each cable, and it is read as one without tags. A name that the tagger had bracketed has
the tagger's type, PER, ORG or LOC: noisy, but of many names. Three in four cables are learned from; of the others the
shares are printed where the model and where the rules alone agree with the tagger. What is written learned from all.
"""

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.entity import PEOPLE, Kind
from graph.errors import TramaError
from graph.mention import Method
from loaders.forms import read
from loaders.names.gazetteer import default_gazetteer
from loaders.names.kind_model import KINDS, features
from loaders.names.kinds import judge_by_rules
from loaders.names.known import Known
from loaders.names.naming import spans_of
from loaders.names.recognise import RECOGNISERS
from loaders.names.resolve import Resolver
from loaders.names.thing import Thing
from loaders.names.title_alone import names_only
from loaders.names.view import View, see

TAG = re.compile(r"\[(PER|ORG|LOC|MISC)\s{1,2}([^\[\]]{1,80}?)\s*\]")
LABELS = {"PER": Kind.PERSON, "ORG": Kind.ORGANIZATION, "LOC": Kind.PLACE}
ROUNDS = 6
BODIES = frozenset({Kind.AGENCY, Kind.ORGANIZATION})
MOST_OF_ONE, SURE = 12, 4.0
RAREST = 3
"""A feature must occur in so many names."""


@dataclass(frozen=True, slots=True)
class Example:
    """An unknown name of one cable: what the model goes by, the tagger's kind, and what the rules say."""

    cable: int
    features: tuple[str, ...]
    tagged: Kind
    ruled: Kind
    guessed: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body that the gazetteer knows: whether it is a government's, by words that are not its name alone."""

    known: str
    features: tuple[str, ...]
    agency: bool


def _body(view: View, thing: Thing, known: Known) -> Body:
    thing.spans = [s for s in thing.spans if s.method != Method.STRUCTURE] or thing.spans
    first = thing.spans[0]
    thing.name = view.shown[first.start : first.end]
    return Body(known.id, tuple(sorted(features(view, thing))), known.kind == Kind.AGENCY)


def examples(files: Sequence[Path]) -> Iterator[Example | Body]:
    """Yield the names of the cables that nothing but a rule found, and that the tagger had typed."""
    gazetteer = default_gazetteer()
    for number, file in enumerate(files):
        text = file.read_text(encoding="utf-8", errors="replace")
        types: dict[str, Counter[str]] = defaultdict(Counter)
        for tag in TAG.finditer(text):
            types[" ".join(tag[2].split())][tag[1]] += 1
        try:
            reading = read(TAG.sub(r"\2", text).encode(), file.name)
        except TramaError:
            continue
        view = see(reading, gazetteer)
        for thing in Resolver(view).gather(names_only(view, spans_of(view, RECOGNISERS))):
            if thing.known is not None and thing.known.kind in BODIES:
                yield _body(view, thing, thing.known)
            if thing.known is not None or any(s.method == Method.STRUCTURE for s in thing.spans):
                continue
            said: Counter[str] = Counter()
            for surface in {" ".join(view.shown[s.start : s.end].split()) for s in thing.spans}:
                said.update(types.get(surface, {}))
            label = said.most_common(1)[0][0] if said else ""
            if label in LABELS:
                ruled, guessed = judge_by_rules(view, thing)
                yield Example(number, tuple(sorted(features(view, thing))), LABELS[label], _plain(ruled), guessed)


def _plain(kind: Kind) -> Kind:
    if kind in PEOPLE:
        return Kind.PERSON
    return Kind.PLACE if kind == Kind.PLACE else Kind.ORGANIZATION


def train(learned: Sequence[Example]) -> dict[str, list[float]]:
    """Return the averaged weights of each feature, one for each of `KINDS`."""
    seen = Counter(feature for example in learned for feature in example.features)
    weights: dict[str, list[float]] = {f: [0.0] * len(KINDS) for f, n in seen.items() if n >= RAREST}
    summed = {f: [0.0] * len(KINDS) for f in weights}
    order = list(learned)
    rng = random.Random(0)  # noqa: S311 the same order each time
    step = 0
    for _ in range(ROUNDS):
        rng.shuffle(order)
        for example in order:
            step += 1
            right, said = KINDS.index(example.tagged), KINDS.index(best(weights, example))
            if right == said:
                continue
            for feature in example.features:
                if feature in weights:
                    for k, change in ((right, 1.0), (said, -1.0)):
                        weights[feature][k] += change
                        summed[feature][k] += step * change
    averaged = {
        f: [round(w - s / step, 1) for w, s in zip(weights[f], summed[f], strict=True)] for f in sorted(weights)
    }
    return {f: w for f, w in averaged.items() if any(w)}


def train_bodies(learned: Sequence[Body]) -> dict[str, float]:
    """Return the averaged weights that speak for a government's body; each body counts twelve times at most."""
    rng = random.Random(0)  # noqa: S311 the same order each time
    order = rng.sample(list(learned), len(learned))
    met: Counter[str] = Counter()
    kept = []
    for body in order:
        met[body.known] += 1
        if met[body.known] <= MOST_OF_ONE:
            kept.append(body)
    seen = Counter(feature for body in kept for feature in body.features)
    weights = {f: 0.0 for f, n in seen.items() if n >= RAREST}
    summed = dict.fromkeys(weights, 0.0)
    step = 0
    for _ in range(ROUNDS):
        rng.shuffle(kept)
        for body in kept:
            step += 1
            if (sum(weights.get(f, 0.0) for f in body.features) > 0) == body.agency:
                continue
            change = 1.0 if body.agency else -1.0
            for feature in body.features:
                if feature in weights:
                    weights[feature] += change
                    summed[feature] += step * change
    averaged = {f: round(w - summed[f] / step, 1) for f, w in sorted(weights.items())}
    return {f: w for f, w in averaged.items() if w}


def best(weights: dict[str, list[float]], example: Example) -> Kind:
    """Return the kind with the highest score."""
    scores = [sum(weights[f][k] for f in example.features if f in weights) for k in range(len(KINDS))]
    return KINDS[scores.index(max(scores))]


def main() -> None:
    """Train, print the figures, and write the model where one is asked for."""
    parser = argparse.ArgumentParser(description="Train the guess at kinds on tagged cables.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--without", type=Path, help="a file of names of cables to leave out, one a line")
    asked = parser.parse_args()
    without = set(asked.without.read_text().split()) if asked.without else set()
    files = [f for f in sorted(asked.folder.glob("*.txt")) if f.name not in without]
    everything = list(examples(files))
    found = [e for e in everything if isinstance(e, Example)]
    bodies = [e for e in everything if isinstance(e, Body)]
    ids = sorted({b.known for b in bodies})
    others = set(random.Random(4).sample(ids, len(ids) // 4))  # noqa: S311 the same split each time
    agency = train_bodies([b for b in bodies if b.known not in others])
    told = [(sum(agency.get(f, 0.0) for f in b.features), b.agency) for b in bodies if b.known in others]
    said = [right for score, right in told if score >= SURE]
    print(
        f"bodies not met in training: {len(told)}, said a government's {len(said)}, rightly {sum(said) / len(said):.3f}"
    )
    unseen = set(random.Random(4).sample(range(len(files)), len(files) // 4))  # noqa: S311 the same split each time
    weights = train([e for e in found if e.cable not in unseen])
    held = [e for e in found if e.cable in unseen]
    for name, part in (("all", held), ("guesses", [e for e in held if e.guessed])):
        model = sum(best(weights, e) == e.tagged for e in part) / len(part)
        rules = sum(e.ruled == e.tagged for e in part) / len(part)
        print(f"{name}: {len(part)} names, model {model:.3f}, rules {rules:.3f}")
    if asked.out:
        weights = train(found)
        agency = train_bodies(bodies)
        source = f"Trained by benchmarks/train_kinds.py on {len(files)} public cables, {len(found)} names."
        rows = ",\n".join(f"{json.dumps(f)}: {json.dumps(w)}" for f, w in weights.items())
        more = ",\n".join(f"{json.dumps(f)}: {json.dumps(w)}" for f, w in agency.items())
        text = f'{{"source": {json.dumps(source)}, "weights": {{\n{rows}\n}}, "agency": {{\n{more}\n}}}}\n'
        asked.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
