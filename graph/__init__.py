"""The graph room: domain values, the Neo4j store, and what is computed and drawn from it."""
