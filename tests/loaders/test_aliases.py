"""Measuring how well names are told to be of one person."""

import json

from loaders.evaluation.aliases import Verdicts, judge, read_correspondents, read_ofac, shares_a_word, trial
from loaders.names.spelling import same_person, spoken

PEOPLE = {
    "1": ["ZAPATA ESPINOZA, Julian", "ZAPATA ESPINOSA, Julian", "ZAPATA, Julian"],
    "2": ["ZAPATA, Jaime", "ZAPATA, Jaime Jorge"],
    "3": ["GUZMAN LOERA, Joaquin", "RAMIREZ, Luis"],
}


def test_pairs_are_of_one_person_or_of_two_and_the_hard_ones_share_a_name():
    """The same seed draws the same."""
    drawn = trial(PEOPLE)
    assert drawn == trial(PEOPLE)
    assert set(drawn.same) == {
        (PEOPLE["1"][0], PEOPLE["1"][1]),
        (PEOPLE["1"][0], PEOPLE["1"][2]),
        tuple(PEOPLE["2"]),
        tuple(PEOPLE["3"]),
    }
    owner = {name: id_ for id_, names in PEOPLE.items() for name in names}
    assert drawn.near
    assert all(owner[a] != owner[b] for a, b in (*drawn.near, *drawn.far))
    assert all("ZAPATA" in a and "ZAPATA" in b for a, b in drawn.near)
    assert [shares_a_word(pair) for pair in (drawn.near[0], tuple(PEOPLE["3"]))] == [True, False]


def test_recall_and_precision_are_shares_of_pairs():
    """Found among those of one person, right among those that were said to be one."""
    drawn = trial(PEOPLE)
    every = judge(drawn.same, drawn.near, lambda _a, _b: True)
    assert (every.recall, every.precision) == (1.0, len(drawn.same) / (len(drawn.same) + len(drawn.near)))
    none = judge(drawn.same, drawn.near, lambda _a, _b: False)
    assert (none.recall, none.precision, len(none.missed)) == (0.0, 1.0, len(drawn.same))
    assert Verdicts(0, 0, 0, 0, (), ()).recall == 1.0


def test_lists_are_read_as_they_are_published(tmp_path):
    """Firms are no people; mail addresses and single words are no names to compare."""
    ofac = tmp_path / "ofac.jsonl"
    rows = [
        {
            "id": "1",
            "type": "individual",
            "name": "ZAPATA, Jaime",
            "aliases": ["ZAPATA, James"],
            "weak_aliases": ["EL Z"],
        },
        {"id": "2", "type": "entity", "name": "ZAPATA LTDA.", "aliases": []},
    ]
    ofac.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert read_ofac(ofac) == {"1": ["ZAPATA, Jaime", "ZAPATA, James"]}
    mails = tmp_path / "mails.csv"
    lines = [
        "AliasName,PersonName",
        '"C:Mills, Cheryl",Cheryl Mills',
        "MillsCD@state.gov,Cheryl Mills",
        "sid,Sidney Jones",
    ]
    mails.write_text("\n".join(lines), encoding="utf-8")
    assert read_correspondents(mails) == {"Cheryl Mills": ["Cheryl Mills", "Mills, Cheryl"]}


def test_spellings_of_one_document_are_one_person_and_relatives_are_not():
    """A misread letter, a sound, the order of names; never a bare surname, nor a brother."""
    same = [
        ("Ezequiel Velasquez", "Ezequiel Velazquez"),
        ("Abdurrahim Omar", "Abdurrahirn Omar"),
        ("Valdemar Lorenzana", "Waldemar Lorenzana"),
        ("Huma Abedin", "Abedin Huma"),
    ]
    two = [
        ("Julian Zapata", "Jaime Zapata"),
        ("Zapata", "Julian Zapata"),
        ("Raul Salinas", "Paul Salinas"),
        ("Hector Beltran Leyva", "Arturo Beltran Leyva"),
    ]
    assert [same_person(*pair) for pair in same] == [True] * len(same)
    assert [same_person(*pair) for pair in two] == [False] * len(two)
    assert spoken("Mills. Cheryl D") == spoken("Mills, Cheryl D") == "Cheryl Mills"
