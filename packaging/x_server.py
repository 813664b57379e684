"""An X server that nobody sees, for as long as somebody needs a screen."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SCREEN = "1440x900x24"


@contextmanager
def x_server() -> Iterator[str]:
    """The DISPLAY of an Xvfb of one's own, which chooses a free number; it ends with the block."""
    reading, writing = os.pipe()
    command = f"Xvfb -displayfd {writing} -screen 0 {SCREEN} -nolisten tcp -noreset".split()
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
