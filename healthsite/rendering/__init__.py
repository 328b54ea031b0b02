"""From a page to its HTML. It stands above the Markdown dialect, whose output it pours into the templates."""
