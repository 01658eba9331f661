"""What words state: periods, days, amounts, names, addresses, sections, and what a text says of itself. Pure.

A kind of thing is read in a file; what a language says stands in one file a language, in `tables/`. The way in for
linked words is `agrees.read_agrees`.
"""
