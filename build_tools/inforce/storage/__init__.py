"""The edge to the disk: reading the source tree, applying planned edits, replacing the output, remembering work."""
