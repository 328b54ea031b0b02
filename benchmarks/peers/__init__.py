"""The generators that are measured: one file each, which writes the corpus as that generator wants it."""
