"""The pages that visitors read, the feeds, and what a host needs to serve them: whole documents, made from what is
published. `all_pages.site_pages` is the way in, and lists every kind of page. Nothing here reads a file of a project or
the clock, knows MkDocs, or checks a source.
"""
