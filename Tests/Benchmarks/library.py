#!/usr/bin/env python3
"""Measures libraries of 100 and of 100,000 briefs: library.py PROGRAM [--briefs N] [--keep FOLDER] [--indexed]

The briefs are made by generate.py (with --keep they are kept there and used again, and with
--indexed so is their index). In the same run newsboat gets 10,000 of them as items of 20 feeds, and
bare FTS5 the same text. Numbers are medians; programs that are compared take turns.
"""

import argparse
import os
import random
import shutil
import sqlite3
import statistics
import tempfile
import time

import pyte

from generated_library import GeneratedLibrary
from newsboat_items import Newsboat

ENTER, ESCAPE, DOWN = b"\r", b"\x1b", b"\x1bOB"
NEWSBOAT_ITEMS = 10_000
# Of the days of a generated library as many have about 10,000 sections.
MARKED_DAYS = 24


def median(measure, rounds=9):
    return statistics.median(measure() for _ in range(rounds))


def until(session, marker, count=1):
    """The moment at which what was looked for has come."""
    got = b""
    while got.count(marker) < count:
        data = session.take()
        if not data:
            raise SystemExit(f"ended without {marker}")
        got += data
    return time.perf_counter()


def first_paint(program, marker):
    """Until the first screen has come, which begins with its marker and leaves in one write."""
    with program.open() as session:
        return until(session, marker) - session.began


def first_paints(programs, rounds=15):
    """Medians of programs that take turns."""
    times = [[first_paint(*program) for program in programs] for _ in range(rounds)]
    return [statistics.median(column) for column in zip(*times)]


def keys(program, opening, key, count=15, settled=1.0):
    """Median seconds from a key to the last byte of its answer, and the memory after them."""
    with program.open() as session:
        session.settle(quiet=settled, first=5)
        for one in opening:
            session.press(one, quiet=0.4)
        times = [session.press(key, quiet=0.15) for _ in range(count)]
        if not all(answer.count for answer in times):
            raise SystemExit(f"{key} was not answered after {opening}")
        return statistics.median(a.seconds for a in times), session.resident_kilobytes() / 1e3


def opened(library, count=9):
    """Enter on a row, then back and down to the next."""
    with library.open() as session:
        session.settle(quiet=1.0, first=5)
        times = []
        for _ in range(count):
            times.append(session.press(ENTER, quiet=0.3, first=5).seconds)
            session.press(b"q", quiet=0.3)
            session.press(DOWN, quiet=0.3)
        return statistics.median(times)


def typed(library, query):
    """From the last character of a query to the first list of its answers."""
    with library.open() as session:
        session.settle(quiet=1.0, first=5)
        session.press(b"F", quiet=0.3)
        session.press(query[:-1].encode(), quiet=1.5)
        return session.press(query[-1].encode(), quiet=1.0, first=20).seconds


def marked(library):
    """Seconds to mark some 10,000 sections of a filtered list, and to undo it; how many briefs."""
    days = sorted({os.path.basename(file)[:10] for file in library.files})[-MARKED_DAYS:]
    with library.open() as session:
        session.settle(quiet=1.5, first=5)
        session.press(b"F", quiet=0.3)
        session.press(f"after:{days[0]}".encode(), quiet=1.0)
        session.press(ENTER, quiet=1.0)
        session.press(b"A", quiet=0.5)
        mark = told(session, b"y", b"marked read")
        session.settle(quiet=1.5, first=5)
        undo = told(session, b"u", b"marked read")
        session.settle(quiet=1.5, first=5)
    return mark, undo


def told(session, key, words):
    """Seconds from a key until the status line says that all is done."""
    began = time.perf_counter()
    os.write(session.master, key)
    return until(session, words) - began


