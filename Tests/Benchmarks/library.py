#!/usr/bin/env python3
"""Measures libraries of 100, 10,000 and 100,000 briefs: library.py PROGRAM [--briefs N] [--keep FOLDER]

The briefs are made by generate.py (with --keep they are kept there and used again). newsboat gets
10,000 items of the same kind, and bare FTS5 the same text, in the same run. Medians.
"""

import argparse
import glob
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

from pty_session import Session
from sample_briefs import write_feed

HERE = os.path.dirname(os.path.abspath(__file__))
DOWN = b"\x1bOB"


class Library:
    """A generated library with its state."""

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

    def run(self, *arguments):
        began = time.perf_counter()
        done = subprocess.run([self.program, *arguments], env=self.environment, check=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        return time.perf_counter() - began, done.stdout

    def index(self):
        shutil.rmtree(self.state, ignore_errors=True)
        self.run("add", self.folder)
        seconds, _ = self.run("index")
        return seconds

    def open(self, rows=24, columns=80):
        return Session([self.program], rows, columns, self.environment)

    @property
    def text(self):
        return sum(os.path.getsize(f) for f in glob.glob(self.folder + "/*/*.md"))

    @property
    def size(self):
        return sum(os.path.getsize(f) for f in glob.glob(self.state + "/broadsheet/*"))


def median(measure, rounds=9):
    return statistics.median(measure() for _ in range(rounds))


def first_paint(library):
    """Until the list's last row and its count are there; indexing begins after it."""
    with library.open() as session:
        began = session.began
        last = began
        got = b""
        while got.count(b"\x1b") < 10 or b"unread" not in got:
            got += session.take()
            last = time.perf_counter()
        return last - began


def keys(library, opening, key, count=15):
    with library.open() as session:
        session.settle(quiet=1.0, first=3)
        for one in opening:
            session.press(one, quiet=0.3)
        times = [session.press(key, quiet=0.1).seconds for _ in range(count)]
        return statistics.median(times), session.resident_kilobytes()


def typed(library, query):
    """From the last character of a query to the last byte of its answer."""
    with library.open() as session:
        session.settle(quiet=1.0, first=3)
        session.press(b"F", quiet=0.3)
        for character in query[:-1]:
            session.press(character.encode(), quiet=0.5)
        return session.press(query[-1].encode(), quiet=0.5).seconds


def bare_fts(library):
    """Seconds that SQLite alone takes to put the same text into an FTS5 table without content."""
    texts = [open(f, encoding="utf-8").read() for f in glob.glob(library.folder + "/*/*.md")[:10_000]]
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(folder + "/fts.sqlite")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE VIRTUAL TABLE words USING fts5(body, content='')")
        began = time.perf_counter()
        for start in range(0, len(texts), 64):
            with database:
                database.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)",
                                     enumerate(texts[start:start + 64], start))
        return time.perf_counter() - began, sum(len(t.encode()) for t in texts)


def words(library):
    """A common word and a rare one of the library's text."""
    sample = [open(f, encoding="utf-8").read().lower().split()
              for f in random.Random(1).sample(glob.glob(library.folder + "/*/*.md"), 50)]
    counts = {}
    for text in sample:
        for word in set(w for w in text if w.isalpha() and w.isascii() and len(w) > 3):
            counts[word] = counts.get(word, 0) + 1
    common = max(counts, key=counts.get)
    rare = next(w for w in sorted(counts, key=lambda w: (-len(w), w)) if counts[w] == 1)
    return common, rare


