"""The text of a file's bytes, whatever program wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.decoding import decoded
from loaders.forms import read
from loaders.reading import NoDocumentError

TEXT = "Joaquín Guzmán was seen in Culiacán, Sinaloa, on Tuesday. The Army knew of it."


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "cp1252", "utf-16", "utf-8-sig"])
def test_accents_survive_in_every_usual_encoding(encoding: str) -> None:
    """Names are found by them."""
    assert decoded(TEXT.encode(encoding)).lstrip("\ufeff") == TEXT
    assert "Guzmán" in read(TEXT.encode(encoding), "a.txt").shown


def test_a_replacement_character_that_was_written_is_utf_8() -> None:
    """A text that was decoded with losses, and saved, is no older file."""
    text = "Guzm\N{REPLACEMENT CHARACTER}n was seen in Culiac\N{REPLACEMENT CHARACTER}n."
    assert decoded(text.encode()) == text


@given(st.binary())
def test_any_bytes_have_a_text(raw: bytes) -> None:
    """UTF-8 is read as what it is; nothing raises."""
    text = decoded(raw)
    if "\N{REPLACEMENT CHARACTER}" not in raw.decode("utf-8", "replace") and not raw.startswith(
        (b"\xff\xfe", b"\xfe\xff")
    ):
        assert text == raw.decode()


def test_a_pdf_is_told_from_text() -> None:
    """By its first bytes, also where the rest of it can be read; and what to do is said."""
    with pytest.raises(NoDocumentError, match="pdftotext"):
        read(b"%PDF-1.7\n1 0 obj <</Type/Catalog>> endobj\n%%EOF", "a.txt")
