"""The preview: a site on this computer, built again as its files are saved, and shown in a browser that follows."""
