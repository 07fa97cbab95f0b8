"""Programs that are killed at random moments while they mark and while they index."""

import os
import random
import signal
import subprocess
import time

from surroundings import has_briefs
from world import World, expect

# As many briefs are marked in one batch, by a command and by a reader; the reader marks no more than
# so many at once.
BATCH, READER_BATCH, AT_ONCE = 1024, 256, 1000
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)


def killed_while_marking(program, rounds):
    """What a screen showed is kept; of the last key, sent a moment before, it may be shown or not."""
    with World(program, 20) as world:
        world.run("index")
        shown = lost = told = 0
        for _ in range(rounds):
            reader = world.open()
            for _ in range(random.randrange(6)):
                reader.press(random.choice([b"j", b"k", b"M"]), quiet=0.02)
            # A busy machine shows a key later than it keeps its mark.
            reader.settle(quiet=0.1)
            before, here = reader.marks()
            reader.write(b"M")
            time.sleep(random.random() * 0.006)
            reader.kill()
            after, _ = reader.marks()
            # What another program holds up waits, and the status line says so.
            is_told = reader.shows("to be kept")
            told += is_told
            world.check("killed while marking")
            kept = world.read()
            for title, is_read in after.items():
                shown += is_read
                is_old = title == here and is_read == before[here]
                lost += (title in kept) != is_read and not is_old and not is_told
        expect(lost == 0, f"killed while marking: {lost} marks lost")
        expect(shown > 0, "killed while marking: no mark was on a screen")
        expect(told < rounds / 2, f"killed while marking: {told} times some waited, and none were looked at")
        print(f"killed while marking: {rounds} times, {shown} marks on screens, {lost} lost, "
              f"{told} times told that some wait")


def killed_in_bulk(program, rounds, files):
    """The marks of a batch are all there or none, whatever ends a command."""
    with World(program, files) as world:
        world.run("index")
        seconds = world.seconds("mark", "read", "in:" + world.briefs)
        ends = {"all": 0, "none": 0, "some": 0, "ended before": 0}
        total = len(world.marks())
        expect(total == files, f"killed in bulk: {total} marks of {files}")
        for _ in range(rounds):
            before = len(world.marks())
            process = world.start("mark", "unread" if before else "read", "in:" + world.briefs)
            # The marks are kept in its first half; their texts take the rest.
            time.sleep(random.random() * random.random() * seconds)
            ends["ended before"] += process.poll() is not None
            process.send_signal(random.choice(SIGNALS))
            process.communicate()
            after = len(world.marks())
            expect(after % BATCH in (0, total % BATCH), f"killed in bulk: {after} marks of {total}")
            ends["none" if after == before else "all" if after in (0, total) else "some"] += 1
            world.check("killed in bulk", ["library.sqlite"])
        expect(ends["ended before"] < rounds, "killed in bulk: none was killed at work")
        print(f"killed in bulk: {rounds} times {total} marks, all of them kept {ends['all']} times, "
              f"whole batches {ends['some']} times, none {ends['none']} times; {ends['ended before']} had ended before")


def bulk_on_screen(program, rounds, files):
    """A reader that says that all are marked has kept them, and undo takes them all back."""
    with World(program, files) as world:
        world.run("index")
        said = 0
        for _ in range(rounds):
            world.run("mark", "unread", "in:" + world.briefs)
            reader = world.open()
            reader.press(b"A")
            reader.write(b"y")
            reader.wait(lambda: random.random() < 0.05 or reader.shows("marked read"), 5)
            reader.kill(random.choice(SIGNALS))
            is_said = reader.shows("marked read")
            said += is_said
            kept = len(world.marks())
            batch = files if files <= AT_ONCE else READER_BATCH
            expect(kept == files or kept % batch == 0 and not is_said,
                   f"bulk on screen: {kept} marks of {files}, said: {is_said}")
        world.check("bulk on screen")
        print(f"bulk on screen: ended {rounds} times, {said} had said so, {files} marks or none")
        undo(world, files)


def undo(world, files):
    """Undo goes back through a whole run, bulk marks among its steps."""
    world.run("mark", "unread", "in:" + world.briefs)
    world.run("mark", "star", world.briefs + "/00003.md")
    before = world.list()
    reader = world.open()
    steps = [b"M", b"jjM", b"jf", b"A", b"jM", b"kkM"]
    for keys in steps:
        reader.press(keys, quiet=0.2)
        if keys == b"A":
            reader.press(b"y", quiet=0.5)
            reader.wait(lambda: reader.shows("marked read"), 60)
            marked = len(world.marks())
            expect(marked == files, f"undo: {marked} of {files} marked")
    expect(world.list() != before, "undo: nothing was marked")
    for _ in steps:
        reader.press(b"u", quiet=0.3)
        reader.wait(lambda: not reader.shows("Undoing"), 60)
    reader.settle()
    expect(world.list() == before, "undo: not everything was undone")
    for _ in steps:
        reader.press(b"U", quiet=0.3)
        reader.wait(lambda: not reader.shows("Doing again"), 60)
    reader.settle()
    again = len(world.marks())
    expect(again == files - 2, f"undo: {again} marks after doing all again, not {files - 2}")
    reader.leave()
    print(f"undo: {len(steps)} steps, one of them {files} marks, undone and done again")


def killed_while_indexing(program, rounds, files):
    """An index goes on where it was, is whole after each kill, and the marks stay."""
    with World(program, files) as world:
        seconds = world.seconds("index")
        world.run("mark", "read", *(f"{world.briefs}/{number:05}.md" for number in range(20)))
        marks = world.marks()
        at_work = partial = 0
        for number in range(rounds):
            if number % 3 == 0:
                for name in world.names(os.path.basename(world.index)):
                    os.remove(f"{world.folder}/{name}")
            process = subprocess.Popen([world.program, "index"], env=world.environment,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(random.random() * seconds)
            at_work += process.poll() is None
            process.kill()
            process.wait()
            if os.path.exists(world.index):
                world.check("killed while indexing")
                partial += 0 < has_briefs(world.index) < files
            if number % 3 == 2:
                there = has_briefs(world.index)
                read = int(world.run("index").split(b", ")[1].split()[0])
                expect(read == files - there,
                       f"killed while indexing: {read} of {files} read again, {there} were there")
                there = world.list()
                expect(len(there) == files, f"killed while indexing: {len(there)} briefs")
                expect(len([1 for brief in there.values() if brief["unread"] == 0]) == 20,
                       "killed while indexing: the index shows other marks")
                expect(world.marks() == marks, "killed while indexing: marks are gone")
        expect(at_work > rounds / 5, f"killed while indexing: only {at_work} were at work")
        expect(partial > 0, "killed while indexing: nothing was kept before all was read")
        print(f"killed while indexing: {rounds} times, {at_work} of them at work, "
              f"{partial} had a part, and {rounds // 3} went on from there; {len(marks)} marks kept")
