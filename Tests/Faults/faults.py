#!/usr/bin/env python3
"""Does to a library what machines do to programs, and looks whether a mark was lost.

    python3 faults.py PROGRAM [--rounds N] [--files N]

Kills readers and indexers at random moments, fills the disk, lets four readers mark at once, and
changes files while they are indexed. Every round says what it found; the end is 1 where a mark
that was on the screen is gone or a file is damaged. Scenes that need to mount a disk are left out,
and said to be, where that is not allowed.
"""

import argparse
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
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
        for name in ("library.sqlite", "index.3.sqlite"):
            path = f"{self.state}/broadsheet/{name}"
            database = sqlite3.connect(path)
            result = database.execute("PRAGMA integrity_check").fetchone()[0]
            database.close()
            expect(result == "ok", f"{what}: {name}: {result}")

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


def killed_while_marking(program, rounds):
    """What a screen showed is kept; of the last key, sent a moment before, it may be shown or not."""
    world = World(program, 20)
    world.run("index")
    shown = lost = 0
    for _ in range(rounds):
        reader = world.open()
        for _ in range(random.randrange(6)):
            reader.press(random.choice([b"j", b"k", b"M"]), quiet=0.02)
        before, here = reader.marks()
        reader.write(b"M")
        time.sleep(random.random() * 0.006)
        reader.kill()
        after, _ = reader.marks()
        kept = {title: brief["unread"] == 0 for title, brief in world.list().items()}
        for title, is_read in after.items():
            shown += 1
            if kept[title] != is_read and not (title == here and is_read == before[here]):
                lost += 1
    world.check("killed while marking")
    expect(lost == 0, f"killed while marking: {lost} marks lost")
    expect(shown > 0, "killed while marking: no mark was on a screen")
    print(f"killed while marking: {rounds} times, {shown} marks on screens, {lost} lost")
    world.remove()


def killed_while_indexing(program, rounds, files):
    world = World(program, files)
    for number in range(rounds):
        process = subprocess.Popen([world.program, "index"], env=world.environment,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.random() * 0.25)
        process.kill()
        process.wait()
        world.write(number % files, text=f"Text of round {number}")
    world.run("index")
    world.check("killed while indexing")
    expect(len(world.list()) == files, "killed while indexing: briefs are missing")
    print(f"killed while indexing: {rounds} times, {files} briefs there")
    world.remove()


def changed_while_indexing(program, files):
    world = World(program, files)
    ending = threading.Event()

    def change():
        chance = random.Random(1)
        while not ending.is_set():
            number = chance.randrange(files)
            path = f"{world.briefs}/{number:05}.md"
            what = chance.randrange(3)
            if what == 0:
                world.write(number, text=f"Other text {chance.random()}")
            elif what == 1 and os.path.exists(path):
                os.remove(path)
            elif os.path.exists(path):
                os.rename(path, f"{world.briefs}/moved-{number:05}.md")

    thread = threading.Thread(target=change)
    thread.start()
    for _ in range(3):
        world.run("index")
    ending.set()
    thread.join()
    world.run("index")
    there = len({open(f"{world.briefs}/{name}").read() for name in os.listdir(world.briefs)})
    count = len(json.loads(world.run("list", "--format", "json"))["briefs"])
    expect(count == there, f"changed while indexing: {count} briefs, {there} contents")
    world.check("changed while indexing")
    print(f"changed while indexing: {there} contents, all there")
    world.remove()


def four_at_once(program):
    world = World(program, 20)
    world.run("index")
    readers = [world.open() for _ in range(4)]
    for number, reader in enumerate(readers):
        reader.write(b"j" * (number * 5))
    for _ in range(5):
        for reader in readers:
            reader.write(b"Mj")
    for reader in readers:
        reader.settle()
        reader.leave()
    unread = [title for title, brief in world.list().items() if brief["unread"] > 0]
    world.check("four at once")
    expect(not unread, f"four at once: {len(unread)} of 20 marks lost")
    print(f"four at once: 20 briefs marked, {len(unread)} marks lost")
    world.remove()


def mounted(options, body):
    """Runs a body on a small disk; false where none may be mounted."""
    disk = tempfile.mkdtemp(prefix="broadsheet-disk-")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk],
                      stderr=subprocess.DEVNULL).returncode != 0:
        os.rmdir(disk)
        return False
    try:
        body(disk)
    finally:
        subprocess.run(["umount", "-l", disk])
        os.rmdir(disk)
    return True


def full_disk(program):
    def scene(disk):
        world = World(program, 30, state=disk + "/state")
        world.run("index")
        with open(disk + "/filler", "wb") as filler:
            room = os.statvfs(disk)
            filler.write(b"x" * max(0, room.f_bavail * room.f_frsize - 4096))
        reader = world.open()
        is_told = reader.shows("disk is full")
        for _ in range(40):
            reader.press(b"M")
            is_told = is_told or reader.shows("disk is full")
            reader.press(b"j")
        expect(is_told, "full disk: the status line does not say so")
        reader.press(b"\r", quiet=0.3)
        expect(reader.shows("Part"), "full disk: reading does not go on")
        reader.leave()
        os.remove(disk + "/filler")
        world.check("full disk")
        world.remove()
        print("full disk: told, reading went on, nothing damaged")

    if not mounted("size=3m", scene):
        print("full disk: left out, as nothing may be mounted here")


def read_only(program):
    def scene(disk):
        world = World(program, 5, state=disk + "/state")
        world.run("index")
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        reader = world.open()
        expect(reader.shows("arks cannot be kept"), "read-only: nothing is said")
        reader.press(b"M", quiet=0.3)
        reader.press(b"\r", quiet=0.3)
        expect(reader.shows("Part"), "read-only: reading does not go on")
        reader.leave()
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        world.check("read-only")
        world.remove()
        print("read-only: told, reading went on, nothing damaged")

    if not mounted("size=8m", scene):
        print("read-only: left out, as nothing may be mounted here")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = options.seed if options.seed is not None else random.randrange(1 << 30)
    random.seed(seed)
    print("seed", seed)
    killed_while_marking(options.program, options.rounds)
    killed_while_indexing(options.program, options.rounds, options.files)
    changed_while_indexing(options.program, options.files)
    four_at_once(options.program)
    full_disk(options.program)
    read_only(options.program)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
