"""Asks a server of this very machine whether it is well: `healthy.py PORT HOST`. Ends with 0 when it is."""

import http.client
import sys


def main(port: str, host: str) -> int:
    line = http.client.HTTPConnection("127.0.0.1", int(port), timeout=2)
    line.request("GET", "/healthz", headers={"Host": host})
    return int(line.getresponse().status != http.client.OK)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
