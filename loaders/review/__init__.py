"""Who may be the same: pairs of entities for people to look at."""
