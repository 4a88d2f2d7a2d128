"""The command of the faults. Run: make faults, make faults-long HOURS=n"""

import importlib
import sys

# A server that is forked off reads this file as well, and needs nothing of what follows.
if __name__ == "__main__":
    sys.exit(importlib.import_module("tests.faults.command").main())
