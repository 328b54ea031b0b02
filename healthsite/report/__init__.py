"""The editors' report: what a site looks like from the side of those who keep it. It is never published."""
