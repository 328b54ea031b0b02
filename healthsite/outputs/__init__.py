"""All of public/ that is not a page: static files, pictures, the feed, the sitemap and robots.txt."""
