"""What `plugins: [inforce]` in mkdocs.yml loads."""

from inforce.engines.plugin import InforcePlugin

__all__ = ["InforcePlugin"]
