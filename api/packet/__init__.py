"""The evidence packet: every link of a view with the sentences behind it, as one file to keep."""
