"""Problems are values: what is wrong, where, how to mend it, and how much it weighs."""

from inforce.problems.problem import Location, Problem, Severity

__all__ = ["Location", "Problem", "Severity"]
