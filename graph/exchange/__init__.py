"""The graph in the forms that other tools read, one form a file; `graph.exchange.export` is the door."""
