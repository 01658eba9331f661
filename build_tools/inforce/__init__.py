"""Inforce publishes a company's policies the way an official gazette publishes law.

The packages, from those that a person or MkDocs calls down to the words that all of them use; an import only ever goes
down (`make check` proves it; `CONTRIBUTING.md` shows the way of the data). What is pure knows no files, clock, git,
network, MkDocs or click.

- `cli`, `plugin`, `engines`: commands, and the adapter to MkDocs and ProperDocs; they read the clock
- `pytest_plugin`, `promises`: a policy's facts for the tests of an application; the plugin reads the clock, too
- `project`: one project, read whole, checked, made ready to publish
- `storage`: the edge to disk and git: reading the tree, applying planned edits, remembering work

Pure, from here on:

- `site`, `contract`, `release`: finished HTML pages; the published JSON; what a release or an amendment would write
- `publication`: all that is published, as pages and JSON need it
- `redline`: two editions to the changes between them
- `writer`: a section to HTML whose words are proven to be its own
- `rules`: what must hold across files: facts, languages, ids, records of versions
- `tidy`: source that others wrote, mended by named rules
- `reader`: text, YAML and frozen records to data; the digest of words
- `timeline`: which version is in force when
- `model`: what all this is about: text, facts, configuration, versions
- `problems`, `errors`: what is wrong, as values; and the one exception
"""
