"""How well names are told to be of one person: precision and recall over pairs of names from two published lists.

python benchmarks/aliases.py REFERENCE              # the folder with ofac_narco_aliases.jsonl, person_aliases_foia.csv
python benchmarks/aliases.py REFERENCE --foia DIR   # and what each correspondent becomes in the releases themselves

The hard pairs of two people share a family name or a given name; the easy ones are drawn from all.
"""

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from graph.name import slug
from loaders.evaluation.aliases import Trial, judge, read_correspondents, read_ofac, shares_a_word, trial
from loaders.extract import extract
from loaders.names.spelling import same_person, spoken
from loaders.review.known import Known
from loaders.review.likeness import ENOUGH, likeness

READ = 2
"""Documents that are read for one spelling, the shortest that hold it."""


def one_id(a: str, b: str) -> bool:
    """Whether two names get one identifier in two documents."""
    return slug(spoken(a)) == slug(spoken(b))


def in_one_document(a: str, b: str) -> bool:
    """Whether two names are one person where one document has both."""
    return same_person(spoken(a), spoken(b))


def for_review(a: str, b: str) -> bool:
    """Whether two entities of these names are put before a reader, whatever stands around them."""
    found = likeness(_known(a), _known(b))
    return found is not None and found.score >= ENOUGH


def _known(name: str) -> Known:
    return Known(slug(name), spoken(name), "person", (), 1, 1, 1)


JUDGES = {"one id": one_id, "in one document": in_one_document, "for review": for_review}


def compare(title: str, pairs: Trial, *, verbose: bool) -> None:
    """Print what each judge says of the pairs."""
    kin = [pair for pair in pairs.same if shares_a_word(pair)]
    print(f"{title}: {len(pairs.same)} pairs of one person, {len(kin)} of which share a word;", end=" ")
    print(f"{len(pairs.near)} hard and {len(pairs.far)} easy pairs of two")
    for name, says in JUDGES.items():
        every, told = judge(pairs.same, pairs.near, says), judge(kin, pairs.near, says)
        easy = judge((), pairs.far, says)
        print(
            f"  {name:16} recall {every.recall:.3f} ({told.recall:.3f} where a word is shared),"
            f" hard pairs taken for one {every.taken}, easy ones {easy.taken}, precision {every.precision:.3f}"
        )
        if verbose:
            print("    missed:", *told.missed[:60], sep="\n      ")
            print("    wrong:", *every.wrong[:60], sep="\n      ")


def in_documents(people: dict[str, list[str]], folder: Path) -> None:
    """Print which share of the correspondents' spellings lead to the entity that most of their spellings lead to."""
    texts = {file.name: file.read_text(encoding="utf-8", errors="replace") for file in sorted(folder.iterdir())}
    seen = right = one = 0
    owners: dict[str, set[str]] = {}
    for person, spellings in people.items():
        ids = [found for spelling in dict.fromkeys(spellings) if (found := _entity(spelling, texts))]
        if not ids:
            continue
        best, most = Counter(ids).most_common(1)[0]
        owners.setdefault(best, set()).add(person)
        seen, right, one = seen + len(ids), right + most, one + (most == len(ids))
    shared = {id_: sorted(some) for id_, some in owners.items() if len(some) > 1}
    print(f"in documents: of {seen} spellings {right / seen:.3f} lead to their person's commonest entity;", end=" ")
    print(f"{one} of {len(owners)} people are one entity; entities of several people: {shared or 'none'}")


def _entity(spelling: str, texts: dict[str, str]) -> str | None:
    words = r"\s*".join(map(re.escape, re.findall(r"\w+|[^\w\s]", spelling)))
    written = re.compile(rf"(?<![\w,.]){words}(?!\w)")
    holding = sorted((name for name, text in texts.items() if written.search(text)), key=lambda name: len(texts[name]))
    found: Counter[str] = Counter()
    for name in holding[:READ]:
        read = extract(texts[name].encode(), name)
        places = [match.span() for match in written.finditer(read.text)]
        found.update(m.entity for m in read.mentions if any(m.start < end and start < m.end for start, end in places))
    return found.most_common(1)[0][0] if found else None


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--foia", type=Path, help="a folder of FOIA releases")
    parser.add_argument("--verbose", action="store_true", help="name the pairs")
    asked = parser.parse_args()
    correspondents = read_correspondents(asked.reference / "person_aliases_foia.csv")
    compare("designated", trial(read_ofac(asked.reference / "ofac_narco_aliases.jsonl")), verbose=asked.verbose)
    compare("correspondents", trial(correspondents), verbose=asked.verbose)
    if asked.foia:
        in_documents(correspondents, asked.foia)


if __name__ == "__main__":
    main()
