"""Disks that are full or cannot be written. Needs the right to mount."""

import hashlib
import os
import sqlite3
import subprocess
import tempfile

from world import World, expect

LEFT_OUT = "left out, as nothing may be mounted here"

# The tables of the first version, which never change any more.
FIRST_VERSION = """
CREATE TABLE brief (
  id INTEGER PRIMARY KEY,
  fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) = 16),
  successor INTEGER REFERENCES brief ON DELETE SET NULL,
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  place_section TEXT,
  place_offset INTEGER CHECK (place_offset >= 0),
  changed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX brief_by_successor ON brief (successor) WHERE successor IS NOT NULL;
CREATE TABLE path (
  path TEXT PRIMARY KEY,
  brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX path_by_brief ON path (brief);
CREATE TABLE section_mark (
  brief INTEGER NOT NULL REFERENCES brief ON DELETE CASCADE,
  section TEXT NOT NULL,
  fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 16),
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (brief, section)
) STRICT, WITHOUT ROWID;
"""


def mounted(name, options, body):
    """Runs a body on a small disk, where one may be mounted."""
    disk = tempfile.mkdtemp(prefix="broadsheet-disk-")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", disk],
                      stderr=subprocess.DEVNULL).returncode != 0:
        os.rmdir(disk)
        return print(f"{name}: {LEFT_OUT}")
    try:
        body(disk)
    finally:
        subprocess.run(["umount", "-l", disk])
        os.rmdir(disk)


def fill(disk, but=0):
    """Leaves so many bytes free."""
    room = os.statvfs(disk)
    with open(disk + "/filler", "ab") as filler:
        filler.write(b"x" * max(0, room.f_bavail * room.f_frsize - but))


def free(disk):
    os.remove(disk + "/filler")


def full_while_reading(disk, program):
    """The status line says so, reading goes on, and marks that waited are kept when there is room."""
    with World(program, 40, state=disk + "/state") as world:
        world.register()
        reader = world.open()
        fill(disk)
        told = 0
        for _ in range(39):
            reader.press(b"M")
            told += reader.shows("disk is full")
            reader.press(b"j")
        expect(told > 0, "full disk: the status line does not say so")
        reader.press(b"\r", quiet=0.3)
        expect(reader.shows("Part"), "full disk: reading does not go on")
        reader.press(b"q", quiet=0.3)
        shown = {title for title, is_read in reader.marks()[0].items() if is_read}
        free(disk)
        world.check("full disk")
        before = len(world.marks())
        seconds = reader.wait(lambda: reader.shows("can be written again"), 8)
        expect(seconds is not None, "full disk: marks are not kept when there is room again")
        reader.leave()
        lost = shown - world.read()
        world.check("full disk")
        expect(not lost, f"full disk: {len(lost)} marks on the screen are lost")
        print(f"full disk: told {told} times, reading went on, {before} marks kept before there was "
              f"room, {len(world.marks())} after; {len(shown)} on the screen, {len(lost)} lost")


def full_at_the_end(disk, program):
    """A reader that leaves while the disk is full says how many marks are lost with it."""
    with World(program, 40, state=disk + "/state") as world:
        world.register()
        reader = world.open()
        fill(disk)
        for _ in range(39):
            reader.press(b"Mj", quiet=0.02)
        reader.settle()
        reader.leave()
        said = b"could not be kept" in reader.said
        free(disk)
        kept = len(world.marks())
        expect(said or kept == 39, f"full at the end: {kept} marks of 39 kept, and nothing said")
        world.check("full at the end")
        print(f"full at the end: {kept} marks of 39 kept, and the rest told")


