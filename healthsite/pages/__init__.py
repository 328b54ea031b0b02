"""Which pages exist, and what each shows: a site in, pages of frozen views out."""
