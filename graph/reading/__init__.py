"""Reading the store, a noun a module; `graph.reader` is the door."""
