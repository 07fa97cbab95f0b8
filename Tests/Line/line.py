#!/usr/bin/env python3
"""Reads briefs through a real SSH server, over links that are long, narrow, stalled and dead.

    python3 line.py PROGRAM [--only SCENE]

Bytes are counted on the wire, encrypted as they are, and on the reader's own terminal. The end is 1
where something costs more than docs/performance.md says, or a mark, a place or a process is not
where it should be.
"""

import argparse
import contextlib
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "Faults"))
from world import Reader, World, expect, failures  # noqa: E402
from link import Link  # noqa: E402
from pty_session import beyond_text  # noqa: E402
from sample_briefs import brief  # noqa: E402
from ssh_server import SSHServer  # noqa: E402

DOWN, PAGE, HOP = b"j", b"\x06", b"\t"
# What a packet of SSH adds at most: length, padding, checksum, and the channel's own head.
PACKET = 60
# A slow link of today, as from a train or over a satellite.
ROUND_TRIP, RATE = 0.3, 2000


class Line:
    """A library, and readers of it through the server and a link."""

    def __init__(self, program, settings=(), delay=0.0, rate=None):
        self.world = World(program, 3)
        for number in range(3):
            with open(f"{self.world.briefs}/long-{number}.md", "w") as file:
                file.write(brief(number)[1])
        self.title = brief(2)[0]
        self.world.run("index")
        seen = {name: value for name, value in self.world.environment.items() if name != "TERM"}
        self.server = SSHServer(seen, settings)
        self.link = Link(self.server.port, delay, rate)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.link.__exit__()
        self.server.__exit__()
        self.world.remove()

    def open(self, *words):
        """A reader at this end of the link."""
        command = self.server.command(self.world.program, *words, port=self.link.port)
        return Reader(command, dict(self.world.environment, PATH=os.environ["PATH"]))

    def open_brief(self):
        """A reader that has a brief of several pages open."""
        reader = self.open(f"{self.world.briefs}/long-2.md")
        shown = reader.wait(lambda: reader.shows(self.title), 60)
        expect(shown is not None, f"the brief is not shown: {reader.screen.display}")
        reader.settle()
        return reader

    def press(self, reader, key, quiet=0.1, first=3.0):
        """What a key costs: bytes on the wire, the answer on the terminal, seconds."""
        before = self.link.passed["down"]
        result = reader.session.press(key, quiet=quiet, first=first)
        reader.stream.feed(result.data)
        return self.link.passed["down"] - before, result

    def processes(self):
        """The numbers of the programs that read this library."""
        found = []
        for number in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{number}/cmdline", "rb") as file:
                    words = file.read().split(b"\0")
            except OSError:
                continue
            if words[0].decode() == self.world.program and self.world.briefs in str(words):
                found.append(int(number))
        return found

    def wait_until_gone(self, seconds):
        end = time.monotonic() + seconds
        while self.processes() and time.monotonic() < end:
            time.sleep(0.05)
        return not self.processes()


