"""The words that questions to the whole graph are asked with."""

from typing import Literal, TypeAlias

Measure: TypeAlias = Literal["degree", "weighted_degree", "pagerank", "betweenness", "core", "participation"]
"""What entities are ranked by."""
By: TypeAlias = Literal["reach", "constraint", "betweenness"]
"""What brokers are ranked by."""
Rule: TypeAlias = Literal["disparity", "q"]
"""What a backbone keeps links by."""
NearScope: TypeAlias = Literal["passage", "paragraph"]
"""How near two names must stand for their link to be analysed."""
