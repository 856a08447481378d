"""Reading one file for a notebook."""

from functools import lru_cache
from pathlib import Path

from graph.errors import ConfigurationError
from graph.extraction import Extraction
from graph.settings import read_settings
from loaders.extract import extract
from loaders.names.gazetteer import DATA, Gazetteer, load_gazetteer


def extract_file(path: Path) -> Extraction:
    """Return what is found in a file, with the user's gazetteers as they stand in their files now."""
    own = read_settings().gazetteers
    gazetteer = _gazetteer(tuple((each, _changed(each)) for each in own)) if own else None
    return extract(path.read_bytes(), f"{path.absolute().parent.name}/{path.name}", gazetteer)


@lru_cache(maxsize=1)
def _gazetteer(own: tuple[tuple[Path, int], ...]) -> Gazetteer:
    """Read the gazetteers of files that were changed at certain times: once, until one is changed again."""
    return load_gazetteer([*(file for file, _ in own), *sorted(DATA.glob("*.toml"))])


def _changed(file: Path) -> int:
    try:
        return file.stat().st_mtime_ns
    except OSError as error:
        raise ConfigurationError(f"The gazetteer file {file} cannot be read: {error.strerror}") from error
