"""`python -m tests.bank train` and `python -m tests.bank evaluate [file]`."""

from __future__ import annotations

import sys
from pathlib import Path


def main(arguments: list[str]) -> int:
    match arguments:
        case ["train"]:
            from tests.bank import train

            return train.main()
        case ["evaluate", *files] if len(files) < 2:
            from tests.bank import evaluate

            try:
                return evaluate.main(Path(files[0]) if files else None)
            except (OSError, ValueError) as error:
                print(error, file=sys.stderr)
                return 1
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
