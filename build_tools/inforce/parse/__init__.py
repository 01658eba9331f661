"""Reading: YAML with marks, sections as blocks, their wording and their numbers. Pure; problems are values."""
