"""Reads what a project is written in: sections, change notes, YAML files, frozen records and the texts of others.

The way in is a reader each: `section.read_section` (as GitHub and GitLab preview it: CommonMark with GFM tables; the
profile refuses what a policy may not hold), `notes.read_change_note`, `yaml.document.load_yaml`,
`records.version.read_version`, `others.read_others`. `characters` holds the tables of characters that deceive.

Text in, data and problems out. It never guesses, never raises on any text, and knows no files.
"""
