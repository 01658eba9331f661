"""Problems are values: what is wrong, where, how to mend it, and what it blocks."""

from inforce.problems.problem import Location, Problem, Severity

__all__ = ["Location", "Problem", "Severity"]
