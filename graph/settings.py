"""The settings, and the only place that reads the environment (and writes it, for the processes that it starts)."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from graph.errors import ConfigurationError

DEFAULT_STORE = "default"
_RECOGNISERS = "TRAMA_RECOGNISERS"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says. Every variable read here is described in the README's table of settings.

    `uri` None means the local Neo4j that Trama keeps itself, under `home`; `store` names one of several investigations.
    """

    home: Path
    store: str = DEFAULT_STORE
    uri: str | None = None
    username: str = "neo4j"
    password: str | None = None
    database: str = "neo4j"
    jars: Path | None = None
    """TRAMA_NEO4J_JARS: a folder that holds Neo4j's jars, for a machine without a network."""
    gazetteers: tuple[Path, ...] = ()
    """TRAMA_GAZETTEER: the user's own gazetteer files, separated like PATH."""
    recognisers: tuple[str, ...] = ()
    """TRAMA_RECOGNISERS: further recognisers of names, as `module:name` or `file.py:name`, separated by commas."""
    keys: str | None = None
    """TRAMA_KEYS: who is let in by the service, as `trama key` writes it, separated by commas; None: it is not set."""
    keys_file: Path | None = None
    """The same in a file, as `trama serve --keys` names it."""

    @property
    def store_home(self) -> Path:
        """The folder of this store's data."""
        return self.home / "stores" / self.store


def read_settings(environment: Mapping[str, str] | None = None, store: str | None = None) -> Settings:
    """Read the settings from the environment; `store`, where given, overrides TRAMA_STORE.

    Raises ConfigurationError for a store's name that is no plain folder name.
    """
    env = os.environ if environment is None else environment
    name = store or env.get("TRAMA_STORE") or DEFAULT_STORE
    if not name.replace("-", "").replace("_", "").isalnum():
        raise ConfigurationError(f"A store's name is made of letters, digits, - and _: {name!r} is not.")
    home = env.get("TRAMA_HOME")
    jars = env.get("TRAMA_NEO4J_JARS")
    return Settings(
        home=Path(home).expanduser().absolute() if home else Path(platformdirs.user_data_dir("trama")),
        store=name,
        uri=env.get("NEO4J_URI") or None,
        username=env.get("NEO4J_USERNAME") or "neo4j",
        password=env.get("NEO4J_PASSWORD"),
        database=env.get("NEO4J_DATABASE") or "neo4j",
        jars=Path(jars).expanduser().absolute() if jars else None,
        gazetteers=tuple(Path(p).expanduser() for p in env.get("TRAMA_GAZETTEER", "").split(os.pathsep) if p),
        recognisers=tuple(filter(None, env.get(_RECOGNISERS, "").split(","))),
        keys=env.get("TRAMA_KEYS"),  # set to nothing it is a mistake, which must not open the doors
    )


def plug_recognisers(recognisers: Sequence[str]) -> None:
    """Have this process, and those that it starts, read documents with these recognisers beside those it has."""
    here = read_settings().recognisers
    os.environ[_RECOGNISERS] = ",".join(dict.fromkeys((*here, *recognisers)))


def share_metrics(folder: Path) -> None:
    """Have the processes that this one starts count their requests in files of one folder."""
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
