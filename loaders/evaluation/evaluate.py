"""Comparing extractions with annotations, document by document."""

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.relation import DOCUMENT
from loaders.evaluation.annotation import Annotation, Span, Triple
from loaders.evaluation.faults import Fault, Side, faults_of
from loaders.evaluation.figures import Figures
from loaders.evaluation.matching import aligned, matched

Form = Mapping[str, Any]
_ANCHOR = re.compile(r"(?:<a id='par[^>]*>)?¶")
_BLANK = re.compile(r"\n\s*\n")


def evaluate(gold: Path, sources: Path, read: Callable[[Path], Form]) -> "Comparison":
    """Compare what `read` finds in each annotated document's source file with its annotation; return it finished.

    Raises InputError where there is no annotation, or where a source file is not in the folder.
    """
    forms = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(gold.glob("*.json"))]
    if not forms:
        raise InputError(f"{gold} holds no annotation (*.json).")
    comparison = Comparison()
    for form in forms:
        source = sources / form["file"]
        if not source.is_file():
            raise InputError(f"{source} is missing: the annotation of {form['file']} was made on it.")
        comparison.add(form, read(source), source.read_bytes().decode("utf-8", "replace"))
    comparison.finished()
    return comparison


class Comparison:
    """Figures in the making, and all that was found wrong on the way."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self._figures = Figures()
        self._across: dict[str, list[tuple[int, str | None]]] = defaultdict(list)

    def add(self, gold_form: Form, found_form: Form, text: str) -> None:
        """Compare one document's annotation with what was found in it; `text` is its source."""
        gold, found = Annotation.read(gold_form, text), Annotation.read(found_form, text)
        alignment = _alignment(gold, found)
        spans = _without_optional(gold, found)
        pairs = matched(gold.spans, spans)
        self._add_mentions(gold, found, spans, pairs)
        self._add_linking(gold, spans, pairs)
        self._add_edges(gold, found, spans, alignment, _paragraph_starts(text))
        self._add_relations(gold, found, alignment)
        self.faults += faults_of(Side(str(gold_form.get("file", "")), text, gold, found, spans, pairs, alignment))
        for i, span in enumerate(gold.spans):
            same = spans[pairs[i]].entity if i in pairs else None
            self._across[span.entity].append((self._figures.documents, same))
        self._figures.documents += 1

    def finished(self) -> Figures:
        """Return the figures of all the documents added, as often as it is asked."""
        for rows in self._across.values():
            pairs = [(a, b) for (m, a), (n, b) in combinations(rows, 2) if m != n]
            self._figures.across.add(sum(a is not None and a == b for a, b in pairs), 0, len(pairs))
        self._across.clear()
        return self._figures

    def _add_mentions(self, gold: Annotation, found: Annotation, spans: list[Span], pairs: dict[int, int]) -> None:
        both = [(gold.spans[i].entity, spans[j].entity) for i, j in pairs.items()]
        figures = self._figures
        figures.mentions.add(len(pairs), len(spans), len(gold.spans))
        figures.actors.add(
            sum(gold.is_actor(g) and found.is_actor(f) for g, f in both),
            sum(found.is_actor(s.entity) for s in spans),
            sum(gold.is_actor(s.entity) for s in gold.spans),
        )
        right = sum(gold.kinds[g] == found.kinds.get(f) for g, f in both)
        figures.kinds.add(right, len(both), len(both))

    def _add_linking(self, gold: Annotation, spans: list[Span], pairs: dict[int, int]) -> None:
        back = {j: i for i, j in pairs.items()}
        of_gold: dict[str, set[int]] = defaultdict(set)
        of_found: dict[str, set[int]] = defaultdict(set)
        for i, span in enumerate(gold.spans):
            of_gold[span.entity].add(i)
        for j, span in enumerate(spans):
            of_found[span.entity].add(back.get(j, -1 - j))  # a found mention that gold lacks is no gold mention's
        linking = self._figures.linking
        linking.gold += len(gold.spans)
        linking.found += len(spans)
        for i, j in pairs.items():
            ours, theirs = of_gold[gold.spans[i].entity], of_found[spans[j].entity]
            linking.recalled += len(ours & theirs) / len(ours)
            linking.precise += len(ours & theirs) / len(theirs)

    def _add_edges(
        self, gold: Annotation, found: Annotation, spans: list[Span], alignment: dict[str, str], starts: list[int]
    ) -> None:
        ours = _edges(gold.spans, gold, {}, starts)
        theirs = _edges(spans, found, alignment, starts)
        self._figures.edges.add(len(ours & theirs), len(theirs), len(ours))

    def _add_relations(self, gold: Annotation, found: Annotation, alignment: dict[str, str]) -> None:
        theirs = [_renamed(triple, alignment) for triple in found.relations]
        counted = [triple for triple in theirs if triple not in gold.optional_relations]
        self._figures.relations.add(len(gold.relations & set(counted)), len(counted), len(gold.relations))


def _alignment(gold: Annotation, found: Annotation) -> dict[str, str]:
    every = [*gold.spans, *gold.optional]
    pairs = matched(every, found.spans)
    in_order = sorted(pairs.items(), key=lambda pair: -every[pair[0]].overlap(found.spans[pair[1]]))
    return aligned((every[i].entity, found.spans[j].entity) for i, j in in_order)


def _without_optional(gold: Annotation, found: Annotation) -> list[Span]:
    """The found spans, without those that match only what one annotator has."""
    spare = set(matched(gold.optional, found.spans).values()) - set(matched(gold.spans, found.spans).values())
    return [span for j, span in enumerate(found.spans) if j not in spare]


def _paragraph_starts(text: str) -> list[int]:
    """Where paragraphs begin in a source text: at ¶ anchors in a cable, after blank lines elsewhere."""
    anchors = [m.start() for m in _ANCHOR.finditer(text)]
    return anchors or [m.end() for m in _BLANK.finditer(text)]


def _edges(
    spans: "tuple[Span, ...] | list[Span]", side: Annotation, alignment: dict[str, str], starts: list[int]
) -> set[tuple[str, str]]:
    groups: dict[int, set[str]] = defaultdict(set)
    for span in spans:
        if side.is_actor(span.entity):
            name = alignment.get(span.entity, f"?{span.entity}") if alignment else span.entity
            groups[bisect_right(starts, span.start)].add(name)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def _renamed(triple: Triple, alignment: dict[str, str]) -> Triple:
    subject, relation, obj = triple
    return alignment.get(subject, "?"), relation, obj if obj == DOCUMENT else alignment.get(obj, "?")
