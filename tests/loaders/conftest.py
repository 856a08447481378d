"""What the tests of reading share: the bundled gazetteer, without the files of whoever runs them."""

from collections.abc import Callable

import pytest
from one_cable import cable

from graph.extraction import Extraction
from loaders.extract import extract
from loaders.names.gazetteer import DATA, Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer(sorted(DATA.glob("*.toml")))


@pytest.fixture
def read(gazetteer: Gazetteer) -> Callable[..., Extraction]:
    """What is read in a cable of one paragraph."""

    def reader(body: str, post: str = "MEXICO") -> Extraction:
        return extract(cable(body, post), "some.txt", gazetteer)

    return reader
