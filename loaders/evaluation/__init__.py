"""How well extraction reads, measured against annotations made by hand."""
