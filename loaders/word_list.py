"""Lists of words kept as data files, white space between them, `#` before a remark."""

from importlib.resources import files


def word_list(name: str) -> frozenset[str]:
    """Return the words of the data file `name`."""
    lines = (files("loaders") / "data" / name).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
