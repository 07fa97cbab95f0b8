"""Library files that are damaged, replaced and imported."""

import json
import os
import random
import shutil
import sqlite3

from world import World, expect


def overwrite(path, start, length):
    """Puts noise into a file; a negative start counts from its end."""
    size = os.path.getsize(path)
    start = max(0, size + start if start < 0 else start)
    with open(path, "r+b") as file:
        file.seek(start)
        file.write(random.randbytes(max(0, min(length, size - start))))


def cut(path, part):
    os.truncate(path, int(os.path.getsize(path) * part))


# What is done to the file, and whether the copy of the day must take its place.
REGIONS = {
    "head": (lambda path: overwrite(path, 0, 100), True),
    "tables": (lambda path: overwrite(path, 100, 3996), True),
    "a page in the middle": (lambda path: overwrite(path, os.path.getsize(path) // 2 & ~4095, 4096),
                             None),
    "half of the pages": (lambda path: overwrite(path, 8192, os.path.getsize(path) // 2), True),
    "the last pages": (lambda path: overwrite(path, -16384, 16384), None),
    "cut to a half": (lambda path: cut(path, 0.5), True),
    "cut within the head": (lambda path: cut(path, 0.001), True),
    "nothing but zeros": (lambda path: (cut(path, 0), os.truncate(path, 65536)), True),
}


def damaged_world(program, files):
    """A library with a copy of the day that has all its marks."""
    world = World(program, files)
    world.run("index")
    world.run("mark", "read", "in:" + world.briefs)
    for name in world.names(".backup-"):
        os.remove(f"{world.folder}/{name}")
    world.run("index")
    expect(len(world.names(".backup-")) == 1, "damage: there is no copy")
    return world


def restore_state(world, kept):
    shutil.rmtree(world.folder)
    shutil.copytree(kept, world.folder)


def use(world):
    """What one does with a library, a crash aside; what was said."""
    said = b""
    for command in (("list",), ("mark", "star", world.briefs + "/00001.md"),
                    ("mark", "unstar", "is:starred"), ("export", "--state"), ("index",)):
        said += world.ask(*command).stderr
    return said.decode(errors="replace")


def damaged_library(program, rounds, files):
    """Whatever region is damaged: all marks are there again, and the user is told what and where."""
    with damaged_world(program, files) as world:
        marks = world.marks()
        kept = world.root + "/kept"
        shutil.copytree(world.folder, kept)
        restored = intact = by_hand = 0
        for number in range(rounds):
            region = list(REGIONS)[number % len(REGIONS)]
            damage, must_restore = REGIONS[region]
            damage(world.library)
            # Who meets the damage notes it, and the next one mends it.
            said = use(world) + use(world)
            if world.ask("doctor", "--check-library").returncode != 0:
                expect(must_restore is None, f"damaged {region}: it was not met: {said}")
                by_hand += 1
                said += world.run("doctor", "--restore-library").decode()
            aside = world.names(".damaged-")
            if must_restore or aside:
                restored += 1
                expect(len(aside) > 0, f"damaged {region}: nothing was moved aside: {said}")
                expect(aside and world.folder + "/" + aside[0] in said and ".backup-" in said,
                       f"damaged {region}: it is not told: {said}")
            else:
                intact += 1
            world.check(f"damaged {region}", ["library.sqlite"])
            lost = len(marks - world.marks())
            expect(lost == 0, f"damaged {region}: {lost} of {len(marks)} marks lost")
            check = world.ask("doctor", "--check-library")
            expect(check.returncode == 0, f"damaged {region}: {check.stderr}")
            restore_state(world, kept)
        print(f"damaged library: {rounds} times, {restored} restored and told with both names "
              f"({by_hand} by doctor), {intact} harmless, no mark of {len(marks)} lost")
        damaged_reader(world, marks, kept)
        damaged_before_reader(world, marks, kept)
        damaged_log(world, rounds)
        damaged_copies(world, kept)


def damaged_reader(world, marks, kept):
    """A reader that meets damage says so and goes on; at its end it restores the library for the marks
    that wait, and says that once."""
    reader = world.open()
    overwrite(world.library, 4096, os.path.getsize(world.library))
    for keys in (b"M", b"j", b"M", b"A", b"y"):
        reader.press(keys, quiet=0.3)
    reader.press(b"\r", quiet=0.3)
    expect(reader.shows("Part"), "damaged reader: reading does not go on")
    expect(reader.leave() == 0, f"damaged reader: a loss is in the status: {reader.said[-300:]}")
    expect(b"library was damaged" in reader.said, "damaged reader: what was done is not told")
    expect(world.ask("folders").stderr == b"", "damaged reader: it is told twice")
    lost = len(marks - world.marks())
    expect(lost == 0, f"damaged reader: {lost} of {len(marks)} marks lost")
    restore_state(world, kept)
    print(f"damaged under a reader: told, reading went on, {len(marks)} marks restored")


def damaged_before_reader(world, marks, kept):
    """A reader that starts on a library that opens, and whose marks cannot be read, lists all briefs:
    it has restored it, or the next one does."""
    for tables in (("touched", "section_mark"), ("folder",), ("section_mark",)):
        database = sqlite3.connect(world.library)
        roots = [database.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
                 .fetchone()[0] for table in tables]
        size = database.execute("PRAGMA page_size").fetchone()[0]
        database.close()
        for root in roots:
            overwrite(world.library, (root - 1) * size, size)
        what = f"damaged before a reader: {tables}"
        reader = world.open()
        reader.settle()
        rows, _ = reader.marks()
        expect(len(rows) > 10, f"{what}: {len(rows)} rows")
        expect(all(rows.values()), f"{what}: what is read shows as unread")
        expect(reader.shows("damaged"), f"{what}: nothing is said: {reader.screen.display[-2:]}")
        reader.leave()
        reader = world.open()
        reader.settle()
        reader.leave()
        lost = len(marks - world.marks())
        expect(lost == 0, f"{what}: {lost} of {len(marks)} marks lost")
        expect(len(world.names(".damaged-")) > 0, f"{what}: it was not restored")
        restore_state(world, kept)
    print(f"damaged before a reader: all rows listed three times, {len(marks)} marks restored")


def damaged_log(world, rounds):
    """Of a damaged log only what was not in the file can be lost; the file stays whole."""
    worst = 0
    for number in range(rounds):
        reader = world.open()
        for keys in (b"M", b"j", b"M", b"j"):
            reader.press(keys)
        reader.kill()
        log, memory = world.library + "-wal", world.library + "-shm"
        size = os.path.getsize(log)
        expect(size > 0, "damaged log: nothing is in the log")
        what = number % 4
        marks = world.marks_of_copy() if what == 2 else None
        if what == 0:
            overwrite(log, random.randrange(size), 4096)
        elif what == 1:
            os.truncate(log, random.randrange(size))
        elif what == 2:
            overwrite(memory, 0, 32768)
        else:
            overwrite(log, 0, 32)
        said = use(world)
        world.check("damaged log", ["library.sqlite"])
        expect(not world.names(".damaged-"), f"damaged log: the library was moved aside: {said}")
        left = world.marks()
        lost = len(marks - left) if marks else 0
        expect(lost == 0, f"damaged log's index: {lost} marks of {len(marks or ())} lost")
        worst = max(worst, len(world.list()) - len(left))
        world.run("mark", "read", "in:" + world.briefs)
    expect(worst <= 2, f"damaged log: {worst} marks lost")
    print(f"damaged log: {rounds} times, the file whole, no mark but those of the log lost")


def damaged_copies(world, kept):
    """With all copies damaged a new library is started, and the damaged file kept."""
    copy = f"{world.folder}/{world.names('.backup-')[0]}"
    older = copy[:-10] + "2001-01-01"
    shutil.copy(copy, older)
    overwrite(copy, 4096, 65536)
    overwrite(world.library, 0, 100)
    said = use(world)
    expect(older in said, f"damaged copies: the older copy was not taken: {said}")
    overwrite(world.library, 0, 100)
    overwrite(older, 0, 65536)
    for name in world.names(".backup-"):
        overwrite(f"{world.folder}/{name}", 4096, 65536)
    said = use(world)
    expect("no backup was there" in said, f"damaged copies: {said}")
    expect(len(world.names(".damaged-")) >= 2, "damaged copies: a damaged file is not kept")
    world.check("damaged copies", ["library.sqlite"])
    restore_state(world, kept)
    print("damaged copies: the older one taken, then a new library, both damaged files kept")


def replaced_library(program):
    """A file that is removed or replaced under a reader takes no marks, which is told; at the end the
    one in its place takes them, or one that is restored there."""
    with World(program, 5) as world:
        for is_replaced in (False, True):
            world.register()
            reader = world.open()
            reader.press(b"M", quiet=0.2)
            for name in world.names("library.sqlite"):
                os.rename(f"{world.folder}/{name}", f"{world.root}/{is_replaced}-{name}")
            if is_replaced:
                world.run("folders")
                world.run("mark", "star", world.briefs + "/00003.md")
            reader.press(b"jM", quiet=0.3)
            expect(reader.shows("was moved or replaced"), "replaced library: nothing is said")
            if is_replaced:
                expect(not world.marks(), "replaced library: the other file took the mark untold")
                expect(reader.leave() == 0, f"replaced library: {reader.said}")
                expect(len(world.marks()) == 1, "replaced library: the mark is not in the other file")
            else:
                expect(reader.leave() == 0, f"replaced library: {reader.said}")
                expect(b"is gone" in reader.said, "replaced library: the loss is not told")
                expect(len(world.marks()) == 2, "replaced library: the marks are not in the new file")
                expect(world.ask("folders").stderr == b"", "replaced library: it is told twice")
            world.run("add", world.briefs)
        print("replaced library: told twice, marks kept in the file that lies there at the end, and those "
              "of the file that is gone")


def lost_library(program):
    """A library that is gone or has no bytes is restored from its copy, and that is told once."""
    for is_emptied in (False, True):
        world = damaged_world(program, 20)
        marks = world.marks()
        check = world.ask("doctor", "--check-library")
        expect(check.returncode == 0, f"lost library: before: {check.stderr}")
        for name in world.names("library.sqlite"):
            if ".backup-" not in name:
                os.remove(f"{world.folder}/{name}")
        if is_emptied:
            open(world.library, "w").close()
        check = world.ask("doctor", "--check-library")
        expect(check.returncode == 1 and b"--restore-library" in check.stderr,
               f"lost library: the check says {check.stderr}")
        expect((b"has no bytes" if is_emptied else b"is gone") in check.stderr,
               f"lost library: the check says {check.stderr}")
        reader = world.open()
        reader.leave()
        said = " ".join(reader.screen.display) + reader.said.decode(errors="replace")
        expect(world.marks() == marks, f"lost library: {len(world.marks())} of {len(marks)} marks")
        expect("library" in said, "lost library: the reader says nothing")
        expect(world.ask("folders").stderr == b"", "lost library: it is told twice")
        world.check("lost library")
        world.remove()
    print("lost library: gone or without bytes, restored from the copy of the day and told once")


def odd_places(program):
    """What is no file in the place of the library or its index is told at once, and hangs nobody."""
    kinds = {"a pipe": os.mkfifo, "a folder": os.mkdir,
             "a link that leads nowhere": lambda path: os.symlink(path, path)}
    with World(program, 3) as world:
        world.run("index")
        commands = [("list",), ("unread", "--count"), ("doctor", "--check-library"),
                    ("doctor", "--restore-library"), ("backup", world.root + "/copy"), ("folders",)]
        for path in (world.library, world.index):
            os.rename(path, path + ".kept")
            for what, make in kinds.items():
                make(path)
                for command in commands:
                    # These do not look at the index.
                    if path == world.index and command[-1] in (
                            "--restore-library", world.root + "/copy", "folders"):
                        continue
                    answer = world.ask(*command, timeout=20)
                    expect(answer.returncode != 0 and f"is {what} and not a file".encode()
                           in answer.stderr, f"odd places: {what}: {command}: {answer}")
                reader = world.open()
                reader.leave()
                said = " ".join(reader.screen.display) + reader.said.decode(errors="replace")
                expect(what in " ".join(said.split()), f"odd places: {what}: the reader says {said}")
                (os.rmdir if what == "a folder" else os.remove)(path)
            os.rename(path + ".kept", path)
        check = world.ask("doctor", "--check-library")
        expect(check.returncode == 0, f"odd places: in the end {check.stderr}")
        print(f"odd places: {len(kinds)} kinds in two places told by {len(commands)} commands")


def hostile_imports(program, rounds):
    """An import is taken whole or refused whole with the place, and a second one changes nothing."""
    with World(program, 30) as world:
        world.run("index")
        world.run("mark", "read", "in:" + world.briefs)
        state = world.run("export", "--state")
        # What is marked unread here is newer than what comes, and stays so.
        world.run("mark", "unread", "in:" + world.briefs)
        newer = world.ask("import", "--state", "-", input=state).stdout
        expect(b"new are 0 marks" in newer and not world.marks(), f"import over newer: {newer}")
        # On another machine nothing is known of these briefs.
        for name in world.names("library.sqlite") + world.names("index."):
            os.remove(f"{world.folder}/{name}")
        world.run("add", world.briefs)
        world.run("index")
        first = world.ask("import", "--state", "-", input=state).stdout
        # A section of each brief, and the lede before it.
        expect(b"new are 60 marks" in first, f"import: {first}")
        before = world.digest()
        second = world.ask("import", "--state", "-", input=state).stdout
        expect(b"new are 0 marks, and the star or place of 0" in second, f"import: {second}")
        expect(world.run("export", "--state") == state and world.digest() == before,
               "import: the second one changed something")
        refused = taken = 0
        for number in range(rounds):
            before = world.run("export", "--state")
            data = bytearray(state)
            if number % 2:
                del data[random.randrange(len(data) - 2):]
            else:
                for _ in range(random.randrange(1, 4)):
                    data[random.randrange(len(data))] = random.randrange(256)
            answer = world.ask("import", "--state", "-", input=bytes(data))
            if answer.returncode == 65:
                refused += 1
                expect(b"nothing was taken over" in answer.stderr, f"import: {answer.stderr}")
                expect(world.run("export", "--state") == before, "import: a refused one changed something")
            else:
                taken += 1
                expect(answer.returncode == 0 and number % 2 == 0,
                       f"import: {answer.returncode} {answer.stderr}")
        world.check("import")
        hostile = [b"", b"[" * 100000, b'{"schema":"broadsheet.state/1","briefs":[' + b"{" * 5000,
                   b"\xff\xfe\x00", b'{"schema":"broadsheet.state/2","briefs":[]}', bytes(1 << 20),
                   state.replace(b'"time":1', b'"time":-1', 1), state + state]
        for data in hostile:
            answer = world.ask("import", "--state", "-", input=data)
            expect(answer.returncode == 65, f"import: {data[:40]}: {answer.returncode}")
        expect(json.loads(world.run("export", "--state"))["schema"] == "broadsheet.state/1", "export")
        print(f"imports: twice the same, {rounds} damaged: {refused} refused, {taken} were still whole; "
              f"{len(hostile)} hostile ones refused")
