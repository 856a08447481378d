"""Filling a store that holds nothing, by Neo4j's import tool: CSV files, a staging home, and a swap by rename."""
