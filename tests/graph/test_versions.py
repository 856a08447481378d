"""Which documents are forms of one text, and which only look like it."""

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import versions as versions_module
from graph.likeness import said, same_text, shared
from graph.signature import LEAST, signature
from graph.versions import speaking, together, versions

Passages = list[tuple[str, str]]


def prose(words: int, seed: int = 0) -> list[str]:
    """Words that have nothing in common, in sentences of ten."""
    chance = random.Random(seed)  # noqa: S311 (no secret)
    made = ["".join(chance.choices("abcdefghijklmnoprstuvwz", k=8)) for _ in range(words)]
    return [" ".join(made[n : n + 10]).capitalize() + "." for n in range(0, words, 10)]


def cable(body: list[str], number: str = "MEXICO 003573", subject: str = "RAID") -> Passages:
    head = [("header", f"S E C R E T {number}"), ("header", "E.O. 12958: DECL: 12/17/2019"), ("subject", subject)]
    return [*head, *(("body", sentence) for sentence in body)]


def mail(
    body: list[str], sender: str = "Mills, Cheryl D", sent: str = "March 13, 2012 1:53 PM", to: str = "H"
) -> Passages:
    head = [("header", f"From: {sender}"), ("header", f"Sent: Tuesday, {sent}"), ("address", f"To: {to}")]
    return [("stamp", f"Doc No. {sent}"), *head, ("subject", "Subject: Libya"), *(("body", s) for s in body)]


def one_text(one: Passages, other: Passages, number: str = "", other_number: str | None = None) -> bool:
    a, b = said(number, one), said(number if other_number is None else other_number, other)
    assert same_text(a, b) == same_text(b, a)
    return same_text(a, b)


TEXT = prose(300)
TWIN = [sentence.replace(" ", "  ", 3).upper() for sentence in TEXT]


def test_a_tagged_cable_and_its_untagged_twin_have_one_signature():
    """Case, white space, punctuation, parting of words and stamps make no other text; a word does."""
    one, other = cable(TEXT), [*cable(TWIN), ("stamp", "UNCLASSIFIED")]
    assert signature("a", one).text == signature("b", other).text
    assert signature("a", cable([*TEXT, "Indeed."])).text != signature("b", other).text


def test_twins_that_differ_in_header_and_reading_are_one_text():
    """The routing lines are missing, two paragraph numbers and a word are lost: the printed number says the rest."""
    routed = [("address", "TO RUEHC/SECSTATE WASHDC IMMEDIATE 9524 INFO RUEHXC/ALL US CONSULATES IN MEXICO COLLECTIVE")]
    assert one_text([*routed, *cable(TEXT)], cable(["1 ", *TEXT[:-1]]), "MEXICO 003573")
    assert not one_text(cable(TEXT), cable(prose(300, 1)), "MEXICO 003573")


def test_a_cable_sent_again_under_another_number_is_one_text_and_a_correction_is_not():
    """What was corrected is new."""
    assert one_text(cable(TEXT), cable(TEXT, "MEXICO 003574"), "MEXICO 003573", "MEXICO 003574")
    corrected = [*TEXT[:-1], "He was not there, contrary to what was reported earlier."]
    assert shared(said("", cable(TEXT)), said("", cable(corrected))) > 0.9
    assert not one_text(cable(TEXT), cable(corrected, "MEXICO 003574"), "MEXICO 003573", "MEXICO 003574")


def test_an_answer_for_another_visitor_is_another_document():
    """One form, filled in for two: in the body, or in the subject alone."""
    one, other = ([*TEXT, f"Welcome, Senator {name}."] for name in ("Burton", "Harkin"))
    assert not one_text(cable(one), cable(other))
    assert not one_text(cable(TEXT, subject="CODEL BURTON"), cable(TEXT, subject="CODEL HARKIN"))


def test_a_long_text_forwarded_without_a_word_is_one_text_and_with_a_word_is_not():
    """The forward's header is new; a line of its own makes it a document of its own, even `FYI`."""
    sent = mail(TEXT)
    over = [("header", "From: H"), ("header", "Sent: Wednesday, March 14, 2012 9:00 AM"), ("subject", "Fw: Libya")]
    assert one_text(sent, [*over, *sent])
    assert not one_text(sent, [*over, ("body", "FYI."), *sent])
    assert not one_text(sent, [*over, ("body", "I doubt this; ask Feltman before you answer."), *sent])


