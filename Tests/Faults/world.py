"""A library of its own for each scene of faults, and readers of it on terminals."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks"))
import pyte  # noqa: E402
from pty_session import Session  # noqa: E402

INDEX = "index.3.sqlite"
failures = []


def expect(is_true, what):
    if not is_true:
        failures.append(what)
        print("FAILED:", what, flush=True)


class World:
    """A folder of briefs with a library of its own."""

    def __init__(self, program, count, state=None):
        self.program = os.path.abspath(program)
        self.root = tempfile.mkdtemp(prefix="broadsheet-faults-")
        self.briefs = self.root + "/briefs"
        self.state = state or self.root + "/state"
        self.environment = {
            "HOME": self.root, "XDG_STATE_HOME": self.state, "XDG_CONFIG_HOME": self.root,
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"],
        }
        os.makedirs(self.briefs)
        for number in range(count):
            self.write(number)
        self.run("add", self.briefs)

    def write(self, number, text="Text"):
        with open(f"{self.briefs}/{number:05}.md", "w") as file:
            file.write(f"# Brief {number:05}\n\n2026-01-{number % 28 + 1:02}\n\n## Part\n\n"
                       f"{text} {number}. [Source](https://example.org/{number})\n")

    def run(self, *arguments, check=True):
        return subprocess.run([self.program, *arguments], env=self.environment, check=check,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE).stdout

    def list(self):
        found = json.loads(self.run("list", "--format", "json"))["briefs"]
        return {brief["title"]: brief for brief in found}

    def open(self):
        return Reader([self.program], self.environment)

    def check(self, what):
        """Both files are whole."""
        for name in ("library.sqlite", INDEX):
            path = f"{self.state}/broadsheet/{name}"
            database = sqlite3.connect(path)
            result = database.execute("PRAGMA integrity_check").fetchone()[0]
            database.close()
            expect(result == "ok", f"{what}: {name}: {result}")

    def ask(self, sql):
        """The one value that a query of the index gives."""
        database = sqlite3.connect(f"{self.state}/broadsheet/{INDEX}")
        value = database.execute(sql).fetchone()[0]
        database.close()
        return value

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)


class Reader:
    """A reader on a terminal, and what is on its screen."""

    def __init__(self, command, environment):
        self.screen = pyte.Screen(80, 24)
        self.stream = pyte.ByteStream(self.screen)
        self.session = Session(command, 24, 80, environment)
        self.stream.feed(self.session.settle(quiet=0.3, first=5).data)

    def press(self, keys, quiet=0.05):
        self.stream.feed(self.session.press(keys, quiet=quiet).data)

    def write(self, keys):
        os.write(self.session.master, keys)

    def settle(self):
        self.stream.feed(self.session.settle(quiet=0.5, first=3).data)

    def shows(self, text):
        return any(text in line for line in self.screen.display)

    def marks(self):
        """Whether each brief of the rows on the screen is read, and the one under the cursor."""
        found, here = {}, None
        for line in self.screen.display:
            row = re.match("([▌ ])([●○]).*(Brief \\d{5})", line)
            if row:
                found[row[3]] = row[2] == "○"
                here = row[3] if row[1] == "▌" else here
        return found, here

    def kill(self):
        """Ends it at once, and takes what it had still written."""
        os.kill(self.session.process, signal.SIGKILL)
        try:
            while data := os.read(self.session.master, 65536):
                self.stream.feed(data)
        except OSError:
            pass
        self.close()

    def leave(self):
        self.write(b"Q")
        self.close()

    def close(self):
        os.waitpid(self.session.process, 0)
        os.close(self.session.master)
