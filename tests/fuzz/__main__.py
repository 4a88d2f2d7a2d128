"""The command of the fuzz. Run: make fuzz FRAMES=1000000 SEED=7"""

import importlib
import sys

# A server that is forked off reads this file as well, and needs nothing of what follows.
if __name__ == "__main__":
    sys.exit(importlib.import_module("tests.fuzz.command").main())