def test_short_mails_of_one_text_are_told_apart_by_their_headers():
    """`Pls call` of two days are two mails; the same sheet scanned twice is one."""
    short = ["Pls call me when you can about the schedule for tomorrow, and print this for the morning book."]
    assert not one_text(mail(short), mail(short, sent="April 2, 2012 8:10 AM"))
    assert not one_text(mail(short), mail(short, sender="Abedin, Huma"))
    assert one_text(mail(TEXT[:8]), mail([TEXT[0].replace("m", "rn"), *TEXT[1:8]]))


def test_misread_words_of_one_sheet_do_not_part_it_and_a_sentence_does():
    """Two scans of one mail differ in a word of twenty; two mails of one minute may hold a sentence each."""
    scanned = [s.replace(s.split()[4], "hlll1c", 1) if n % 4 == 0 else s for n, s in enumerate(TEXT)]
    assert one_text(mail(TEXT), mail(scanned))
    assert not one_text(mail(TEXT), mail([*TEXT, "Qaddafi fell."]))


def test_a_name_blacked_out_in_one_form_does_not_part_it():
    """The other form shows it, and is the one that counts."""
    shown, redacted = ([*TEXT, f"{name} of the Consulate was told."] for name in ("Felix Debedout", "XXXXXXXXXXXX"))
    assert one_text(cable(shown), cable(redacted, "BOGOTA 001412"), "BOGOTA 001415", "BOGOTA 001412")
    found = {"a": cable(shown), "b": cable(redacted)}
    assert found_versions(found) == {"b": "a"}


def test_texts_of_few_words_are_nobodys_versions():
    """Two cover sheets that say `Draft 25` are two."""
    cover = [("body", " ".join(["draft"] * (LEAST - 1)))]
    assert found_versions({"a": cover, "b": cover}) == {}
    assert found_versions({"a": [*cover, ("body", "25")], "b": [*cover, ("body", "25")]}) == {"b": "a"}


def found_versions(documents: dict[str, Passages]) -> dict[str, str]:
    return versions(
        {id_: signature(id_, passages) for id_, passages in documents.items()}, lambda id_: said("", documents[id_])
    )


@given(st.permutations(range(8)), st.data())
def test_versions_are_a_function_of_the_set_of_documents(order, data):
    """Whatever the order: the longest text counts, else the first id, and what is chained is one."""
    texts = [TEXT, TEXT, TWIN, prose(300, 1), prose(300, 2), TEXT, prose(300, 2), prose(300, 3)]
    documents = {f"d{n}": cable(texts[n], f"MEXICO 00000{n}") for n in order}
    documents["d5"] = cable(TEXT, "MEXICO 00000005")
    assert found_versions(documents) == {"d0": "d5", "d1": "d5", "d2": "d5", "d6": "d4"}
    few = {id_: documents[id_] for id_ in data.draw(st.permutations(["d6", "d0", "d2"]))}
    assert found_versions(few) == {"d2": "d0"}


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.permutations(range(10)))
def test_groups_are_the_chains_of_what_is_one(links, order):
    """Every pair that is one is in one group, and every group hangs together."""
    joined = {frozenset(map(str, link)) for link in links}
    groups = together(
        map(str, order), lambda texts: {t: set(map(str, range(10))) for t in texts}, lambda a, b: {a, b} in joined
    )
    assert sorted(t for group in groups for t in group) == sorted(map(str, range(10)))
    of = {t: n for n, group in enumerate(groups) for t in group}
    assert all(len({of[t] for t in link}) == 1 for link in joined)
    for group in groups:
        seen, edge = {group[0]}, {group[0]}
        while edge := {t for t in group if t not in seen and any({t, s} in joined for s in edge)}:
            seen |= edge
        assert seen == set(group)


def test_a_band_that_a_crowd_shares_tells_nothing(monkeypatch):
    """What all letters of one form say is compared with nobody; equal texts are still one."""
    documents = {f"d{n}": cable(TEXT, f"MEXICO 00000{n}") for n in range(5)} | {"d9": cable(TEXT, "MEXICO 000000")}
    assert set(found_versions(documents).values()) == {"d0"}
    monkeypatch.setattr(versions_module, "CROWD", 1)
    assert found_versions(documents) == {"d9": "d0"}


def test_signatures_stay_what_they_are():
    """They stand in stores: another datasketch or another Python has to give the same."""
    one = signature("a", cable(TEXT))
    assert one.text == "044aace85c397af45e6962e4"
    assert one.bands[:2] == (5075419659985266479, 6498900034545624945)
    assert speaking(["b", "a", "c"], Counter(b=1, a=1, c=2)) == "c"
    with pytest.raises(ValueError, match="empty"):
        speaking([], {})