def full_at_the_start(disk, program):
    """Marks that are made before there is room are kept once there is; old ones show."""
    for is_new in (False, True):
        with World(program, 6, state=disk + "/state") as world:
            if is_new:
                for name in os.listdir(world.folder):
                    os.remove(f"{world.folder}/{name}")
            else:
                world.run("index")
                world.run("mark", "read", world.briefs + "/00000.md")
            fill(disk)
            for paths in [(world.briefs,)] if is_new else [(world.briefs,), ()]:
                reader = world.open(*paths)
                name = f"full at the start ({'new' if is_new else 'old'} library, {len(paths)} paths)"
                expect(reader.shows("disk is full"), name + ": nothing is said")
                shown = [title for title, is_read in reader.marks()[0].items() if is_read]
                expect(is_new or "Brief 00000" in shown, f"{name}: {shown} are shown as read")
                reader.press(b"gM", quiet=0.2)
                reader.press(b"jM", quiet=0.2)
                made = {title for title, is_read in reader.marks()[0].items() if is_read}
                expect(len(made) == 2 + len(shown), f"{name}: {made} are marked")
                world.write(6 + len(paths))
                free(disk)
                seconds = reader.wait(lambda: reader.shows("can be written again"), 8)
                expect(seconds is not None, name + ": is not opened when there is room")
                if not paths:
                    seen = reader.wait(lambda: reader.shows("of 8 unread"), 8)
                    expect(seen is not None, name + ": a new file is not seen once there is room")
                reader.press(b"gjjM", quiet=0.3)
                reader.leave()
                world.check(name, ["library.sqlite"])
                kept = len(world.marks())
                expect(kept == 3 + len(shown), f"{name}: {kept} marks, not {3 + len(shown)}")
                print(f"{name}: told, kept {kept} marks of {3 + len(shown)}, "
                      f"{seconds or 0:.1f} s after there was room")
                if not is_new and paths:
                    world.run("mark", "unread", *(world.briefs + f"/0000{n}.md" for n in range(1, 6)))
                    fill(disk)
        if os.path.exists(disk + "/filler"):
            free(disk)
        subprocess.run(["rm", "-rf", disk + "/state"])


def full_from_start_to_end(disk, program):
    """A library that could never be opened: how many marks are lost with the reader is told."""
    with World(program, 6, state=disk + "/state") as world:
        world.run("index")
        world.run("mark", "read", world.briefs + "/00005.md")
        fill(disk)
        for paths in ((world.briefs,), ()):
            reader = world.open(*paths)
            name = f"full from start to end ({len(paths)} paths)"
            for keys in (b"gM", b"jM", b"jM"):
                reader.press(keys, quiet=0.2)
            expect(reader.shows("3 marks wait"), f"{name}: that marks wait is not said")
            reader.press(b"j", quiet=0.2)
            expect(reader.shows("3 marks wait"), f"{name}: that marks wait is said but once")
            reader.leave()
            expect(b"3 marks could not be kept" in reader.said, f"{name}: {reader.said[-300:]}")
        free(disk)
        world.check("full from start to end", ["library.sqlite"])
        marks = len(world.marks())
        expect(marks == 1, f"full from start to end: {marks} marks, not 1")
        print("full from start to end: told with each mark, and at the end that 3 are lost, twice")


def full_in_bulk(disk, program):
    """A bulk mark, an import, a copy and an index for which there is too little room."""
    with World(program, 1000, state=disk + "/state") as world:
        world.register()
        world.run("mark", "star", world.briefs + "/00001.md")
        state = world.run("export", "--state")
        refused = 0
        for room in (0, 16, 48, 96, 160):
            before = world.marks()
            fill(disk, but=room * 1024)
            for command in (("mark", "read", "in:" + world.briefs), ("backup", disk + "/copy"),
                            ("import", "--state", "-"), ("index",)):
                answer = world.ask(*command, input=state)
                refused += answer.returncode != 0
                expect(answer.returncode == 0 or b"full" in answer.stderr,
                       f"full in bulk: {command[0]}: {answer.returncode} {answer.stderr}")
            left = [name for name in os.listdir(disk) + os.listdir(world.folder) if ".part-" in name]
            expect(not left, f"full in bulk: {left} are left")
            free(disk)
            if os.path.exists(disk + "/copy"):
                os.remove(disk + "/copy")
            world.check("full in bulk")
            marks = len(world.marks())
            expect(marks in (len(before), 1000), f"full in bulk: {marks} marks of 1000")
            world.run("mark", "unread", "in:" + world.briefs)
        expect(refused > 5, f"full in bulk: only {refused} commands were refused")
        print(f"full in bulk: {refused} of 20 commands refused, all of a mark's 1000 or none kept")


def first_version(world, count):
    """Puts a library of the first version in the place of the world's."""
    for name in world.names("library.sqlite"):
        os.remove(f"{world.folder}/{name}")
    database = sqlite3.connect(world.library)
    database.executescript(FIRST_VERSION)
    for number in range(count):
        key = hashlib.blake2b(str(number).encode(), digest_size=16).digest()
        database.execute("INSERT INTO brief VALUES (?, ?, NULL, 1, NULL, NULL, 1)", (number + 1, key))
        database.execute("INSERT INTO section_mark VALUES (?, 'part', ?, 1)", (number + 1, key))
    database.execute(f"PRAGMA application_id = {0x42726473}")
    database.execute("PRAGMA user_version = 1")
    database.commit()
    database.close()
    os.chmod(world.library, 0o600)


def version_of(path):
    return sqlite3.connect(path).execute("PRAGMA user_version").fetchone()[0]


