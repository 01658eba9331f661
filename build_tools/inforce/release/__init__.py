"""Plans: what a release or an amendment writes, as values."""
