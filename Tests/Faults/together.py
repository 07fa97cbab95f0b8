"""Several programs at one library."""

import fcntl
import hashlib
import os
import signal
import sqlite3
import statistics
import threading
import time

from world import World, expect


def four_at_once(program):
    """Four readers and four commands mark at once, and all marks are there."""
    with World(program, 40) as world:
        world.run("index")
        readers = [world.open() for _ in range(4)]
        for number, reader in enumerate(readers):
            reader.write(b"j" * (number * 5))
        commands = [world.start("mark", "star", *(f"{world.briefs}/{number:05}.md" for number in part))
                    for part in (range(0, 5), range(5, 10), range(10, 15), range(15, 20))]
        for _ in range(5):
            for reader in readers:
                reader.write(b"Mj")
        for command in commands:
            _, said = command.communicate()
            expect(command.returncode == 0, f"four at once: {said}")
        shown = set()
        for reader in readers:
            reader.settle()
            shown |= {title for title, is_read in reader.marks()[0].items() if is_read}
            reader.leave()
        read, starred = world.read(), world.starred()
        lost = shown - read
        world.check("four at once")
        expect(not lost, f"four at once: {len(lost)} marks lost")
        expect(len(read) == 20 and len(starred) == 20,
               f"four at once: {len(read)} read and {len(starred)} starred, not 20 each")
        print(f"four at once: 4 readers marked {len(read)} briefs, 4 commands {len(starred)}, "
              f"{len(lost)} lost")


def seen_by_others(program, rounds):
    """A mark that one reader makes is on the screens of the others within two seconds."""
    with World(program, 15) as world:
        world.run("index")
        readers = [world.open() for _ in range(3)]
        times = []
        for number in range(rounds):
            title = f"Brief {number % 15:05}"
            is_read = number // 15 % 2 == 0
            if number % 2:
                began = time.perf_counter()
                world.run("mark", "read" if is_read else "unread",
                          f"{world.briefs}/{number % 15:05}.md")
                others = readers
            else:
                marker, *others = readers[number % 3:] + readers[:number % 3]
                row = list(marker.marks()[0]).index(title)
                marker.press(b"g" + b"j" * row, quiet=0.02)
                began = time.perf_counter()
                marker.write(b"M")
            for other in others:
                seen = other.wait(lambda: other.marks()[0].get(title) == is_read, 5)
                expect(seen is not None, f"seen by others: {title} after five seconds not")
                times.append(time.perf_counter() - began)
            for reader in readers:
                reader.settle(quiet=0.05)
        for reader in readers:
            reader.leave()
        expect(max(times) < 2, f"seen by others: after {max(times):.2f} s")
        print(f"seen by others: {len(times)} times, median {statistics.median(times) * 1000:.0f} ms, "
              f"at most {max(times) * 1000:.0f} ms")


def is_held(path):
    if not os.path.exists(path):
        return False
    with open(path) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return False
        except BlockingIOError:
            return True


def one_indexer(program, rounds, files):
    """While one indexes another says so and ends; the lock goes with its holder."""
    with World(program, files) as world:
        refused = 0
        for number in range(rounds):
            for name in world.names(os.path.basename(world.index)):
                os.remove(f"{world.folder}/{name}")
            first = world.start("index")
            while not is_held(world.index + ".lock") and first.poll() is None:
                time.sleep(0.001)
            os.kill(first.pid, signal.SIGSTOP)
            if is_held(world.index + ".lock"):
                second = world.ask("index")
                expect(second.returncode == 75 and b"another broadsheet" in second.stderr,
                       f"one indexer: {second.returncode} {second.stderr}")
                refused += second.returncode == 75
            os.kill(first.pid, signal.SIGKILL if number % 2 else signal.SIGCONT)
            first.communicate()
            world.run("index")
            expect(len(world.list()) == files, "one indexer: briefs are missing")
        expect(refused > 0, "one indexer: none was refused")
        print(f"one indexer: {refused} second ones refused, {rounds // 2} first ones killed")


