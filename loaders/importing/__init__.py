"""Lists of names that others publish, made into gazetteer files."""
