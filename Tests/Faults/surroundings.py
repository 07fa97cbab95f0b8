"""Files that change and vanish, clocks that are wrong, locks and folders that fail."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import threading
import time

from world import World, expect

YEAR = 365 * 24 * 3600


def changed_while_indexing(program, files):
    """Files that are written, moved and removed meanwhile: at the end all are there, marks too."""
    with World(program, files) as world:
        world.run("index")
        world.run("mark", "star", *(f"{world.briefs}/{number:05}.md" for number in range(0, files, 7)))
        starred = len(world.starred())
        ending = threading.Event()
        counts = {"written": 0, "removed": 0, "moved": 0}

        def change():
            chance = random.Random(1)
            while not ending.is_set():
                number = chance.randrange(files)
                path = f"{world.briefs}/{number:05}.md"
                what = chance.choice(list(counts))
                # Of a file that is moved and rewritten between two looks nothing tells what it was.
                if number % 7 == 0:
                    what = "moved" if number % 2 else "written"
                if what != "written" and not os.path.exists(path):
                    continue
                counts[what] += 1
                if what == "written":
                    text = f"Other text {chance.random()}"
                    moved = f"{world.briefs}/moved-{number:05}.md"
                    if not os.path.exists(moved):
                        world.write(number, text=text)
                elif what == "removed":
                    os.remove(path)
                else:
                    os.rename(path, f"{world.briefs}/moved-{number:05}.md")

        thread = threading.Thread(target=change)
        thread.start()
        for _ in range(3):
            world.run("index")
        ending.set()
        thread.join()
        world.run("index")
        there = len({open(f"{world.briefs}/{name}").read() for name in os.listdir(world.briefs)})
        count = len(world.list())
        left = len(world.starred())
        expect(count == there, f"changed while indexing: {count} briefs, {there} contents")
        expect(left == starred, f"changed while indexing: {left} stars of {starred}")
        world.check("changed while indexing")
        print(f"changed while indexing: of {files} files {counts}; {there} contents, all there, "
              f"{left} stars of {starred} followed")


def vanished_while_indexing(program, files):
    """Files that go between the look through the folder and their turn are left out: none is told as
    one that cannot be read, and none is counted."""
    with World(program, files) as world:
        process = world.start("index")
        while process.poll() is None and not has_briefs(world.index):
            time.sleep(0.002)
        os.kill(process.pid, signal.SIGSTOP)
        known = has_briefs(world.index)
        for number in range(0, files, 2):
            os.remove(f"{world.briefs}/{number:05}.md")
        os.kill(process.pid, signal.SIGCONT)
        printed, said = process.communicate()
        expect(process.returncode == 0 and said == b"", f"vanished: {process.returncode} {said}")
        read = has_briefs(world.index)
        expect(files // 2 <= read < files, f"vanished: {read} of {files} read")
        expect(printed.startswith(b"%d briefs, %d files read" % (read, read)),
               f"vanished: {read} are there, and told is {printed}")
        expect(known < files, "vanished: nothing was left to read")
        world.run("index")
        count = len(world.list())
        expect(count == files // 2, f"vanished: {count} briefs, not {files // 2}")
        world.check("vanished")
        print(f"vanished while indexing: {files // 2} of {files} files after {known} had been "
              f"read; {count} there")


def has_briefs(index):
    """How many briefs an index has so far."""
    try:
        database = sqlite3.connect(f"file:{index}?mode=ro", uri=True)
        count = database.execute("SELECT count(*) FROM brief").fetchone()[0]
        database.close()
        return count
    except sqlite3.Error:
        return 0


def build_shim(root):
    """The library that stands between a program and the system; None without a compiler."""
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shim.c")
    compiler = next(filter(None, map(shutil.which, ("cc", "clang", "gcc"))), None)
    if not compiler:
        return None
    subprocess.run([compiler, "-shared", "-fPIC", "-o", root + "/shim.so", source, "-ldl"], check=True)
    return root + "/shim.so"


def wrong_clock(program):
    """With a clock that goes years ahead and back no mark, no copy and no change of a file is lost."""
    with World(program, 12) as world:
        shim = build_shim(world.root)
        if not shim:
            return print("wrong clock: left out, as there is no C compiler")

        def at(years, *arguments, **options):
            clock = {"LD_PRELOAD": shim, "FAULT_CLOCK": str(int(years * YEAR))}
            answer = world.ask(*arguments, environment=clock, **options)
            expect(answer.returncode == 0, f"wrong clock: {arguments}: {answer.stderr}")
            return answer.stdout

        years = [0, 11, -30, 11, -56, 0.5, 0, -0.5, 0, 100]
        for number, offset in enumerate(years):
            at(offset, "index")
            at(offset, "mark", "read", f"{world.briefs}/{number:05}.md")
            path = f"{world.briefs}/{(number + 3) % 10:05}.md"
            world.write((number + 3) % 10, text=f"Written at {offset}")
            os.utime(path, (time.time() + offset * YEAR,) * 2)
        at(0, "index")
        changed = sum(brief["changed"] for brief in world.list().values())
        marks = len(world.read()) + changed
        days = {name[-10:] for name in world.names(".backup-")}
        expect(marks == 10, f"wrong clock: {marks} marks of 10")
        expect(changed == 3, f"wrong clock: {changed} changes seen of 3")
        expect(len(days) == 3, f"wrong clock: copies of {days}")
        print(f"wrong clock: {len(years)} times set by up to 100 years, {marks} marks kept, "
              f"{changed} changes of files seen, copies of {len(days)} days")


def refused_locks(program):
    """Where a disk refuses locks, the program says so and reading goes on; nothing is damaged."""
    with World(program, 5) as world:
        world.run("index")
        world.run("mark", "read", world.briefs + "/00001.md")
        shim = build_shim(world.root)
        if not shim:
            return print("refused locks: left out, as there is no C compiler")
        environment = {"LD_PRELOAD": shim, "FAULT_LOCKS": "1"}
        for command in (("mark", "read", world.briefs), ("index",), ("list",), ("backup", world.root + "/c")):
            answer = world.ask(*command, environment=environment, timeout=60)
            expect(answer.returncode != 0 and answer.stderr, f"refused locks: {command}: {answer}")
        waits = []
        for paths in ((), (world.briefs,)):
            reader = world.open(*paths, environment=environment)
            reader.write(b"\r")
            seconds = reader.wait(lambda: reader.shows("Part"), 15)
            expect(seconds is not None, "refused locks: reading does not go on")
            waits.append(seconds or 0)
            reader.kill()
        expect(len(world.marks()) == 1, "refused locks: a mark is gone")
        world.check("refused locks")
        print(f"refused locks: told by 4 commands, reading went on after {max(waits):.1f} s, nothing "
              "damaged")


def quota_reached(program):
    """Over a quota marks wait, which is told; commands read as before, and all is kept after."""
    with World(program, 9) as world:
        world.run("index")
        shim = build_shim(world.root)
        if not shim:
            return print("quota reached: left out, as there is no C compiler")
        quota = world.root + "/quota"
        environment = {"LD_PRELOAD": shim, "FAULT_QUOTA": quota}
        before = world.ask("list").stdout
        reader = world.open(environment=environment)
        open(quota, "w").close()
        for command in (("list",), ("unread", "--count"), ("export", "--state"), ("list", "Part")):
            answer = world.ask(*command, environment=environment, timeout=60)
            expect(answer.returncode == 0 and answer.stdout, f"quota reached: {command}: {answer}")
        expect(world.ask("list", environment=environment).stdout == before, "quota reached: the list")
        answer = world.ask("mark", "read", world.briefs, environment=environment, timeout=60)
        expect(answer.returncode == 74 and b"quota" in answer.stderr, f"quota reached: {answer}")
        for _ in range(3):
            reader.press(b"Mj", quiet=0.3)
        expect(reader.shows("3 marks wait"), "quota reached: that marks wait is not told")
        expect(not world.marks(), "quota reached: a mark was kept")
        os.remove(quota)
        seconds = reader.wait(lambda: len(world.marks()) == 3, 12)
        expect(seconds is not None, "quota reached: marks are not kept after it")
        reader.leave()
        world.check("quota reached")
        print(f"quota reached: told, 5 commands read as before, 3 marks kept {seconds or 0:.1f} s after it")


def linked_folder(program):
    """A library that is reached through links is one library, whichever way one comes."""
    with World(program, 6) as world:
        world.run("index")
        os.symlink(world.state, world.root + "/link")
        linked = {"XDG_STATE_HOME": world.root + "/link"}
        reader = world.open(environment=linked)
        other = world.open()
        reader.press(b"M", quiet=0.3)
        other.press(b"jM", quiet=0.3)
        expect(other.wait(lambda: sum(other.marks()[0].values()) == 2, 2) is not None,
               "linked folder: the mark is not seen")
        reader.leave()
        other.leave()
        marks = len(world.marks())
        answer = world.ask("unread", "--count", environment=linked).stdout
        expect(marks == 2 and answer == b"4\n", f"linked folder: {marks} marks, {answer} unread")
        world.check("linked folder")
        print("linked folder: 2 readers by 2 ways, 2 marks, each seen by both")


def links_out(program):
    """Links to the whole machine and to what the system tells of itself are not followed, and told."""
    with World(program, 6) as world:
        os.symlink("/", world.briefs + "/machine")
        os.symlink("/proc/self", world.briefs + "/process")
        os.symlink("..", world.briefs + "/above")
        with open(world.root + "/outside.md", "w") as file:
            file.write("# Outside\n\nText.\n")
        answer = world.ask("index", timeout=60)
        expect(answer.returncode == 0, f"links out: {answer}")
        for name, why in (("machine", b"leads to a folder above"), ("above", b"leads to a folder above"),
                          ("process", b"the system's own (proc)")):
            expect(why in answer.stderr, f"links out: {name}: {answer.stderr}")
        expect(len(world.list()) == 6, f"links out: {len(world.list())} briefs of 6")
        began = time.monotonic()
        reader = world.open()
        reader.press(b"M", quiet=0.3)
        reader.settle(1)
        expect(reader.leave() == 0 and time.monotonic() - began < 30, "links out: the reader lingers")
        shown = world.ask("show", "--format", "jsonl", world.briefs, timeout=60).stdout
        expect(len(shown.splitlines()) == 6, f"links out: {len(shown.splitlines())} shown of 6")
        print("links out: to the machine, above and to the system's own: told, 6 briefs and no more")


def stopped_reader(program):
    """A reader that was stopped for a while has its marks and sees those that others made."""
    with World(program, 6) as world:
        world.run("index")
        reader = world.open()
        reader.press(b"M", quiet=0.3)
        os.kill(reader.session.process, signal.SIGSTOP)
        world.run("mark", "read", world.briefs + "/00002.md")
        time.sleep(0.5)
        os.kill(reader.session.process, signal.SIGCONT)
        seen = reader.wait(lambda: sum(reader.marks()[0].values()) == 2, 3)
        expect(seen is not None, "stopped reader: the other mark is not seen")
        reader.leave()
        expect(len(world.marks()) == 2, "stopped reader: a mark is lost")
        print(f"stopped reader: sees the other mark {(seen or 0) * 1000:.0f} ms after it goes on")
