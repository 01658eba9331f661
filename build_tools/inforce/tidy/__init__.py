"""Rewrites what is harmless in a text, so that the reader can read it: pure, a source in, a source and the mends out.

The way in is `mending.tidy`. Each mend is a named rule of `rules.RULES`, works on the places of the reader's tokens,
and stands only if `said` finds the same words before and after. What could be meant in two ways is left to its writer.
"""
