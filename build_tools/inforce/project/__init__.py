"""The edge where storage and domain meet: one project, read whole, checked, and made ready to publish."""
