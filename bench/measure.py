"""Runs a command and tells what it took, as JSON on the last line of standard output.

    python3 measure.py COMMAND...

Node and bash cannot ask for a child's peak memory; wait4(2) tells it, with processor time.
"""

import json
import os
import subprocess
import sys
import time

begin = time.perf_counter()
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL)
_, status, usage = os.wait4(child.pid, 0)
seconds = time.perf_counter() - begin
code = os.waitstatus_to_exitcode(status)
if code != 0:
    sys.exit(code if code > 0 else 128 - code)
# Linux counts in kilobytes, macOS in bytes.
peak_bytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
print(
    json.dumps(
        {
            "seconds": seconds,
            "processor_seconds": usage.ru_utime + usage.ru_stime,
            "peak_bytes": peak_bytes,
        }
    )
)