def newsboat(root, count=10_000):
    command = shutil.which("newsboat")
    if not command:
        return None, None, None
    feed, urls = root + "/feed.xml", root + "/urls"
    environment = dict(os.environ, HOME=root, TERM="xterm-256color", LC_ALL="C.UTF-8")
    arguments = [command, "-u", urls, "-c", root + "/cache.db", "-C", root + "/newsboat.conf"]
    if not os.path.exists(root + "/cache.db"):
        write_feed(feed, count=count)
        with open(urls, "w") as file:
            file.write("file://" + feed + "\n")
        with open(root + "/newsboat.conf", "w") as file:
            file.write("auto-reload no\n")
        subprocess.run(arguments + ["-x", "reload"], env=environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def paint():
        with Session(arguments + ["-q"], 24, 80, environment) as session:
            began = session.began
            got = b""
            while b"unread" not in got and b"Your feeds" not in got:
                got += session.take()
            return time.perf_counter() - began

    with Session(arguments + ["-q"], 24, 80, environment) as session:
        session.settle(quiet=0.5, first=5)
        session.press(b"\r", quiet=0.5)
        row = statistics.median(session.press(DOWN, quiet=0.15).seconds for _ in range(10))
        memory = session.resident_kilobytes()
    return median(paint, 5), row, memory


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--briefs", type=int, default=100_000)
    parser.add_argument("--keep")
    options = parser.parse_args()
    root = options.keep or tempfile.mkdtemp()
    os.makedirs(root, exist_ok=True)
    program = os.path.abspath(options.program)
    small, large = (Library(program, root, count) for count in (100, options.briefs))
    print(f"{options.briefs} briefs, {large.text / 1e6:.0f} MB")
    small.index()
    seconds = large.index()
    rate = large.text / seconds / 1e6
    bare, size = bare_fts(large)
    bare_rate = size / bare / 1e6
    show("indexing from nothing, MB/s", f"{rate:.1f}", f"bare FTS5 {bare_rate:.1f}",
         f"ratio {rate / bare_rate:.2f}, goal 0.5")
    show("index and library / text", f"{large.size / large.text:.2f}", "", "goal 1.0")
    show("scan with nothing changed", f"{median(lambda: large.run('index')[0], 3):.2f} s", "",
         "goal 1.5 s")
    paints = {library.count: median(lambda: first_paint(library)) for library in (small, large)}
    theirs, their_row, their_memory = newsboat(root)
    ratio = paints[large.count] / paints[small.count]
    show("first paint", f"{paints[large.count] * 1e3:.1f} ms",
         f"100 briefs {paints[small.count] * 1e3:.1f} ms", f"ratio {ratio:.2f}, goal 1.3")
    if theirs:
        show("first paint beside newsboat", f"{paints[large.count] * 1e3:.1f} ms",
             f"newsboat {theirs * 1e3:.1f} ms",
             f"ratio {paints[large.count] / theirs:.2f}, goal 0.1")
    row, memory = keys(large, [], DOWN)
    show("row down", f"{row * 1e3:.1f} ms", f"newsboat {their_row * 1e3:.1f} ms" if theirs else "",
         "goal 3 ms")
    show("next unread", f"{keys(large, [], b'n')[0] * 1e3:.1f} ms", "", "goal 3 ms")
    show("open a brief", f"{keys(large, [], b'J', 15)[0] * 1e3:.1f} ms (row)", "", "")
    opened = keys(large, [b"\r"], b"J")
    show("next brief in the text", f"{opened[0] * 1e3:.1f} ms", "", "goal 3 ms")
    show("memory while reading", f"{opened[1] / 1e3:.1f} MB",
         f"newsboat {their_memory / 1e3:.1f} MB" if theirs else "", "goal: newsboat's")
    common, rare = words(large)
    for name, word, goal in (("common", common, 150), ("rare", rare, 50)):
        show(f"search as typed, {name} word", f"{median(lambda: typed(large, word), 3) * 1e3:.0f} ms",
             "", f"goal {goal} ms")
    show("unread --count", f"{median(lambda: large.run('unread', '--count')[0]) * 1e3:.1f} ms", "",
         "goal 20 ms")
    if not options.keep:
        shutil.rmtree(root)


def show(what, ours, theirs, goal):
    print(f"{what:32}{ours:20}{theirs:26}{goal}", flush=True)


if __name__ == "__main__":
    main()