def marked_all(library):
    """Marking all briefs and undoing it: seconds for each, the longest that another key had to wait
    for its answer meanwhile, and the most resident megabytes."""
    with library.open() as session:
        session.settle(quiet=1.5, first=5)
        before = session.resident_kilobytes() / 1e3
        session.press(b"A", quiet=0.5)
        ways = [beside(session, b"y", "marked read"), beside(session, b"u", "Undone: ")]
        return [way[0] for way in ways], max(way[1] for way in ways), before, ways[-1][2]


def beside(session, key, words):
    """Presses keys until the status line says that all is done."""
    began, longest = time.perf_counter(), 0.0
    # Of a line that changes only the cells that differ are sent, so its words are on a screen alone.
    screen = pyte.Screen(80, 24)
    stream = pyte.ByteStream(screen)
    os.write(session.master, key)
    while True:
        answer = session.press(DOWN, quiet=0.02, first=2.0)
        longest = max(longest, answer.first_seconds)
        if is_told(words, answer.data, screen, stream):
            break
        if time.perf_counter() - began > 300:
            raise SystemExit(f"{words} was not told: {screen.display[-1]}")
    seconds = time.perf_counter() - began
    session.settle(quiet=2.0, first=5)
    with open(f"/proc/{session.process}/status") as file:
        most = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
    return seconds, longest, most / 1e3


def is_told(words, data, screen, stream):
    """Whether the status line has words, be it between two frames that came together."""
    for part in data.replace(b"\x1b", b"\0\x1b").split(b"\0"):
        stream.feed(part)
        line = screen.buffer[screen.lines - 1]
        if words in "".join(line[column].data for column in range(screen.columns)):
            return True
    return False


def sections(library):
    days = sorted({os.path.basename(file)[:10] for file in library.files})[-MARKED_DAYS:]
    count = 0
    for file in library.files:
        if os.path.basename(file)[:10] >= days[0]:
            with open(file, encoding="utf-8") as source:
                count += source.read().count("\n## ") + 1
    return count


def bare_fts(files):
    """Bytes a second that SQLite alone puts into an FTS5 table without content."""
    seconds = size = 0
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        database = sqlite3.connect(folder + "/fts.sqlite")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("CREATE VIRTUAL TABLE words USING fts5(body, content='')")
        for start in range(0, len(files), 64):
            texts = [open(file, encoding="utf-8").read() for file in files[start:start + 64]]
            size += sum(len(text.encode()) for text in texts)
            began = time.perf_counter()
            with database:
                database.executemany("INSERT INTO words (rowid, body) VALUES (?, ?)",
                                     enumerate(texts, start))
            seconds += time.perf_counter() - began
    return size / seconds


def words(library):
    """A common word and a rare one of the library's text."""
    counts = {}
    for file in random.Random(1).sample(library.files, 50):
        with open(file, encoding="utf-8") as source:
            text = source.read().lower().split()
        for word in set(w for w in text if w.isalpha() and w.isascii() and len(w) > 3):
            counts[word] = counts.get(word, 0) + 1
    common = max(counts, key=lambda word: (counts[word], word))
    rare = next(w for w in sorted(counts, key=lambda w: (-len(w), w)) if counts[w] == 1)
    return common, rare