def full_in_migration(disk, program):
    """A library of an earlier version stays as it is until there is room, and is copied first."""
    with World(program, 3, state=disk + "/state") as world:
        first_version(world, 3000)
        size = os.path.getsize(world.library)
        refused, versions = 0, []
        for room in (0, size // 2, size + 8192, size + 65536):
            fill(disk, but=room)
            answer = world.ask("folders")
            free(disk)
            if answer.returncode == 0:
                break
            refused += 1
            expect(b"full" in answer.stderr, f"full in migration: {answer.stderr}")
            versions.append(version_of(world.library))
            expect(len(world.marks()) == 3000, "full in migration: marks are missing")
            expect(not world.names(".part-"), "full in migration: half a copy is left")
        world.run("folders")
        # All steps or none: they may have been taken where the disk was full only for the rest.
        whole = (1, version_of(world.library))
        expect(whole[1] > 1 and all(version in whole for version in versions),
               f"full in migration: half of it, {versions}")
        expect(versions[0] == 1, "full in migration: brought forward without a copy")
        world.check("full in migration", ["library.sqlite", "library.sqlite.version-1"])
        marks = len(world.marks())
        expect(marks == 3000, f"full in migration: {marks} marks of 3000")
        expect(refused > 1, f"full in migration: refused {refused} times")
        print(f"full in migration: refused {refused} times, whole after each, then {marks} marks and a copy")


READING = (("list",), ("search", "Text"), ("unread",), ("unread", "--count"), ("folders",),
           ("export", "--state"))


def answers(world, copy):
    """What commands say that only read; each must do so, also to copy the library elsewhere."""
    said = [world.run(*command) for command in READING]
    world.run("backup", copy)
    os.remove(copy)
    expect(all(said), f"reading commands: {said}")
    return said


def full_for_commands(disk, program):
    """Commands that only read go on doing so, be there a log or not."""
    with World(program, 5, state=disk + "/state") as world, \
            tempfile.TemporaryDirectory() as elsewhere:
        world.run("index")
        world.run("mark", "read", world.briefs + "/00004.md")
        before = answers(world, elsewhere + "/copy")
        fill(disk)
        expect(answers(world, elsewhere + "/copy") == before, "full for commands: other answers")
        reader = world.open()
        expect(answers(world, elsewhere + "/copy") == before, "full, with a reader: other answers")
        reader.leave()
        answer = world.ask("mark", "read", world.briefs)
        expect(answer.returncode == 74, f"full for commands: mark ended with {answer.returncode}")
        free(disk)
        world.check("full for commands")
        print(f"full for commands: {len(READING) + 1} commands read as before, with a reader and without")


def read_only(disk, program):
    with World(program, 5, state=disk + "/state") as world:
        world.run("index")
        world.run("mark", "read", world.briefs + "/00004.md")
        with tempfile.TemporaryDirectory() as elsewhere:
            said = answers(world, elsewhere + "/copy")
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
            expect(answers(world, elsewhere + "/copy") == said, "read-only: other answers")
        before = world.digest()
        for paths in ((), (world.briefs,)):
            reader = world.open(*paths)
            expect(reader.shows("arks cannot be kept"), "read-only: nothing is said")
            expect(reader.marks()[0].get("Brief 00004"), "read-only: old marks do not show")
            reader.press(b"M", quiet=0.3)
            reader.press(b"\r", quiet=0.3)
            expect(reader.shows("Part"), "read-only: reading does not go on")
            expect(reader.leave() == 74, "read-only: the loss is not in the status")
        answer = world.ask("mark", "read", world.briefs)
        expect(answer.returncode == 74, f"read-only: mark ended with {answer.returncode}")
        count = world.ask("unread", "--count").stdout
        expect(count == b"4\n", f"read-only: {count} are unread")
        expect(world.digest() == before, "read-only: the file was changed")
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        world.check("read-only")
        print("read-only: told, reading went on, old marks shown, nothing changed")


# What is done on a disk of its own, and how large that is.
SCENES = {
    "full_while_reading": (full_while_reading, "3m"),
    "full_at_the_end": (full_at_the_end, "3m"),
    "full_at_the_start": (full_at_the_start, "3m"),
    "full_from_start_to_end": (full_from_start_to_end, "3m"),
    "full_for_commands": (full_for_commands, "3m"),
    "full_in_bulk": (full_in_bulk, "24m"),
    "full_in_migration": (full_in_migration, "8m"),
    "read_only": (read_only, "8m"),
}


def run(name, program):
    scene, size = SCENES[name]
    mounted(name, "size=" + size, lambda disk: scene(disk, program))
