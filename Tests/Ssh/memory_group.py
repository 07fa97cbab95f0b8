"""A control group that limits memory, by version 2 or 1 (cgroups(7))."""

import os
import tempfile
import time

ROOT = "/sys/fs/cgroup"


class MemoryGroup:
    """What joins it has so many bytes together, page cache and kernel included."""

    def __init__(self, limit):
        first = os.path.join(ROOT, "memory")
        self.is_first = os.path.isdir(first)
        self.path = tempfile.mkdtemp(prefix="broadsheet-", dir=first if self.is_first else ROOT)
        self._write("memory.limit_in_bytes" if self.is_first else "memory.max", limit)

    def _write(self, name, value):
        with open(os.path.join(self.path, name), "w") as file:
            file.write(str(value))

    def _read(self, name):
        with open(os.path.join(self.path, name)) as file:
            return file.read()

    def join(self):
        """Lets the calling process in, and with it what it starts."""
        self._write("cgroup.procs", os.getpid())

    def close(self):
        """Takes it away, once all that joined it has ended."""
        end = time.monotonic() + 30
        while self._read("cgroup.procs") and time.monotonic() < end:
            time.sleep(0.1)
        os.rmdir(self.path)

    def killed(self):
        """How many processes the system has ended for lack of memory."""
        lines = self._read("memory.oom_control" if self.is_first else "memory.events").split("\n")
        return int(dict(line.split() for line in lines if line)["oom_kill"])

    def used(self):
        """Bytes that cannot be had back: without page cache."""
        lines = self._read("memory.stat").split("\n")
        known = dict(line.split() for line in lines if line)
        if self.is_first:
            return int(self._read("memory.usage_in_bytes")) - int(known["total_cache"])
        return int(self._read("memory.current")) - int(known["file"])
