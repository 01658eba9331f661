"""The JSON contract with other sites, additive only: summaries, the index, ready HTML, banners, schemas and types.
`summarise.summarise` makes the summary of an edition, `index` what points at all of them; `models` says what each
member means. Nothing here reads a file or the clock; what is frozen holds no host, no interface word and no status.
"""
