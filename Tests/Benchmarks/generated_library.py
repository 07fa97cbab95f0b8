"""A library of generated briefs, its state, and the program on it."""

import glob
import os
import shutil
import subprocess
import sys
import time

from pty_session import Session

HERE = os.path.dirname(os.path.abspath(__file__))


class GeneratedLibrary:
    def __init__(self, program, root, count):
        self.program, self.count = program, count
        self.folder, self.state = f"{root}/briefs-{count}", f"{root}/state-{count}"
        self.environment = {
            "HOME": root, "XDG_STATE_HOME": self.state, "XDG_CONFIG_HOME": root + "/config",
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"],
        }
        if not os.path.isdir(self.folder):
            subprocess.run([sys.executable, HERE + "/generate.py", self.folder, str(count)],
                           check=True, stderr=subprocess.DEVNULL)
        self.files = sorted(glob.glob(self.folder + "/*/*.md"))
        self.text = sum(os.path.getsize(file) for file in self.files)

    def run(self, *arguments):
        """Seconds that a command takes."""
        began = time.perf_counter()
        subprocess.run([self.program, *arguments], env=self.environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - began

    def index(self):
        """Makes the index from nothing: seconds, and the resident megabytes in each tenth of them."""
        shutil.rmtree(self.state, ignore_errors=True)
        self.run("add", self.folder)
        began = time.perf_counter()
        process = subprocess.Popen([self.program, "index"], env=self.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        memory = []
        while process.poll() is None:
            memory.append(resident_megabytes(process.pid))
            time.sleep(0.02 if len(memory) < 50 else 0.25)
        seconds = time.perf_counter() - began
        if process.returncode != 0:
            raise SystemExit(f"index ended with {process.returncode}")
        return seconds, [m for m in memory if m]

    def open(self, rows=24, columns=80):
        return Session([self.program], rows, columns, self.environment)

    @property
    def size(self):
        """Bytes of the library and of its index."""
        return sum(os.path.getsize(file) for file in glob.glob(self.state + "/broadsheet/*"))


def resident_megabytes(process):
    """0 for one that has just ended."""
    try:
        with open(f"/proc/{process}/status") as file:
            return next((int(l.split()[1]) / 1e3 for l in file if l.startswith("VmRSS")), 0)
    except OSError:
        return 0
