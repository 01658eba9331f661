"""Placeholder until the facts land: see the facts helper's work."""

from inforce.model.config import Frozen


class Facts(Frozen):
    """All facts."""
