"""The parts that documents are made of, and the text that is shown of them."""
