"""Artifacts into public/, whole or not at all."""