def median(values):
    return sorted(values)[len(values) // 2]


def costs(line, reader, what, key, count=12, before=None):
    """Presses a key some times: medians on the wire and on the terminal, and beyond the text."""
    wire, terminal, beyond, seconds = [], [], [], []
    for _ in range(count):
        if before:
            line.press(reader, before, first=0.3)
        passed, result = line.press(reader, key)
        if result.count:
            wire.append(passed)
            terminal.append(result.count)
            beyond.append(beyond_text(result.data))
            seconds.append(result.seconds)
    expect(wire, f"{what}: nothing was answered")
    if not wire:
        return 0, 0, 0
    found = median(wire), median(terminal), median(beyond)
    print(f"  {what}: {found[0]} B on the wire, {found[1]} B on the terminal, {found[2]} B beyond text "
          f"and links, {median(seconds) * 1000:.0f} ms", flush=True)
    expect(found[0] <= found[1] + PACKET, f"{what}: more than one packet: {found}")
    return found


def story(program):
    """Open, read, hop, mark, leave; each key is answered in one packet."""
    with Line(program) as line:
        reader = line.open(line.world.briefs)
        reader.wait(lambda: reader.shows(line.title), 20)
        opened = line.link.passed["down"]
        row = costs(line, reader, "row down", b"j", count=3)
        expect(row[2] <= 40, f"row down: {row}")
        reader.kill()
        reader = line.open_brief()
        down = costs(line, reader, "line down", DOWN)
        expect(down[2] <= 40, f"line down: {down}")
        page = costs(line, reader, "page down", PAGE, count=3)
        expect(page[2] <= 230, f"page down: {page}")
        reader.press(b"g")
        hop = costs(line, reader, "citation hop", HOP)
        expect(hop[2] <= 200, f"citation hop: {hop}")
        reader.press(b"g")
        mark = costs(line, reader, "mark", b"m", count=4)
        expect(mark[1] <= 200, f"mark: {mark}")
        before = line.link.passed["down"]
        time.sleep(2)
        expect(line.link.passed["down"] == before, "bytes are sent while nothing happens")
        reader.press(b"M")
        expect(reader.leave() == 0, "leaving did not end with 0")
        expect(line.title in line.world.read(), "the mark is not kept")
        expect(line.wait_until_gone(10), f"left behind: {line.processes()}")
        print(f"  a folder opened: {opened} B on the wire, key exchange and all")


def slow(program):
    """300 ms there and back, and 2 KB a second, stay usable."""
    with Line(program, delay=ROUND_TRIP / 2, rate=RATE) as line:
        reader = line.open_brief()
        for what, key, most, count in [
            ("line down", DOWN, 0.7, 6), ("citation hop", HOP, 1.0, 6), ("mark", b"m", 0.7, 4),
            ("page down", PAGE, 1.6, 3),
        ]:
            wire = costs(line, reader, what, key, count=count)[0]
            takes = ROUND_TRIP + wire / RATE
            expect(takes <= most, f"{what} takes {takes:.2f} s on this link")
        reader.kill()


def stalled(program):
    """Keys that come at once after a stall are answered by one or two frames."""
    with Line(program) as line:
        reader = line.open_brief()
        whole = reader.session.press(b"\x0c", first=3.0).count
        line.link.is_stalled = True
        for _ in range(200):
            reader.write(DOWN)
            time.sleep(0.005)
        expect(reader.session.settle(first=0.5).count == 0, "the link was not stalled")
        line.link.is_stalled = False
        answer = reader.session.settle(quiet=0.5, first=5)
        reader.stream.feed(answer.data)
        print(f"  200 keys: {answer.count} B; a whole screen: {whole} B", flush=True)
        expect(0 < answer.count <= 2 * whole, f"200 keys were answered by {answer.count} B")
        shown = reader.screen.display[:]
        reader.press(b"\x0c", quiet=0.3)
        expect(shown == reader.screen.display, "the screen is not what a redrawn one shows")
        reader.kill()


def hurried(program):
    """Pages turned faster than the link carries them are left out, and not shown long after."""
    with Line(program, delay=ROUND_TRIP / 2, rate=RATE) as line:
        reader = line.open_brief()
        whole = line.press(reader, b"\x0c", quiet=1.0)[1].count
        before, began = 0, time.monotonic()
        for number in range(40):
            reader.write(b"b" if number % 2 else PAGE)
            rest = began + (number + 1) / 10 - time.monotonic()
            before += reader.session.settle(quiet=max(0.0, rest), first=max(0.0, rest)).count
            time.sleep(max(0.0, began + (number + 1) / 10 - time.monotonic()))
        after = reader.session.settle(quiet=1.5, first=3)
        print(f"  40 pages in 4 s: {before} B, then {after.count} B for {after.seconds:.1f} s", flush=True)
        expect(after.count <= 4 * whole, f"{after.count} B came after the last key")
        reader.kill()


def dead(program):
    """A link that is gone without a word keeps marks and place, and leaves no process behind."""
    settings = ["ClientAliveInterval 1", "ClientAliveCountMax 2"]
    with Line(program, settings=settings) as line:
        reader = line.open_brief()
        reader.press(b"]m]m", quiet=0.3)
        reader.press(PAGE, quiet=0.3)
        place = reader.screen.display[3:-2]
        sections = len(line.world.marks())
        line.link.is_stalled = True
        # It is drawn while nobody can see it.
        reader.write(b"jjkk")
        expect(line.wait_until_gone(30), f"left behind: {line.processes()}")
        reader.kill()
        expect(sections == 2 and len(line.world.marks()) == 2, f"marks: {sections} before")
        line.link.is_stalled = False
        line.world.check("after the link died", ["library.sqlite"])
        again = line.open_brief()
        expect(again.screen.display[3:-2] == place, f"{place} became {again.screen.display}")
        again.kill()


def cut(program):
    """A link that is cut while pages are turned does the same."""
    with Line(program) as line:
        reader = line.open_brief()
        reader.press(b"m", quiet=0.3)
        reader.write(PAGE + b"jjj" + PAGE)
        for way in list(line.link.ways):
            # The link may have hung up the other end by then, as the first is gone.
            with contextlib.suppress(OSError):
                way.source.shutdown(2)
        expect(line.wait_until_gone(20), f"left behind: {line.processes()}")
        reader.kill()
        expect(len(line.world.marks()) == 1, f"marks: {line.world.marks()}")
        line.world.check("after the link was cut", ["library.sqlite"])


SCENES = {"story": story, "slow": slow, "stalled": stalled, "hurried": hurried, "dead": dead, "cut": cut}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--only", default="", help="scenes whose names begin with this")
    options = parser.parse_args()
    for name, scene in SCENES.items():
        if name.startswith(options.only):
            began, before = time.monotonic(), len(failures)
            print(name, flush=True)
            scene(options.program)
            print(f"  {len(failures) - before} failures, {time.monotonic() - began:.0f} s", flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
