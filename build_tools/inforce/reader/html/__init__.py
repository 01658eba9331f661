"""HTML: pages of others as leaves (`leaves`), and plain HTML as elements and as a tree, as every browser reads it."""
