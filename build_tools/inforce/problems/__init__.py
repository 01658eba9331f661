"""Problems are values: what is wrong, where, how to mend it, and how much it weighs. A rule makes one by `problem`,
which takes level and words from the catalogue."""

from inforce.problems.catalog import problem
from inforce.problems.value import Location, Problem, Severity

__all__ = ["Location", "Problem", "Severity", "problem"]
