#!/usr/bin/env python3
"""Does to a library what machines do to programs, and looks whether a mark was lost.

    python3 faults.py PROGRAM [--rounds N] [--files N] [--seed N] [--only SCENE]

Every scene says what it did and found; the end is 1 where a mark that was on the screen is gone, a
file is damaged, or somebody was not told. Scenes that need to mount a disk or to compile C are left
out, and said to be, where that cannot be done.
"""

import argparse
import concurrent.futures
import random
import subprocess
import sys
import time
import zlib

import damage
import disks
import flips
import indexes
import killing
import logs
import restoring
import surroundings
import together
from world import failures


def scenes(program, rounds, files):
    few = max(8, rounds // 4)
    return {
        "killed_while_marking": lambda: killing.killed_while_marking(program, rounds),
        "killed_in_bulk": lambda: killing.killed_in_bulk(program, rounds, files),
        "bulk_on_screen": lambda: killing.bulk_on_screen(program, few, files),
        "killed_while_indexing": lambda: killing.killed_while_indexing(program, rounds, files * 3),
        "killed_while_forgetting": lambda: indexes.killed_while_forgetting(program, rounds),
        "damaged_index": lambda: indexes.damaged_index(program),
        "remade_at_once": lambda: indexes.remade_at_once(program, few),
        "four_at_once": lambda: together.four_at_once(program),
        "seen_by_others": lambda: together.seen_by_others(program, max(12, rounds)),
        "one_indexer": lambda: together.one_indexer(program, min(few, 10), files),
        "locked_library": lambda: together.locked_library(program),
        "locked_while_opening": lambda: together.locked_while_opening(program),
        "newer_version": lambda: together.newer_version(program),
        **{name: lambda name=name: disks.run(name, program) for name in disks.SCENES},
        "damaged_library": lambda: damage.damaged_library(program, few, min(files, 2000)),
        "stopped_while_restoring": lambda: restoring.stopped_while_restoring(program, rounds),
        "restored_at_once": lambda: restoring.restored_at_once(program, few),
        "marked_while_restored": lambda: restoring.marked_while_restored(program, few),
        "flipped_bits": lambda: flips.flipped_bits(program, max(12, rounds)),
        "replaced_library": lambda: damage.replaced_library(program),
        "lost_library": lambda: damage.lost_library(program),
        "taken_away": lambda: logs.taken_away(program),
        "odd_places": lambda: damage.odd_places(program),
        "hostile_imports": lambda: damage.hostile_imports(program, rounds * 2),
        "changed_while_indexing": lambda: surroundings.changed_while_indexing(program, files),
        "vanished_while_indexing": lambda: surroundings.vanished_while_indexing(program, files * 4),
        "wrong_clock": lambda: surroundings.wrong_clock(program),
        "refused_locks": lambda: surroundings.refused_locks(program),
        "quota_reached": lambda: surroundings.quota_reached(program),
        "linked_folder": lambda: surroundings.linked_folder(program),
        "links_out": lambda: surroundings.links_out(program),
        "stopped_reader": lambda: surroundings.stopped_reader(program),
    }


def run(name, scene, seed):
    """One scene here, with what it took."""
    # A scene alone does the same as among the others.
    random.seed(seed + zlib.crc32(name.encode()))
    began = time.monotonic()
    scene()
    print(f"  {name}: {len(failures)} failures, {time.monotonic() - began:.0f} s", flush=True)
    return not failures


def run_beside(name, arguments):
    """One scene in a process of its own; most of a scene is waiting."""
    result = subprocess.run([sys.executable, __file__, *arguments, "--only", name, "--jobs", "0"],
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(result.stdout.decode(), end="", flush=True)
    return result.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--files", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--only", default="", help="scenes whose names begin with this")
    parser.add_argument("--jobs", type=int, default=3, help="scenes at once, each in its process")
    options = parser.parse_args()
    all_scenes = scenes(options.program, options.rounds, options.files)
    chosen = {name: scene for name, scene in all_scenes.items() if name.startswith(options.only)}
    if options.jobs == 0:
        sys.exit(0 if all([run(name, scene, options.seed) for name, scene in chosen.items()]) else 1)
    print("seed", options.seed, flush=True)
    began = time.monotonic()
    arguments = [options.program, "--rounds", str(options.rounds), "--files", str(options.files),
                 "--seed", str(options.seed)]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        ends = list(pool.map(lambda name: run_beside(name, arguments), chosen))
    print(f"{len(ends)} scenes, {ends.count(False)} failed, {time.monotonic() - began:.0f} s")
    sys.exit(0 if ends and all(ends) else 1)


if __name__ == "__main__":
    main()