def measure_index(library):
    seconds, memory = library.index()
    rate, bare = library.text / seconds, bare_fts(library.files)
    show("indexing from nothing", f"{rate / 1e6:.1f} MB/s", f"bare FTS5 {bare / 1e6:.1f} MB/s",
         f"{rate / bare:.2f}", "0.5")
    tenths = [max(memory[len(memory) * n // 10:len(memory) * (n + 1) // 10 or 1] or [0])
              for n in range(10)]
    show("memory while indexing", f"{tenths[-1]:.0f} MB", f"in the second tenth {tenths[1]:.0f} MB",
         f"{tenths[-1] / tenths[1]:.2f}", "flat")


def measure_paint(small, large, newsboat):
    programs = [(small, b"unread"), (large, b"unread")]
    # The last of its feeds, all of which are on the screen.
    if newsboat.command:
        programs.append((newsboat, b"Feed 19"))
    paints = first_paints(programs)
    ratio = paints[1] / paints[0]
    show("first paint", ms(paints[1]), f"{small.count} briefs {ms(paints[0])}", f"{ratio:.2f}",
         "1.3")
    if newsboat.command:
        show("first paint", ms(paints[1]), f"newsboat {ms(paints[2])}",
             f"{paints[1] / paints[2]:.3f}", "0.1")


def measure_reading(small, large, newsboat):
    theirs = keys(newsboat, [ENTER], DOWN, settled=2.0) if newsboat.command else None
    beside = f"newsboat {ms(theirs[0])}" if theirs else ""
    for what, opening, key in (("row down", [], DOWN), ("next unread", [], b"n"),
                               ("next brief in the text", [ENTER], b"J")):
        few, _ = keys(small, opening, key)
        many, memory = keys(large, opening, key)
        show(what, ms(many), f"{small.count} briefs {ms(few)}"
             + (f", {beside}" if what == "row down" else ""), f"{many / few:.2f}", "3 ms, flat")
    few, many = opened(small), opened(large)
    show("open a brief", ms(many), f"{small.count} briefs {ms(few)}", f"{many / few:.2f}",
         "3 ms, flat")
    show("memory while reading", f"{memory:.1f} MB", f"newsboat {theirs[1]:.1f} MB" if theirs else "",
         f"{memory / theirs[1]:.2f}" if theirs else "", "1.0")


def measure_finding(library):
    common, rare = words(library)
    for name, word, goal in (("common", common, 150), ("rare", rare, 50)):
        show(f"search as typed, {name} word", ms(median(lambda: typed(library, word), 5)), word, "",
             f"{goal} ms")
    marks = [marked(library) for _ in range(3)]
    show("marking a list at once", ms(statistics.median(mark for mark, _ in marks)),
         f"{sections(library)} sections", "", "300 ms")
    show("undoing it", ms(statistics.median(undo for _, undo in marks)), "", "", "300 ms")
    (mark, undo), longest, before, most = marked_all(library)
    show(f"marking {library.count} briefs at once", f"{mark:.1f} s", f"undoing it {undo:.1f} s", "", "")
    show("longest wait for a key meanwhile", ms(longest), "", "", "")
    show("most memory in it", f"{most:.1f} MB", f"before it {before:.1f} MB", f"{most / before:.2f}",
         "flat")
    with library.open() as session:
        session.settle(quiet=1.0, first=5)
        count = median(lambda: library.run("unread", "--count"))
    show("unread --count beside a reader", ms(count), "", "", "20 ms")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--briefs", type=int, default=100_000)
    parser.add_argument("--keep")
    parser.add_argument("--indexed", action="store_true")
    options = parser.parse_args()
    root = options.keep or tempfile.mkdtemp()
    os.makedirs(root, exist_ok=True)
    program = os.path.abspath(options.program)
    small, large = (GeneratedLibrary(program, root, count) for count in (100, options.briefs))
    show(f"{options.briefs} briefs, {large.text / 1e6:.0f} MB", "broadsheet", "beside it", "ratio",
         "goal")
    small.index()
    if not options.indexed:
        measure_index(large)
    show("library and index", f"{large.size / 1e6:.0f} MB", f"the text {large.text / 1e6:.0f} MB",
         f"{large.size / large.text:.2f}", "1.0")
    show("scan with nothing changed", ms(median(lambda: large.run("index"), 5)), "", "", "1500 ms")
    newsboat = Newsboat(root, large.files[-NEWSBOAT_ITEMS:])
    measure_paint(small, large, newsboat)
    measure_reading(small, large, newsboat)
    measure_finding(large)
    if not options.keep:
        shutil.rmtree(root)


def ms(seconds):
    return f"{seconds * 1e3:.1f} ms"


def show(what, ours, beside, ratio, goal):
    print(f"{what:32}{ours:16}{beside:42}{ratio:8}{goal}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
