"""What the tests of reading share: the bundled gazetteer, without the files of whoever runs them."""

import pytest

from loaders.names.gazetteer import DATA, Gazetteer, load_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return load_gazetteer(sorted(DATA.glob("*.toml")))
