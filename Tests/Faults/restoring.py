"""A damaged library that is restored by a program which is killed, or cannot write, at any moment."""

import os
import random
import shutil
import signal
import sqlite3
import time

from surroundings import build_shim
from world import World, expect

COPIED, MARKED = 2, 12
# Seconds that a reader waits at its end for who has its library, and a little more.
PATIENCE = 2.5
# As many commands meet the damage together.
TOGETHER = 6


def titles(numbers):
    return {f"Brief {number:05}" for number in numbers}


def damaged_world(program, damaged="archive_by_path", others=3):
    """A library whose copy has two marks, its file ten more and its log one; what is damaged by itself
    is an index of texts, which only who reads all of it sees."""
    world = World(program, MARKED + others)
    world.run("index")
    # What the reader marks is known by then: its mark meets no damage.
    for action in ("star", "unstar"):
        world.run("mark", action, f"{world.briefs}/{MARKED:05}.md")
    world.run("mark", "read", *(f"{world.briefs}/{number:05}.md" for number in range(COPIED)))
    for number in range(COPIED, MARKED):
        world.run("mark", "read", f"{world.briefs}/{number:05}.md")
    expect(len(world.names(".backup-")) == 1, "restoring: there is no copy")
    database = sqlite3.connect(world.library)
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = database.execute("PRAGMA page_size").fetchone()[0]
    root, = database.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (damaged,)).fetchone()
    database.close()
    with open(world.library, "r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    reader = world.open(f"{world.briefs}/{MARKED:05}.md")
    reader.press(b"M", quiet=0.3)
    reader.kill()
    expect(os.path.getsize(world.library + "-wal") > 0, "restoring: nothing is in the log")
    return world


def put_back(world, kept):
    shutil.rmtree(world.folder)
    shutil.copytree(kept, world.folder)


def restore_hindered(world, what, command, environment):
    """What the hindered command said and those after it, each of which may tell; the library is whole
    then, and has all marks."""
    hindered = world.start(*command, environment=environment)
    said = b"".join(hindered.communicate())
    answer = world.ask("list")
    expect(answer.returncode == 0, f"{what}: the next start ended with {answer.returncode} "
                                   f"{answer.stderr}")
    said += answer.stderr
    is_begun = b".damaged-" in said
    if not is_begun:
        # It was stopped before it had changed anything.
        aside = world.names(".damaged-")
        expect(not aside, f"{what}: {aside}, and nothing is told: {said}")
        said += world.run("doctor", "--restore-library")
    expect(b".damaged-" in said and b".backup-" in said, f"{what}: it is not told: {said}")
    lost = titles(range(MARKED + 1)) - world.read()
    expect(not lost, f"{what}: {len(lost)} marks of {MARKED + 1} lost: {said}")
    world.check(what, ["library.sqlite"])
    again = world.ask("folders").stderr
    expect(again == b"", f"{what}: it is told once more: {again}")
    left = world.names(".restored") + world.names(".suspect")
    expect(not left, f"{what}: {left} are left")
    return hindered.returncode, is_begun


def moments_of(world, command, shim):
    """How often a command changes a disk that restores the library."""
    # Whoever met the damage has noted it.
    open(world.library + ".suspect", "w").close()
    counted = world.root + "/count"
    world.ask(*command, environment={"LD_PRELOAD": shim, "FAULT_COUNT": counted})
    moments = int(open(counted).read())
    expect(moments > 20, f"restoring: {moments} moments")
    return moments


def stopped_while_restoring(program, rounds):
    """Killed, or with a disk that fails or is full from any moment on: the next start goes on, says
    what was done, and no mark is lost that can be read in the copy, the damaged file or its log."""
    with damaged_world(program) as world:
        shim = build_shim(world.root)
        if not shim:
            return print("stopped while restoring: left out, as there is no C compiler")
        kept = world.root + "/kept"
        shutil.copytree(world.folder, kept)
        counts = {}
        for command in (("doctor", "--restore-library"), ("list",)):
            put_back(world, kept)
            moments = moments_of(world, command, shim)
            stopped = begun = 0
            for way in ("kill", "fail", "full"):
                for moment in random.sample(range(1, moments + 1), min(moments, rounds * 2)):
                    put_back(world, kept)
                    if command == ("list",):
                        open(world.library + ".suspect", "w").close()
                    what = f"restoring: {command[0]} {way}:{moment} of {moments}"
                    stop = {"LD_PRELOAD": shim, "FAULT_STOP": f"{way}:{moment}"}
                    status, is_begun = restore_hindered(world, what, command, stop)
                    stopped += status != 0
                    begun += is_begun
            expect(stopped >= min(moments, rounds * 2), f"restoring: {command[0]}: only {stopped} were stopped")
            counts[command[0]] = (stopped, moments, begun)
        print("stopped while restoring: " + "; ".join(
            f"{name} was stopped {stopped} times at {moments} moments, {begun} times the next start "
            "went on" for name, (stopped, moments, begun) in counts.items())
            + f"; {MARKED + 1} marks there after each")


def restored_at_once(program, rounds):
    """Several commands meet the damage at once: one of them restores the library, and every mark that
    was told as kept is in it."""
    with damaged_world(program, "path_by_brief", TOGETHER + 3) as world:
        kept = world.root + "/kept"
        shutil.copytree(world.folder, kept)
        marked = refused = 0
        for number in range(rounds):
            put_back(world, kept)
            stars = range(MARKED + 3, MARKED + 3 + (4 if number % 2 else TOGETHER))
            commands = {star: world.start("mark", "star", f"{world.briefs}/{star:05}.md")
                        for star in stars}
            said = {star: command.communicate()[1] for star, command in commands.items()}
            done = [star for star in stars if commands[star].returncode == 0]
            for star in set(stars) - set(done):
                expect(commands[star].returncode == 75 and b"another program" in said[star],
                       f"restored at once: {commands[star].returncode} {said[star]}")
            what = f"restored at once: round {number}"
            aside = [name for name in world.names(".damaged-")
                     if not name.endswith(("-wal", "-shm", "-journal"))]
            expect(len(aside) == 1, f"{what}: {aside}: {said}")
            lost = titles(done) - world.starred()
            expect(not lost, f"{what}: {lost} were told as starred and are not: {said}")
            lost = titles(range(MARKED + 1)) - world.read()
            expect(not lost, f"{what}: {len(lost)} marks of {MARKED + 1} lost: {said}")
            world.check(what, ["library.sqlite"])
            left = world.names(".restored") + world.names(".suspect")
            expect(not left, f"{what}: {left} are left")
            marked += len(done)
            refused += len(stars) - len(done)
        expect(marked > rounds, f"restored at once: only {marked} were told as starred")
        print(f"restored at once: {rounds} times by 4 or {TOGETHER} commands, restored once each, "
              f"{marked} marks told as kept and there, {refused} told to be refused")


def is_stopped(process):
    with open(f"/proc/{process.pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()[0] == "T"


def marked_while_restored(program, rounds):
    """A reader marks while another program that restores its library stands still, at any moment, and
    ends before that goes on: the mark is in the library that was restored."""
    with damaged_world(program) as world:
        shim = build_shim(world.root)
        if not shim:
            return print("marked while restored: left out, as there is no C compiler")
        kept = world.root + "/kept"
        shutil.copytree(world.folder, kept)
        moments = moments_of(world, ("list",), shim)
        # The first calls come before anything is held, the last after all is done.
        chosen = random.sample(range(moments // 4, moments), rounds)
        waited = told = 0
        for moment in chosen:
            put_back(world, kept)
            reader = world.open()
            open(world.library + ".suspect", "w").close()
            restorer = world.start("list", environment={
                "LD_PRELOAD": shim, "FAULT_STOP": f"halt:{moment}"})
            while restorer.poll() is None and not is_stopped(restorer):
                time.sleep(0.005)
            _, marked = reader.marks()
            reader.press(b"M", quiet=0.3)
            is_waiting = reader.shows("to be kept")
            waited += is_waiting
            reader.write(b"Q")
            time.sleep(PATIENCE)
            # Who has restored it and holds the new file is waited for no longer than anybody.
            is_over = world.names(".damaged-") and not os.path.exists(world.library + ".lock")
            if restorer.poll() is None:
                os.kill(restorer.pid, signal.SIGCONT)
            restorer.communicate()
            reader.drain()
            status = reader.close()
            what = f"marked while restored: halted at {moment} of {moments}"
            is_told = is_over and status == 74 and b"1 mark could not be kept" in reader.said
            told += is_told
            expect(status == 0 or is_told, f"{what}: the reader ended with {status}: {reader.said[-300:]}")
            lost = titles(range(MARKED + 1)) | (set() if is_told else {marked})
            lost -= world.read()
            expect(not lost, f"{what}: {lost} lost, waiting: {is_waiting}: {reader.said[-300:]}")
            world.check(what, ["library.sqlite"])
        expect(waited > 0, "marked while restored: no mark had to wait")
        expect(told <= rounds / 2, f"marked while restored: {told} marks were told as lost")
        print(f"marked while restored: {rounds} times, {waited} marks had to wait, {told} were told as "
              "lost to who held the new library, all others kept")
