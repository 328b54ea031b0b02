"""What the site is: frozen values. No files are read here and no HTML is made."""
