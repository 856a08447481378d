"""The loaders room: source files in, extractions out, and the pipeline that writes them to the store."""
