"""Indexers that are killed while they make words anew, and indexes that are damaged."""

import json
import os
import random
import subprocess
import time

from world import World, expect


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
    rows = world.index_value("SELECT count(*) FROM words_docsize")
    expect(rows <= files + 257, f"killed while forgetting: {rows} rows of words")
    print(f"killed while forgetting: {3 * rounds} times, {rows} rows of {files * rounds}")
    world.remove()


def damaged_index(program):
    """A page of an open index is overwritten; the reader has its briefs again, and no mark is lost."""
    world = World(program, 40)
    world.run("index")
    world.run("mark", "read", world.briefs + "/00003.md")
    page = world.index_value("SELECT rootpage FROM sqlite_schema WHERE name = 'brief_by_state'")
    with open(world.index, "r+b") as file:
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


def remade_at_once(program, rounds):
    """Many that meet one damaged index at once end with one file and one log."""
    with World(program, 20) as world:
        world.run("index")
        readers = [world.open() for _ in range(3)]
        open_files = 0
        for number in range(rounds):
            with open(world.index, "r+b") as file:
                file.seek(0 if number % 2 else 4096)
                file.write(b"\xff" * 65536)
            commands = [world.start("list") for _ in range(4)]
            for reader in readers:
                reader.write(b"jr")
            for command in commands:
                command.communicate()
            for reader in readers:
                reader.settle()
                names = open_names(reader.session.process, world.folder)
                logs = [name for name in names if name.startswith(world.index + "-wal")]
                expect(world.index not in names or world.index + "-wal" in logs,
                       f"remade at once: a log that is gone: {names}")
                open_files += world.index in names
        for reader in readers:
            expect(reader.leave() == 0, "remade at once: a reader fails")
        world.run("index")
        expect(len(world.list()) == 20, "remade at once: briefs are missing")
        world.check("remade at once")
        expect(open_files > 0, "remade at once: no reader has the index open")
        print(f"remade at once: {rounds} times by 3 readers and 4 commands, one file and one log each time")


def open_names(process, folder):
    """What a process has open in a folder."""
    names = set()
    for descriptor in os.listdir(f"/proc/{process}/fd"):
        try:
            name = os.readlink(f"/proc/{process}/fd/{descriptor}")
        except OSError:
            continue
        if name.startswith(folder):
            names.add(name)
    return names
