"""The examples in the code are true."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("module", ["clean", "gexf", "ftm_value"])
def test_the_examples_in_the_code_are_true(module: str) -> None:
    """Each, as it is printed."""
    assert doctest.testmod(importlib.import_module(f"graph.exchange.{module}")).failed == 0
