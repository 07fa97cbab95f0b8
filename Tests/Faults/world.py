"""A folder of briefs with a library of its own, and readers on terminals."""

import glob
import hashlib
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Benchmarks"))
import pyte  # noqa: E402
from pty_session import Session  # noqa: E402

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
        self.folder = self.state + "/broadsheet"
        self.library = self.folder + "/library.sqlite"
        self.environment = {
            "HOME": self.root, "XDG_STATE_HOME": self.state, "XDG_CONFIG_HOME": self.root,
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"],
        }
        os.makedirs(self.briefs)
        for number in range(count):
            self.write(number)
        self.run("add", self.briefs)
        # Its name has the version of its tables.
        self.index, = glob.glob(self.folder + "/index.*.sqlite")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()

    def write(self, number, text="Text"):
        with open(f"{self.briefs}/{number:05}.md", "w") as file:
            file.write(f"# Brief {number:05}\n\n2026-01-{number % 28 + 1:02}\n\n## Part\n\n"
                       f"{text} {number}. [Source](https://example.org/{number})\n")

    def start(self, *arguments, environment=None):
        return subprocess.Popen([self.program, *arguments],
                                env={**self.environment, **(environment or {})},
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def ask(self, *arguments, environment=None, **options):
        """What a command answers, whatever its status; a crash is a fault."""
        result = subprocess.run([self.program, *arguments], stdout=subprocess.PIPE,
                                env={**self.environment, **(environment or {})},
                                stderr=subprocess.PIPE, **options)
        expect(result.returncode >= 0, f"{arguments[:2]} ended by signal {-result.returncode}")
        return result

    def run(self, *arguments):
        """What a command prints that must succeed."""
        result = self.ask(*arguments)
        if result.returncode != 0:
            raise SystemExit(f"{arguments}: {result.returncode}: {result.stderr.decode()}")
        return result.stdout

    def list(self):
        found = json.loads(self.run("list", "--format", "json"))["briefs"]
        return {brief["title"]: brief for brief in found}

    def read(self):
        """The titles of the briefs that are read."""
        return {title for title, brief in self.list().items() if brief["unread"] == 0}

    def register(self):
        """The library knows all briefs, and nothing is marked."""
        self.run("index")
        for action in ("star", "unstar"):
            self.run("mark", action, "in:" + self.briefs)

    def starred(self):
        """The titles of the briefs that are starred."""
        return {title for title, brief in self.list().items() if brief["starred"]}

    def marks(self, library=None):
        """All marks, as the library or another has them, without the program."""
        database = sqlite3.connect(library or self.library)
        try:
            rows = database.execute(
                "SELECT hex(brief.fingerprint), section FROM section_mark "
                "JOIN brief ON brief.id = section_mark.brief "
                # The mark of a lede goes with those of sections.
                "WHERE section <> '/lede'").fetchall()
        except sqlite3.DatabaseError:
            rows = []
        database.close()
        return set(rows)

    def marks_of_copy(self):
        """The same with what is in the log, which is left as it is: who opens the library last brings
        it into the file, and removes it."""
        with tempfile.TemporaryDirectory(dir=self.root) as folder:
            for suffix in ("", "-wal"):
                shutil.copy(self.library + suffix, folder + "/library.sqlite" + suffix)
            return self.marks(folder + "/library.sqlite")

    def seconds(self, *arguments):
        began = time.perf_counter()
        self.run(*arguments)
        return time.perf_counter() - began

    def open(self, *paths, environment=None):
        return Reader([self.program, *paths], {**self.environment, **(environment or {})})

    def check(self, what, names=None):
        """Files are whole, what was left of a killed program included."""
        for name in names or ("library.sqlite", os.path.basename(self.index)):
            database = sqlite3.connect(f"{self.folder}/{name}")
            try:
                result = database.execute("PRAGMA integrity_check").fetchone()[0]
            except sqlite3.DatabaseError as error:
                result = str(error)
            database.close()
            expect(result == "ok", f"{what}: {name}: {result}")

    def index_value(self, sql):
        """The one value that a query of the index gives."""
        database = sqlite3.connect(self.index)
        value = database.execute(sql).fetchone()[0]
        database.close()
        return value

    def remove(self):
        shutil.rmtree(self.root, ignore_errors=True)

    def digest(self):
        """The bytes of the library's file and of its log."""
        digest = hashlib.sha256()
        for suffix in ("", "-wal"):
            if os.path.exists(self.library + suffix):
                with open(self.library + suffix, "rb") as file:
                    digest.update(file.read())
        return digest.hexdigest()

    def names(self, part):
        return sorted(name for name in os.listdir(self.folder) if part in name)


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

    def settle(self, quiet=0.5):
        self.stream.feed(self.session.settle(quiet=quiet, first=quiet).data)

    def wait(self, is_true, seconds):
        """Waits until something is on the screen; the seconds that took, or None."""
        began = time.perf_counter()
        while time.perf_counter() - began < seconds:
            if is_true():
                return time.perf_counter() - began
            self.stream.feed(self.session.settle(quiet=0.001, first=0.01).data)
        return None

    def shows(self, text):
        return text in " ".join(" ".join(self.screen.display).split())

    def marks(self):
        """Whether each brief of the rows on the screen is read, and the one under the cursor."""
        found, here = {}, None
        for line in self.screen.display:
            row = re.match("([▌ ])([●○]).*(Brief \\d{5})", line)
            if row:
                found[row[3]] = row[2] == "○"
                here = row[3] if row[1] == "▌" else here
        return found, here

    def kill(self, number=signal.SIGKILL):
        """Ends it at once, and takes what it had still written."""
        os.kill(self.session.process, number)
        self.drain()
        return self.close()

    def leave(self):
        """Ends it by a key; the status, and what it said after its last screen is in `said`."""
        self.write(b"Q")
        self.drain()
        return self.close()

    def drain(self):
        self.said = b""
        try:
            while data := os.read(self.session.master, 65536):
                self.said += data
                self.stream.feed(data)
        except OSError:
            pass

    def close(self):
        _, status = os.waitpid(self.session.process, 0)
        os.close(self.session.master)
        return os.waitstatus_to_exitcode(status)
