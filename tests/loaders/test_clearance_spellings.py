"""Clearance blocks in the spellings that offices use: who drafted, cleared and approved, and of which office."""

import pytest

from loaders.forms import read

STAMP = "UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05700000 Date: 08/31/2015\n"
COLUMNS = """Drafted by: ECA — Ann Smith
Clearances:

ECA/PE         Bob Jones
L/F0.          Carl Brown
GPI            Dora Green
               Emma White"""
TELEGRAM = """Drafted By:    PORT AU PRINCE:Smith, Anna (Port-au-Prince)
Cleared By:    POL-Political Section:Jones, Bob C (Port-au-Prince)
Info:          WHITE HOUSE WASHINGTON DC ROUTINE; Brown, Carol D
               IMMEDIATE; HAITI COLLECTIVE ROUTINE"""


def roles(block: str) -> set[tuple[str, str | None, str | None]]:
    """Return (person, relation, office) of every role that a release holding `block` states."""
    reading = read(f"{STAMP}\nThe Department asked for a visa.\n\n{block}\n\n{STAMP}".encode(), "paper.txt")
    return {
        (
            reading.shown[r.person.start : r.person.end],
            r.relation.value if r.relation else None,
            reading.shown[r.agency.start : r.agency.end] if r.agency else None,
        )
        for r in reading.roles
    }


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("Drafted: ABSmith/CDJones          Approved: EFBrown/GHGreen", {
            ("ABSmith", "drafted", None), ("CDJones", "drafted", None),
            ("EFBrown", "approved", None), ("GHGreen", "approved", None),
        }),
        ("Drafted:\nPeter Smith, S/P — x. 7-0000;\nCleared:\nWHA — Anna Jones (ok)", {
            ("Peter Smith", "drafted", "S/P"), ("Anna Jones", "cleared", "WHA"),
        }),
        ("Approved: EAP/FO DAS Green\nDrafted: K Smith", {
            ("Green", "approved", "EAP/FO"), ("K Smith", "drafted", None),
        }),
        ("Approved by: ISN/FO Assistant Secretary Ann Van Smith, Acting\nDrafted by: ISN/RA: R Jones", {
            ("Ann Van Smith", "approved", "ISN/FO"), ("R Jones", "drafted", "ISN/RA"),
        }),
        ("Drafted by: NEA/PPD: A Smith\nCleared: NEA/ELA    N Jones-ok\nNSCK Brown info\nS/PEGreen ok", {
            ("A Smith", "drafted", "NEA/PPD"), ("N Jones", "cleared", "NEA/ELA"),
            ("K Brown", None, "NSC"), ("EGreen", "cleared", "S/P"),
        }),
        (COLUMNS, {
            ("Ann Smith", "drafted", "ECA"), ("Bob Jones", "cleared", "ECA/PE"), ("Carl Brown", "cleared", "L/F0"),
            ("Dora Green", "cleared", "GPI"), ("Emma White", "cleared", None),
        }),
        ("Approved': SJones\nDrafted: AVu/BBrown\nContact CA/P: Dora Green, 202-647-0000", {
            ("SJones", "approved", None), ("AVu", "drafted", None), ("BBrown", "drafted", None),
        }),
        ("Drafted: Embassy Rome (Letter)\n         Ann Smith (AM), x67291\nCleared: 10: K Jones-ok\n0(5): D Brown ok", {
            ("Ann Smith", "drafted", None), ("K Jones", "cleared", "10"), ("D Brown", "cleared", "0(5)"),
        }),
        ("Cleared By: Rome:Smith, Anna/Jones, Bob\nE Paul Brown — ok\nUEMB BG Carl White", {
            ("Smith, Anna", "cleared", "Rome"), ("Jones, Bob", "cleared", "Rome"), ("Paul Brown", "cleared", "E"),
        }),
        (TELEGRAM, {
            ("Smith, Anna", "drafted", "PORT AU PRINCE"), ("Jones, Bob C", "cleared", "POL-Political Section"),
        }),
    ],
)  # fmt: skip
def test_a_block_says_who_did_what_at_which_office(block: str, found: set[tuple[str, str | None, str | None]]) -> None:
    """Offices stand before or after the name, with a colon, a dash, a gap or nothing; `ok` may be glued to either."""
    assert roles(block) == found
