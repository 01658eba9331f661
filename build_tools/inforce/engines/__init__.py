"""Who builds `docs/`: MkDocs, or ProperDocs, which goes on with it. Inforce writes its own files beside.

The ways in: `conduct.build_handbook`, by which `inforce check` and `inforce build` have the handbook built from files
that were judged before, and `plugin.InforcePlugin`, by which `mkdocs build`, `mkdocs serve` and `properdocs build` make
the whole site. `engine` alone knows which of the two engines runs, and nothing outside this package knows either.

By the time an engine calls the plugin it has read mkdocs.yml and run what it names: a stranger's is read safely by
`inforce check` alone.
"""
