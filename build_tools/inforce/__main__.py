"""`python -m inforce`: the same as the command `inforce`."""

from inforce.cli import run

if __name__ == "__main__":
    run()
