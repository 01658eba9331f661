"""Why a test can get no answer from a policy. Each is an error of its own, so that "nobody knows" is never taken for
"the policy doesn't say", nor either for "there is none"."""

from __future__ import annotations


class NoAnswer(Exception):
    """The policy gives no answer; the message says why, and what to do."""


class CannotRead(NoAnswer):
    """The copy of the policy isn't there, isn't whole or isn't what its index names."""


class NothingInForce(NoAnswer):
    """No version is in force then, or this copy cannot tell which."""


class FactUnknown(NoAnswer):
    """The policy itself says that this isn't known; `reason` is its own."""

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


class NotSaid(NoAnswer):
    """The policy says nothing of this."""


class NotRecorded(NoAnswer):
    """The summary is of an earlier version of the contract than the one with which this came: it doesn't tell whether
    the policy says it."""


class NotNamed(NoAnswer, LookupError):
    """The policy names no such period, cookie, recipient, purpose or right."""


class Incomparable(NoAnswer):
    """Which of two durations is longer depends on the day from which they count."""


class NoSuchMember(LookupError):
    """No policy can say anything at such a place: a slip in the test. Not below NoAnswer, which a test may expect."""
