"""The Markdown dialect: one construct in each file, all of them listed in `healthsite.text.dialect`."""
