"""Documents sent to a running service, and taken away again."""

import gzip
from pathlib import Path

import httpx
import pytest

MEMO = b"""UNCLASSIFIED

MEMORANDUM

FROM: Embassy Bogota
SUBJECT: %s

1. (U) The Drug Enforcement Administration (DEA) briefed the Mexican Navy (SEMAR) on the Sinaloa Cartel in Culiacan.
"""
BOMB = gzip.compress(bytes(20_000_000))
"""Archives are for the command line: what is sent is one document, and is never unpacked."""


def _send(service: httpx.Client, name: str, raw: bytes) -> httpx.Response:
    return service.post("/api/documents", files={"file": (name, raw, "text/plain")})


def test_a_document_is_read_kept_and_deleted(service: httpx.Client) -> None:
    """201 with its address; afterwards it is found by its names and words, until it is deleted."""
    answer = _send(service, "memo.txt", MEMO % b"Zanzibar")
    assert answer.status_code == 201, answer.text
    received = answer.json()
    assert received["already"] is False
    assert received["document"]["path"] == "memo.txt"
    place = answer.headers["location"]
    assert service.get(place).json()["document"] == received["document"]
    assert service.get("/api/search", params={"q": "culiacan"}).json()["items"]
    assert service.delete(place).status_code == 204
    assert service.get(place).status_code == 404
    assert service.delete(place).status_code == 404


def test_a_document_that_is_there_changes_nothing(service: httpx.Client, samples: list[Path]) -> None:
    """200, and the same counts as before."""
    before = service.get("/api/stats").json()
    answer = _send(service, "another-name.txt", samples[0].read_bytes())
    assert answer.status_code == 200
    assert answer.json()["already"] is True
    assert service.get("/api/stats").json() == before


def test_a_document_of_the_same_name_takes_the_place_of_the_old_one(service: httpx.Client) -> None:
    """As a changed file does when its folder is loaded again."""
    first = _send(service, "changing.txt", MEMO % b"before").json()
    second = _send(service, "changing.txt", MEMO % b"after").json()
    assert (first["replaced"], second["replaced"]) == (False, True)
    assert service.get(f"/api/documents/{first['document']['id']}").status_code == 404
    assert service.delete(f"/api/documents/{second['document']['id']}").status_code == 204


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" \n",
        b"\x00" * 1000,
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
        b"<a>Appears in these articles:</a>",
        BOMB,
    ],
    ids=["empty", "blank", "zeros", "picture", "links", "archive"],
)
def test_a_file_that_holds_no_document_is_refused_with_the_reason(service: httpx.Client, raw: bytes) -> None:
    """422, and nothing is kept of it."""
    before = service.get("/api/stats").json()
    answer = _send(service, "nothing.txt", raw)
    assert answer.status_code == 422, answer.text
    assert answer.json()["detail"].startswith("nothing.txt ")
    assert service.get("/api/stats").json() == before


def test_a_form_without_a_file_is_refused(service: httpx.Client) -> None:
    """422, naming the part that is missing."""
    answer = service.post("/api/documents", data={"document": "text"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "body/file"


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\temp\\cable.txt", "cable.txt"),
        ("</script><img src=x onerror=alert(1)>.txt", "script><img src=x onerror=alert(1)>.txt"),
        ("a\u202egnp.txt", "agnp.txt"),
        ("x" * 1000, "x" * 200),
    ],
)
def test_a_files_name_is_a_name_and_never_a_path(service: httpx.Client, name: str, kept: str) -> None:
    """Folders and invisible characters go; the rest is text like any other."""
    received = _send(service, name, MEMO % b"names").json()
    assert received["document"]["path"] == kept
    assert service.delete(f"/api/documents/{received['document']['id']}").status_code == 204
