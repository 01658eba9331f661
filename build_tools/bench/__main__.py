"""`python -m build_tools.bench NAME …`; each bench tells its own options by `--help`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from build_tools.bench import builds, reading, redline, tidy

BENCHES: Mapping[str, Callable[[Sequence[str]], int]] = {
    "builds": builds.main,
    "reading": reading.main,
    "redline": redline.main,
    "tidy": tidy.main,
}


def main(arguments: Sequence[str]) -> int:
    """Run the bench that is named first; 2 where none is."""
    name, *rest = arguments or ("",)
    if name not in BENCHES:
        print(f"usage: python -m build_tools.bench {{{','.join(BENCHES)}}} …", file=sys.stderr)
        return 2
    return BENCHES[name](rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