def locked_library(program):
    """While another program holds the library keys are answered; marks wait, which is told."""
    with World(program, 12) as world:
        world.run("index")
        reader = world.open()
        database = sqlite3.connect(world.library, isolation_level=None)
        times = []
        for is_left in (False, True):
            database.execute("BEGIN IMMEDIATE")
            before = sum(reader.marks()[0].values())
            for number in range(5):
                reader.write(b"M")
                seen = reader.wait(lambda: sum(reader.marks()[0].values()) == before + number + 1, 5)
                expect(seen is not None, "locked library: a mark is not on the screen")
                times.append(seen or 5)
                reader.press(b"j")
            expect(reader.shows("5 marks wait to be kept"), "locked library: it is not told")
            if is_left:
                expect(reader.leave() == 74, "locked library: the loss is not in the status")
                expect(b"5 marks could not be kept" in reader.said, f"locked library: {reader.said}")
            database.execute("ROLLBACK")
            if not is_left:
                kept = reader.wait(lambda: reader.shows("marks are kept"), 5)
                expect(kept is not None, "locked library: the marks are not kept")
                expect(len(world.marks()) == 5, f"locked library: {len(world.marks())} marks of 5")
        expect(len(world.marks()) == 5, f"locked library: {len(world.marks())} marks at the end")
        expect(max(times) < 1, f"locked library: a key took {max(times):.2f} s")
        world.check("locked library")
        print(f"locked library: 10 marks on the screen after {statistics.median(times) * 1000:.0f} ms, at "
              f"most {max(times) * 1000:.0f}; 5 kept {(kept or 9) * 1000:.0f} ms after, 5 told to be lost")


def locked_while_opening(program):
    """A brief that was opened while another program writes is left in seconds, be it large."""
    with World(program, 3) as world:
        world.run("index")
        with open(world.briefs + "/large.md", "w") as file:
            file.write("# Large\n\n2026-01-01\n\n" + "".join(
                f"## Part {number}\n\n" + "A paragraph of some words.\n\n" * 40
                for number in range(500)))
        world.run("mark", "star", world.briefs + "/00001.md")
        longest = 0
        for is_held in (True, False):
            database = sqlite3.connect(world.library, isolation_level=None,
                                       check_same_thread=False)
            database.execute("BEGIN IMMEDIATE")
            reader = world.open(world.briefs + "/large.md")
            reader.press(b"M", quiet=0.3)
            expect(reader.shows("500 marks wait"), "locked while opening: it is not told")
            # The brief is looked up once more after five seconds.
            reader.settle(quiet=5.2)
            if not is_held:
                threading.Timer(0.5, database.execute, ("ROLLBACK",)).start()
            began = time.monotonic()
            status = reader.leave()
            longest = max(longest, time.monotonic() - began)
            expect(status == (74 if is_held else 0), f"locked while opening: status {status}")
            if is_held:
                database.execute("ROLLBACK")
            expect(len(world.marks()) == (0 if is_held else 500),
                   f"locked while opening: {len(world.marks())} marks")
        expect(longest < 8, f"locked while opening: leaving took {longest:.1f} s")
        print(f"locked while opening: 500 marks of a large brief told to be lost, or kept, "
              f"in {longest:.1f} s at most")


def newer_version(program):
    """A library of a newer program is refused with a clear message, and not a byte of it changes."""
    with World(program, 5) as world:
        world.run("index")
        database = sqlite3.connect(world.library)
        database.execute("PRAGMA user_version = 99")
        database.close()
        before = hashlib.sha256(open(world.library, "rb").read()).hexdigest()
        commands = [("list",), ("mark", "read", world.briefs), ("index",), ("unread", "--count"),
                    ("export", "--state"), ("backup", world.root + "/copy"), ("folders",),
                    ("import", "--state", "/dev/stdin"), ("doctor", "--check-library"),
                    ("doctor", "--restore-library")]
        for command in commands:
            answer = world.ask(*command, input=b'{"schema":"broadsheet.state/1","briefs":[]}')
            told = answer.stderr + answer.stdout
            is_restoring = "--restore-library" in command
            expect(is_restoring or answer.returncode != 0 and b"update broadsheet" in told,
                   f"newer version: {command}: {answer.returncode} {told}")
        reader = world.open(world.briefs)
        expect(reader.shows("version 99"), "newer version: the reader does not say so")
        reader.press(b"M", quiet=0.2)
        reader.leave()
        after = hashlib.sha256(open(world.library, "rb").read()).hexdigest()
        expect(before == after, "newer version: the file was changed")
        expect(not os.path.exists(world.root + "/copy"), "newer version: a copy was made")
        print(f"newer version: refused by {len(commands)} commands and a reader, untouched")
