"""Recognisers of the user's own, beside those that Trama brings.

A recogniser is a function from a `View` to `Span`s. It is named as `module:name`, or as `file.py:name` for a file that
is in no package; docs/recognisers.md shows how to make one of spaCy or GLiNER.
"""

import importlib
import importlib.util
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from graph.errors import ConfigurationError
from graph.settings import read_settings
from loaders.names.recognise import RECOGNISERS, Recogniser
from loaders.names.span import Span
from loaders.names.view import View


def recognisers() -> tuple[Recogniser, ...]:
    """Return all recognisers, the user's own (settings) last; raises ConfigurationError for one that is not there."""
    return (*RECOGNISERS, *(plugged(text) for text in read_settings().recognisers))


@lru_cache
def plugged(text: str) -> Recogniser:
    """Return the recogniser that `module:name` or `file.py:name` names, loaded once a process.

    What it answers is checked: spans that lie outside the text are an error of its author's, and told as such.
    """
    module, _, name = text.rpartition(":")
    try:
        found = getattr(_load(module), name)
    except Exception as error:  # whatever a module of another's raises when it is loaded
        raise ConfigurationError(f"The recogniser {text!r} cannot be loaded: {error}.") from error
    if not callable(found):
        raise ConfigurationError(f"The recogniser {text!r} is no function.")

    def checked(view: View) -> list[Span]:
        spans = list(found(view))
        for span in spans:
            if not isinstance(span, Span) or not 0 <= span.start < span.end <= len(view.shown):
                raise ConfigurationError(f"The recogniser {text!r} gave what is no span of the text: {span!r}.")
        return spans

    checked.__name__ = text
    return checked


def _load(module: str) -> ModuleType:
    if not module.endswith(".py"):
        return importlib.import_module(module)
    spec = importlib.util.spec_from_file_location(Path(module).stem, module)
    if spec is None or spec.loader is None or not Path(module).is_file():
        raise ConfigurationError(f"there is no file {module}")
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded
