"""`trama gazetteer import`: lists that others publish become gazetteer files that documents are read with."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from api.cli import run
from graph.entity import Kind
from loaders.extract import extract
from loaders.names.gazetteer import load_gazetteer

SDN = """\
7001,"ROE QUIJADA, Jovita","individual","SDNTK",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1 Jan 1960; a.k.a. 'LA GRULLA'."
7002,"QUIJADA DRUG TRAFFICKING ORGANIZATION",-0- ,"SDNTK",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
7003,"POE, Al","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
7004,"BOAT ONE","vessel","SDNTK",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
\x1a"""
ALT = '7001,1,"aka","ROE, Jovita",-0-\n7002,2,"aka","QDTO",-0-\n'
FTM = [
    {
        "id": "a",
        "schema": "Person",
        "properties": {"name": ["Ana Lima Prado"], "topics": ["role.pep"], "country": ["pe"]},
    },
    {"id": "b", "schema": "Person", "properties": {"name": ["Rex Poe"], "alias": ["Rexo"], "topics": ["sanction"]}},
    {"id": "c", "schema": "Person", "properties": {"name": ["Ed Roe"], "topics": ["crime.traffick.drug"]}},
    {"id": "d", "schema": "PublicBody", "properties": {"name": ["Ministerio de Vialidad"]}},
    {"id": "e", "schema": "Ownership", "properties": {"owner": ["a"]}},
]


def imported(file: Path, *options: str) -> dict[str, Any]:
    """The gazetteer file that the import of `file` writes, by entity id."""
    out = file.with_suffix(".toml")
    assert run(["gazetteer", "import", str(file), "--out", str(out), *options]) == 0
    data = tomllib.loads(out.read_text(encoding="utf-8"))
    return {"source": data["source"], **{row["id"]: row for row in data["entity"]}}


def test_the_treasurys_list_with_its_aliases(tmp_path: Path) -> None:
    """Designated for drugs: trafficker, or cartel by its name; else a person. Ships are left out."""
    (tmp_path / "alt.csv").write_text(ALT, encoding="utf-8")
    sdn = tmp_path / "sdn.csv"
    sdn.write_text(SDN, encoding="utf-8")
    rows = imported(sdn, "--source", "OFAC, U.S. Treasury")
    assert rows["source"].startswith("OFAC, U.S. Treasury; OFAC SDN list, sdn.csv of 20")
    assert rows["jovita-roe-quijada"]["kind"] == "trafficker"
    assert rows["jovita-roe-quijada"]["aliases"] == ["Jovita Roe", "LA GRULLA"]
    assert rows["quijada-drug-trafficking-organization"]["acronyms"] == ["QDTO"]
    assert rows["quijada-drug-trafficking-organization"]["kind"] == "cartel"
    assert rows["al-poe"]["kind"] == "person"
    assert len(rows) == 4


def test_follow_the_money(tmp_path: Path) -> None:
    """A sanction makes no trafficker; an office makes an official; links are left out."""
    file = tmp_path / "entities.ftm.json"
    file.write_text("\n".join(map(json.dumps, FTM)), encoding="utf-8")
    rows = imported(file)
    kinds = {id_: row["kind"] for id_, row in rows.items() if id_ != "source"}
    assert kinds == {
        "ana-lima-prado": "official",
        "rex-poe": "person",
        "ed-roe": "trafficker",
        "ministerio-de-vialidad": "agency",
    }
    assert rows["ana-lima-prado"]["country"] == "PE"
    assert rows["rex-poe"]["weak"] == ["Rexo"]


def test_documents_are_read_with_a_plain_list(tmp_path: Path) -> None:
    """Names of the list get its kind and identifier."""
    file = tmp_path / "own.csv"
    file.write_text('name,kind,aliases,id\nLos Grises,cartel,"Gray Ones; The Grays",los-grises-x\n', encoding="utf-8")
    assert imported(file)["los-grises-x"]["aliases"] == ["Gray Ones", "The Grays"]
    memo = b"TO: S\nFROM: INR - Ana Lima\n\nThe men met the Gray Ones in Lima on Monday, as it was said there.\n"
    found = extract(memo, "memo.txt", load_gazetteer([file.with_suffix(".toml")]))
    assert {e.kind for e in found.entities if e.id == "los-grises-x"} == {Kind.CARTEL}


def test_names_in_another_script_and_lists_of_older_programs_lose_nothing(tmp_path: Path) -> None:
    """A name without a Latin letter has an identifier too; a list need not be UTF-8."""
    file = tmp_path / "own.csv"
    file.write_text(
        "name,kind\nИванов,person\n李明,person\nМинистерство обороны,agency\nМинистерство финансов,agency\n",
        encoding="utf-8-sig",
    )
    named = {row["name"] for id_, row in imported(file).items() if id_ != "source"}
    assert named == {"Иванов", "李明", "Министерство обороны", "Министерство финансов"}
    file.write_text("name,kind\nJosé Peña,person\n", encoding="cp1252")
    assert imported(file, "--force")["jose-pena"]["name"] == "José Peña"
    (tmp_path / "ALT.csv").write_text('7001,1,"aka","PEÑA, Jovita",-0-\n', encoding="cp1252")
    file.write_text(SDN, encoding="utf-8")
    assert "Jovita Peña" in imported(file, "--force")["jovita-roe-quijada"]["aliases"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name\nx\n", "no column 'kind'"),
        ("name,kind\nx,villain\n", "Line 2: 'villain' is no kind"),
        ("name,kind\n,place\n", "Line 2 has no name"),
        ("", "no column 'name'"),
        (json.dumps(FTM[0]) + "\n{", "Line 2 is no FollowTheMoney entity"),
    ],
)
def test_a_bad_list_is_told_and_nothing_is_written(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the line where it goes wrong."""
    file = tmp_path / "bad.csv"
    file.write_text(text, encoding="utf-8")
    assert run(["gazetteer", "import", str(file), "--out", str(tmp_path / "out.toml")]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out.toml").exists()


def test_a_file_that_is_there_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Unless it may be written over."""
    file = tmp_path / "own.csv"
    file.write_text("name,kind\nLos Grises,cartel\n", encoding="utf-8")
    imported(file)
    assert run(["gazetteer", "import", str(file), "--out", str(tmp_path / "own.toml")]) == 1
    assert "--force" in capsys.readouterr().err
    imported(file, "--force")


def test_entries_without_a_name_make_no_entity(tmp_path: Path) -> None:
    """They would all become one, with everybody's aliases."""
    rows = [{"id": id_, "schema": "Person", "properties": {"name": [" "], "alias": [id_]}} for id_ in ("x", "y")]
    file = tmp_path / "nameless.jsonl"
    file.write_text("\n".join(map(json.dumps, [*rows, FTM[1]])), encoding="utf-8")
    assert imported(file).keys() == {"source", "rex-poe"}
