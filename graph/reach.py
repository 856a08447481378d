"""How far routes between two entities are sought."""

MAX_HOPS = 5
"""The most links of a route; `read_shortest.cypher` knows it too. Over more everybody is linked with everybody."""
MOST_ROUTES = 20
"""How many routes can be asked for."""
