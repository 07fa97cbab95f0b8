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
import subprocess
import sys
import tempfile
import threading
import time

from world import INDEX, World, expect, failures


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


def killed_while_forgetting(program, rounds):
    """Indexers that make the words anew are killed; what is searched is found all the while."""
    files = 150
    world = World(program, files)
    for number in range(rounds):
        for brief in range(files):
            world.write(brief, text=f"Round{number} of")
        for _ in range(3):
            process = subprocess.Popen([world.program, "index"], env=world.environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.random() * 0.25)
            process.kill()
            process.wait()
        world.run("index")
        for query, count in ((f"round{number}", files), (f"round{number - 1}", 0)):
            found = json.loads(world.run("list", "--format", "json", query))["briefs"]
            expect(len(found) == count, f"killed while forgetting: {query} finds {len(found)}")
    world.check("killed while forgetting")
    rows = world.ask("SELECT count(*) FROM words_docsize")
    expect(rows <= files + 257, f"killed while forgetting: {rows} rows of words")
    print(f"killed while forgetting: {3 * rounds} times, {rows} rows of {files * rounds}")
    world.remove()


def damaged_index(program):
    """A page of an open index is overwritten; the reader has its briefs again, and no mark is lost."""
    world = World(program, 40)
    world.run("index")
    world.run("mark", "read", world.briefs + "/00003.md")
    page = world.ask("SELECT rootpage FROM sqlite_schema WHERE name = 'brief_by_state'")
    with open(f"{world.state}/broadsheet/{INDEX}", "r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    told = subprocess.run([world.program, "list"], env=world.environment, capture_output=True)
    expect(b"was damaged" in told.stderr, "damaged index: nothing is said")
    reader = world.open()
    reader.settle()
    expect(reader.shows("39 of 40 unread"), "damaged index: its briefs are not there again")
    reader.leave()
    world.check("damaged index")
    print("damaged index: told, made anew, marks kept")
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
    killed_while_forgetting(options.program, options.rounds)
    damaged_index(options.program)
    changed_while_indexing(options.program, options.files)
    four_at_once(options.program)
    full_disk(options.program)
    read_only(options.program)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
