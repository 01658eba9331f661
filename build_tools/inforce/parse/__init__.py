"""Reading: YAML with marks, records and what they make of a version, characters that deceive, numbers of sections.
Pure; problems are values."""
