"""Measures the program as its reader meets it, on a terminal of its own, and prints a table.

    python3 bench.py PROGRAM [--parser PARSE_BENCHMARK] [--rounds N]

newsboat, less and w3m are measured in the same run where they are installed, taking turns with the
program, so that a ratio compares like with like on the machine of the moment.
Every number is a median. The briefs, and the feed with the same text, are made up on the spot; how
fast briefs are parsed is measured on real ones (BROADSHEET_BRIEFS, else ../shared/briefs) or, where
there are none, on the examples.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from pty_session import Session, beyond_text
from sample_briefs import write_briefs, write_feed

SIZES = [(24, 80), (60, 200)]
DOWN, TAB, PAGE = b"\x1bOB", b"\t", b"\x06"
LAYOUTS = ["single", "stacked", "columns"]


def main():
    options = parse_arguments()
    with tempfile.TemporaryDirectory() as home:
        bench = Benchmark(os.path.abspath(options.program), home, options.rounds)
        bench.first_paint()
        for rows, columns in SIZES:
            bench.actions(rows, columns)
        bench.bytes_beyond()
        bench.layouts()
        bench.memory()
        bench.idle()
        bench.throughput(options.parser)
        bench.table.print()


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--parser", help="the program that measures parsing alone")
    parser.add_argument("--rounds", type=int, default=15)
    return parser.parse_args()


class Table:
    """Rows of: what, this program, newsboat, less, w3m, the goal."""

    HEAD = ["", "broadsheet", "newsboat", "less", "w3m", "goal"]

    def __init__(self):
        self.rows = []

    def add(self, what, ours, newsboat="", less="", w3m="", goal=""):
        self.rows.append([what, ours, newsboat, less, w3m, goal])

    def print(self):
        rows = [self.HEAD] + self.rows
        widths = [max(len(row[i]) for row in rows) for i in range(len(self.HEAD))]
        for number, row in enumerate(rows):
            cells = [cell.ljust(width) for cell, width in zip(row, widths)]
            print("  ".join(cells).rstrip())
            if number == 0:
                print("  ".join("-" * width for width in widths))


class Benchmark:
    def __init__(self, program, home, rounds):
        self.home, self.rounds, self.table = home, rounds, Table()
        self.folder = os.path.join(home, "briefs")
        self.titles = write_briefs(self.folder, count=200)
        self.brief = os.path.join(self.folder, sorted(os.listdir(self.folder))[-1])
        self.ours_one = [program, self.brief]
        self.ours_many = [program, self.folder]
        self.program = program
        self.less = [shutil.which("less"), "-R", self.brief] if shutil.which("less") else None
        self.w3m = [shutil.which("w3m"), "-T", "text/plain", self.brief] if shutil.which("w3m") else None
        self.newsboat = self.prepare_newsboat() if shutil.which("newsboat") else None
        self.environment = {
            "HOME": home, "XDG_STATE_HOME": home + "/state", "XDG_CONFIG_HOME": home + "/config",
            "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"],
        }

    def prepare_newsboat(self):
        """A cache with the 200 items, filled before anything is measured."""
        feed, urls = self.home + "/feed.xml", self.home + "/urls"
        write_feed(feed, count=200)
        with open(urls, "w") as file:
            file.write("file://" + feed + "\n")
        with open(self.home + "/newsboat.conf", "w") as file:
            file.write("auto-reload no\n")
        command = [shutil.which("newsboat"), "-u", urls, "-c", self.home + "/cache.db",
                   "-C", self.home + "/newsboat.conf"]
        environment = dict(os.environ, HOME=self.home)
        subprocess.run(command + ["-x", "reload"], env=environment, check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return command + ["-q"]

    def start(self, command, rows=24, columns=80, has_margins=False, **environment):
        return Session(command, rows, columns, dict(self.environment, **environment), has_margins)

    # First paint

    def first_paint(self):
        last = self.titles[-1]
        shown = {
            "one": (self.ours_one, [last]), "many": (self.ours_many, self.titles),
            "newsboat": (self.newsboat, ["Meridian Bay"]), "less": (self.less, [last]),
        }
        times = {name: [] for name in shown}
        for _ in range(self.rounds):
            for name, (command, markers) in shown.items():
                if command:
                    with self.start(command) as session:
                        times[name].append(session.first_paint(markers) * 1000)
        newsboat, less = median(times["newsboat"]), median(times["less"])
        for name, what in [("one", "one brief"), ("many", "200 briefs")]:
            ours = median(times[name])
            goal = "≤ 0.6 × newsboat"
            if newsboat:
                goal += f": {ours / newsboat:.2f}"
            self.table.add(f"first full paint, {what}", ms(ours), ms(newsboat), ms(less), goal=goal)

    # Keys

    def actions(self, rows, columns):
        """A line down, and on to the next citation: time to the last byte, bytes, reads."""
        size = f"{columns}×{rows}"
        ours = self.measure(self.ours_one, rows, columns, DOWN)
        theirs = [
            self.measure(self.newsboat, rows, columns, DOWN, opening=[b"\r", b"\r"]),
            self.measure(self.less, rows, columns, DOWN),
            self.measure(self.w3m, rows, columns, b"J"),
        ]
        self.add_action(f"line down, {size}", ours, theirs)
        hop = self.measure(self.ours_one, rows, columns, TAB)
        self.add_action(f"citation hop, {size}", hop, [None, None, None])

    def bytes_beyond(self):
        """What moving costs over a line besides what is to be read, in the whole width."""
        for what, command, key, goal in [
            ("line down", self.ours_one, DOWN, "≤ 40"),
            ("row down in the list", self.ours_many, DOWN, "≤ 40"),
            ("page down", self.ours_one, PAGE, "≤ 10 % of the text: 150"),
        ]:
            with self.start(command) as session:
                session.settle(first=3.0, quiet=0.5)
                frames = [session.press(key).data for _ in range(12)]
            beyond = [beyond_text(frame) for frame in frames if frame]
            if beyond:
                self.table.add(f"{what}, 80×24, bytes beyond text and links",
                               f"{median(beyond):.0f}", goal=goal)

    def layouts(self):
        """A line and a page down in each layout, with lists beside the text where it has them; side
        by side also on a terminal that has margins there."""
        for layout, has_margins in [(layout, False) for layout in LAYOUTS] + [("columns", True)]:
            config = f"{self.home}/{layout}"
            os.makedirs(config + "/broadsheet", exist_ok=True)
            with open(config + "/broadsheet/config.toml", "w") as file:
                file.write(f'layout = "{layout}"\n')
            for rows, columns in [(24, 80), (40, 140), (60, 200)]:
                with self.start(self.ours_many, rows, columns, has_margins=has_margins,
                                XDG_CONFIG_HOME=config) as session:
                    session.settle(first=3.0, quiet=0.5)
                    session.press(b"\r", quiet=0.2)
                    lines = [session.press(DOWN) for _ in range(14)]
                    page = session.press(PAGE)
                lines = [result for result in lines if result.count]
                name = layout + (" with margins" if has_margins else "")
                self.table.add(
                    f"line down, {name}, {columns}×{rows}, bytes (reads, ms), then a page",
                    f"{median([line.count for line in lines]):.0f}"
                    f" ({median([line.reads for line in lines]):.0f},"
                    f" {median([line.seconds for line in lines]) * 1000:.1f}),"
                    f" {page.count} ({page.seconds * 1000:.1f})", goal="≤ 2 ms")

    def measure(self, command, rows, columns, key, opening=(), count=20):
        if not command:
            return None
        with self.start(command, rows, columns) as session:
            session.settle(first=3.0)
            for step in opening:
                session.press(step, quiet=0.2)
            results = [session.press(key) for _ in range(count)]
        results = [result for result in results if result.count > 0]
        if not results:
            return None
        return (median([r.seconds * 1000 for r in results]), median([r.count for r in results]),
                median([r.reads for r in results]))

    def add_action(self, what, ours, theirs):
        cell = lambda index, form: [form(r[index]) if r else "" for r in [ours] + theirs]
        self.table.add(what + ", key to last byte", *cell(0, ms), goal="≤ 2 ms")
        self.table.add(what + ", bytes", *cell(1, lambda n: f"{n:.0f}"))
        self.table.add(what + ", reads", *cell(2, lambda n: f"{n:.0f}"), goal="1")

    # At rest

    def memory(self):
        resident = []
        for command in [self.ours_many, self.newsboat, self.less, self.w3m]:
            if not command:
                resident.append(None)
                continue
            with self.start(command) as session:
                session.settle(first=3.0, quiet=0.5)
                resident.append(session.resident_kilobytes() / 1024)
        goal = "≤ newsboat + 8 MB"
        self.table.add("memory, 200 briefs", *[f"{r:.1f} MB" if r else "" for r in resident], goal=goal)

    def idle(self):
        with self.start(self.ours_one) as session:
            session.settle(first=3.0, quiet=0.5)
            self.table.add("bytes in 2 s of idling", str(session.idle_bytes(2.0)), goal="0")

    def throughput(self, parser):
        folder = corpus()
        if parser:
            answer = subprocess.run([parser, folder], check=True, capture_output=True, text=True)
            self.table.add("parsing, one core", f"{float(answer.stdout):.1f} MB/s", goal="≥ 25 MB/s")
        files = sorted(name for name in os.listdir(folder) if name.endswith((".md", ".txt")))
        paths = [os.path.join(folder, name) for name in files] * max(1, 1000 // len(files))
        size = sum(os.path.getsize(path) for path in paths)
        rates = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run([self.program, "show", "--format", "jsonl", *paths], check=True,
                           env=self.environment, stdout=subprocess.DEVNULL)
            rates.append(size / 1e6 / (time.perf_counter() - began))
        self.table.add("show --format jsonl", f"{median(rates):.1f} MB/s", goal="≥ 12 MB/s")


def corpus():
    """The folder of real briefs where there is one, else the examples."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    real = os.environ.get("BROADSHEET_BRIEFS") or os.path.join(root, "../shared/briefs")
    return real if os.path.isdir(real) else os.path.join(root, "docs/examples")


def median(values):
    return statistics.median(values) if values else None


def ms(value):
    return "" if value is None else f"{value:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
