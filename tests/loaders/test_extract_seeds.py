"""The two bundled documents, as far as a reader of them would check by hand."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from graph.entity import Kind
from graph.extraction import Extraction
from graph.relation import DOCUMENT, RelationKind
from loaders.extract import extract
from loaders.goldform import to_gold
from loaders.names.gazetteer import Gazetteer

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "samples"
CABLE = SAMPLES / "000_dbb78b88fa48e029.txt"
RELEASE = SAMPLES / "004_0db69c56b45f5e8b.txt"
GOLDENS = Path(__file__).parent / "goldens"
GOLD = ROOT.parent / "shared" / "gold"


@pytest.fixture(scope="module")
def cable(gazetteer: Gazetteer) -> Extraction:
    return extract(CABLE.read_bytes(), CABLE.name, gazetteer)


@pytest.fixture(scope="module")
def release(gazetteer: Gazetteer) -> Extraction:
    return extract(RELEASE.read_bytes(), RELEASE.name, gazetteer)


def named(extraction: Extraction, surface: str) -> list[str]:
    return [m.entity for m in extraction.mentions if m.surface == surface]


def related(extraction: Extraction, kind: RelationKind) -> set[tuple[str, str]]:
    return {(r.subject, r.object) for r in extraction.relations if r.kind == kind}


def test_a_name_split_over_several_tags_is_one_mention(cable: Extraction) -> None:
    assert named(cable, 'Joaquin "El Chapo" Guzman') == ["joaquin-guzman"]


def test_an_acronym_that_the_text_defines_means_what_it_defines(cable: Extraction) -> None:
    assert set(named(cable, "ABL")) == {"arturo-beltran-leyva"}
    assert set(named(cable, "SEMAR")) == set(named(cable, "Mexican Navy")) == {"mexican-navy"}


def test_a_family_name_before_brothers_is_the_group_and_elsewhere_the_man(cable: Extraction) -> None:
    meant = named(cable, "Beltran Leyva")
    assert meant.count("beltran-leyva-organization") == 8
    assert meant.count("arturo-beltran-leyva") == 1


def test_sinaloa_is_the_cartel_beside_another_and_the_state_where_one_is_born(cable: Extraction) -> None:
    assert sorted(named(cable, "Sinaloa")) == ["sinaloa", "sinaloa-cartel", "sinaloa-cartel", "sinaloa-cartel"]


def test_a_brother_named_by_his_given_name_alone_has_the_familys_surname(cable: Extraction) -> None:
    assert set(named(cable, "Hector")) == {"hector-beltran-leyva"}


def test_two_names_in_one_tag_are_two_mentions(cable: Extraction) -> None:
    assert len(named(cable, "USG")) == 2
    assert set(named(cable, "GOM")) == {"government-of-mexico"}


def test_the_embassy_is_named_only_where_it_stands_alone(cable: Extraction) -> None:
    assert named(cable, "Embassy") == ["us-embassy-mexico-city"]


def test_portion_marks_and_markings_are_no_names(cable: Extraction, release: Extraction) -> None:
    for extraction in (cable, release):
        assert {m.surface for m in extraction.mentions}.isdisjoint({"S", "C", "DECL:", "NOFORN", "SECRET", "DTO"})


def test_the_signature_and_the_classifier_work_at_the_post(cable: Extraction) -> None:
    assert related(cable, RelationKind.SIGNED) == {("carlos-pascual", DOCUMENT)}
    assert related(cable, RelationKind.CLASSIFIED) == {("gustavo-delgado", DOCUMENT)}
    assert {s for s, o in related(cable, RelationKind.WORKS_AT) if o == "us-embassy-mexico-city"} == {
        "carlos-pascual",
        "gustavo-delgado",
    }


def test_the_clearance_block_names_officials_at_their_offices(release: Extraction) -> None:
    assert related(release, RelationKind.DRAFTED) == {("levi-chavous", DOCUMENT)}
    assert len(related(release, RelationKind.CLEARED)) == 7
    assert related(release, RelationKind.APPROVED) == {("philip-goldberg", DOCUMENT)}
    assert related(release, RelationKind.REVIEWED) == {("adolph-eisner", DOCUMENT)}
    assert ("john-mcnamara", "wha-mex") in related(release, RelationKind.WORKS_AT)
    kinds = {e.id: e.kind for e in release.entities}
    assert kinds["levi-chavous"] == kinds["adolph-eisner"] == Kind.OFFICIAL


def test_an_office_is_part_of_its_bureau_and_the_bureau_of_the_department(release: Extraction) -> None:
    parts = related(release, RelationKind.PART_OF)
    assert ("inr-tnc", "inr") in parts
    assert ("inr", "us-department-of-state") in parts
    assert "inr" in {e.id for e in release.entities}


def test_one_entity_has_one_identifier_in_both_documents(cable: Extraction, release: Extraction) -> None:
    shared = {e.id for e in cable.entities} & {e.id for e in release.entities}
    assert {"arturo-beltran-leyva", "felipe-calderon", "los-zetas", "sinaloa-cartel", "mexico"} <= shared


@pytest.mark.parametrize("sample", [CABLE, RELEASE], ids=lambda p: p.stem)
def test_a_seed_reads_as_its_reviewed_golden(sample: Path, gazetteer: Gazetteer) -> None:
    golden = json.loads((GOLDENS / f"{sample.stem}.json").read_text(encoding="utf-8"))
    found = to_gold(extract(sample.read_bytes(), sample.name, gazetteer))
    assert [(m["surface"], m["start"], m["entity"]) for m in found["mentions"]] == [
        (m["surface"], m["start"], m["entity"]) for m in golden["mentions"]
    ]
    kinds = {e["id"]: e["kind"] for e in found["entities"]}
    assert {m["entity"]: kinds[m["entity"]] for m in found["mentions"]} == {
        m["entity"]: m["kind"] for m in golden["mentions"]
    }
    assert [[r["subject"], r["relation"], r["object"]] for r in found["relations"]] == golden["relations"]


@pytest.mark.skipif(not GOLD.is_dir(), reason="the hand-made annotations are not beside this repository")
def test_the_seeds_score_what_the_project_promises(tmp_path: Path, gazetteer: Gazetteer) -> None:
    gold, out = tmp_path / "gold", tmp_path / "out"
    gold.mkdir()
    out.mkdir()
    for sample in (CABLE, RELEASE):
        (gold / f"{sample.stem}.json").write_bytes((GOLD / "dev" / f"{sample.stem}.json").read_bytes())
        found = to_gold(extract(sample.read_bytes(), sample.name, gazetteer))
        (out / f"{sample.stem}.json").write_text(json.dumps(found), encoding="utf-8")
    command = [
        sys.executable,
        str(GOLD / "score.py"),
        str(gold),
        str(out),
        "--sources",
        str(GOLD / "sources"),
        "--json",
    ]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert result["mentions_actors"]["f1"] >= 0.95
    assert result["kind"] >= 0.97
    assert result["linking"]["f1"] >= 0.95
    assert result["edges"]["f1"] >= 0.90
    assert result["relations"]["f1"] >= 0.90
