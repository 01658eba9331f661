"""Frozen records: `version.read_version` reads a released version from its files and compares every digest."""
