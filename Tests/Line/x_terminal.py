"""xterm on a display in memory, for tests that ask it or look at what it shows."""

import os
import shutil
import subprocess

# Debian: xterm and xvfb; with all that xvfb needs they take 150 MB.
PROGRAMS = ["xterm", "Xvfb"]


def is_here():
    return all(shutil.which(program) for program in PROGRAMS)


class XTerminal:
    """Runs a command in an xterm of its own until it is closed."""

    def __init__(self, command, rows, columns, resources=()):
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{columns * 12}x{rows * 24}x24",
             "-nolisten", "tcp"], pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with open(reading) as pipe:
            self.display = ":" + pipe.readline().strip()
        said = [word for resource in resources for word in ("-xrm", "XTerm." + resource)]
        self.terminal = subprocess.Popen(
            ["xterm", "-u8", "-geometry", f"{columns}x{rows}", *said, "-e", *command],
            env=dict(os.environ, DISPLAY=self.display, LC_ALL="C.UTF-8"), stderr=subprocess.DEVNULL)

    def close(self):
        for process in (self.terminal, self.server):
            process.terminate()
            process.wait()
