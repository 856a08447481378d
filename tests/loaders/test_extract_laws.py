"""Laws that hold for every document: where mentions lie, what they show, and that reading twice gives the same."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import laws

from graph.name import collapse
from loaders.extract import extract
from loaders.names.gazetteer import Gazetteer
from loaders.reading import NoDocumentError

SAMPLES = Path(__file__).parents[2] / "samples"
TAG = re.compile(r"\[(?:PER|ORG|LOC|MISC)\s|\]")
PIECES = [
    'President [PER Felipe Calderon  ] met [LOC Joaquin  ] " [LOC El Chapo  ] " Guzman in [LOC Mexico City  ] . ',
    "the Mexican Navy (SEMAR) told Embassy officials and the Embassy . ",
    "USG-GOM cooperation against the Sinaloa and Beltran Leyva organizations ",
    "Mr. José Ángel O'Brien-López de la Cruz said XXXXXXXXXXXX . ",
    "\n\nFrom: Sullivan, Jacob 3 <a@b.c>\nTo: H\nSubject: FW: Re: ATF\n\n",
    "Drafted: PRM/MCE: GWills 3-1071\nCleared: D(S): LCue ok\n",
    "UNCLASSIFIED U.S. Department of State Case No. F-2014-20439 Doc No. C05761564 Date: 06/30/2015\n",
    "<code><pre>C O N F I D E N T I A L BOGOTA 001234\nSUBJECT: [ORG FARC  ] AND GOC\nClassified By: Ambassador Wood\n",
    "</script><b>\u202eevil\u202c</b> & &amp; [PER unbalanced ",
    " ] ¶2 . ( [ORG S  ] ) ABL's brother, Hector , \t\n",
    "GARZA</pre></code>",
]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.txt")), ids=lambda p: p.stem)
def test_the_laws_hold_for_the_samples(sample: Path, gazetteer: Gazetteer) -> None:
    extraction = extract(sample.read_bytes(), sample.name, gazetteer)
    laws(extraction)
    for mention in extraction.mentions:
        source = collapse(TAG.sub(" ", extraction.text[mention.start : mention.end]))
        assert re.sub(r"\W", "", source) == re.sub(r"\W", "", mention.surface)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=30), min_size=1, max_size=14))
def test_the_laws_hold_for_any_document_and_reading_it_twice_gives_the_same(
    gazetteer: Gazetteer, pieces: list[str]
) -> None:
    raw = "".join(pieces).encode("utf-8", "replace")
    try:
        extraction = extract(raw, "some.txt", gazetteer)
    except NoDocumentError:
        return
    laws(extraction)
    assert extract(raw, "some.txt", gazetteer) == extraction
