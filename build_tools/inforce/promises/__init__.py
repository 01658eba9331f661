"""Promises as tests: what a policy says, for the tests of an application that has to keep to it.

`Policy` is one policy over time, `PolicyText` what it says at one instant. Only published files are read, or made as
they would be published; nothing asks the network, and the clock is the caller's.
"""
