"""YAML files as text with places, held to a model: `document.load_yaml` is the way in. Knows no files."""
