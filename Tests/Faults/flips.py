"""Single bits of a library and of an index that flip where records say what their columns are."""

import os
import random
import shutil
import sqlite3

from world import World, expect

PAGE = 4096
LEAVES = (0x0A, 0x0D)
# What has the types that a program may trip over, and few rows each, so that it is one page.
TABLES = ("brief", "section_mark", "touched", "counts", "file", "outlet", "host", "source", "naming")


def _heads(path):
    """The first bytes of each cell of these tables
    (https://www.sqlite.org/fileformat2.html#b_tree_pages)."""
    with open(path, "rb") as file:
        whole = file.read()
    database = sqlite3.connect(path)
    roots = database.execute(
        f"SELECT rootpage FROM sqlite_schema WHERE name IN ({', '.join('?' * len(TABLES))})", TABLES)
    pages = [(root - 1) * PAGE for root, in roots]
    database.close()

    def number(at):
        return int.from_bytes(whole[at:at + 2], "big")

    for page in pages:
        expect(whole[page] in LEAVES, f"flipped bits: {path} has more than a page of a table")
        for cell in range(number(page + 3)):
            start = page + number(page + 8 + 2 * cell)
            yield from range(start, min(start + 10, page + PAGE))


def _flip(path, heads):
    place = random.choice(heads)
    with open(path, "r+b") as file:
        file.seek(place)
        byte = file.read(1)[0]
        file.seek(place)
        file.write(bytes([byte ^ 1 << random.randrange(8)]))
    return place


def flipped_bits(program, rounds):
    """No command and no list ends by it, and the second who comes finds all in order."""
    with World(program, 8) as world:
        world.run("index")
        world.run("mark", "read", "in:" + world.briefs)
        world.run("mark", "star", world.briefs + "/00003.md")
        paths = (world.library, world.index)
        for path in paths:
            database = sqlite3.connect(path)
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            database.close()
        heads = {path: list(_heads(path)) for path in paths}
        kept = world.root + "/kept"
        shutil.copytree(world.folder, kept)
        told = 0
        for number in range(rounds):
            path = paths[number % 2]
            what = f"flipped bit {_flip(path, heads[path])} of {os.path.basename(path)}"
            said = b""
            for command in (("list",), ("export", "--state"), ("search", "text"), ("unread",)):
                said += world.ask(*command).stderr
            told += b"damaged" in said
            reader = world.open()
            reader.settle(0.3)
            expect(reader.shows("Brief 0000"), f"{what}: {reader.screen.display}")
            reader.press(b"M", quiet=0.2)
            reader.leave()
            for command in (("list",), ("export", "--state")):
                last = world.ask(*command)
                expect(last.returncode == 0, f"{what}: {command}: {last.stderr}")
            shutil.rmtree(world.folder)
            shutil.copytree(kept, world.folder)
        print(f"flipped bits: {rounds}, {told} told, no command and no reader ended by one")
