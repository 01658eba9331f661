"""What a source must keep to: each rule looks at parsed text and data, and returns problems."""
