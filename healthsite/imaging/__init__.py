"""Pictures as files: what one holds, and the smaller copies of it. Knows Pillow, and nothing of the site."""
