"""`python -m inforce`: the same as the command `inforce`."""

from inforce.cli import main

if __name__ == "__main__":
    main()
