"""Reads a section as GitHub and GitLab preview it (CommonMark with GFM tables), and refuses what a policy may not hold.

The way in is `section.read`: source in, leaves and problems out, the proof included. It never guesses, never raises on
any text, and knows no files.
"""
