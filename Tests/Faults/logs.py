"""Files beside a library that are removed or replaced while it is open, as by who tidies up."""

import os
import shutil

from world import World, expect

# What is taken away, and whether a copy of it comes in its place, as a program that synchronises does.
WAYS = {"its log": (["-wal"], False), "the log's index": (["-shm"], False),
        "both": (["-wal", "-shm"], False), "a copy of the log's index": (["-shm"], True)}


def taken_away(program):
    """Marks that a reader cannot keep any more wait, which it says, and are kept at its end; what was
    told to commands as kept meanwhile is there."""
    told = waited = 0
    for what, (endings, is_copied) in WAYS.items():
        with World(program, 12) as world:
            world.register()
            reader = world.open()
            reader.press(b"M", quiet=0.3)
            for ending in endings:
                path = world.library + ending
                if is_copied:
                    shutil.copy2(path, path + ".tmp")
                    os.rename(path + ".tmp", path)
                else:
                    os.remove(path)
            stars = set()
            for number in range(6, 10):
                answer = world.ask("mark", "star", f"{world.briefs}/{number:05}.md")
                if answer.returncode == 0:
                    stars.add(f"Brief {number:05}")
                reader.press(b"jM", quiet=0.3)
            expect(reader.shows("4 marks wait"), f"taken away: {what}: the reader does not say so")
            shown = {title for title, is_read in reader.marks()[0].items() if is_read}
            expect(reader.leave() == 0, f"taken away: {what}: {reader.said}")
            lost = stars - world.starred()
            expect(not lost, f"taken away: {what}: {lost} were told as starred and are not")
            # A mark that was in a log which is gone went with it.
            lost = shown - world.read()
            expect(len(lost) <= ("-wal" in endings), f"taken away: {what}: {lost} lost")
            world.check(f"taken away: {what}", ["library.sqlite"])
            told += len(stars)
            waited += 4
    expect(told == 12, f"taken away: only {told} stars were told")
    print(f"taken away: {len(WAYS)} ways, {waited} marks waited and were kept, {told} told and there")
