"""Makes the pictures of the documentation, and the screen in README.md, from the program itself.

    python3 pictures.py PROGRAM [--check] [NAME…]

Each is what the reader shows on a terminal of its size after some keys; a picture whose text does
not show fails. Without names all are made. With --check nothing is written: it fails where one that
is there is not what the program shows.
"""

import argparse
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "Tests" / "Benchmarks"))
import pyte  # noqa: E402
from drawing import DARK, LIGHT, DimScreen, Drawing  # noqa: E402
from pty_session import Session  # noqa: E402

FOLDER = ROOT / "docs" / "pictures"
KEYS = {"Tab": "\t", "Enter": "\r", "Esc": "\x1b", "Space": " "}
PATIENCE = 10


class Picture:
    """What is opened, then pairs of keys and the text that they bring to the screen.

    Commands run before the reader is opened; keys are letters, or names such as Tab.
    """

    def __init__(self, name, title, steps, arguments=("titanic-inquiries.md",), size=(80, 24),
                 theme="broadsheet-dark", colors=DARK, commands=()):
        self.name, self.title, self.steps, self.arguments = name, title, steps, arguments
        self.size, self.theme, self.colors, self.commands = size, theme, colors, commands

    @property
    def file(self):
        return FOLDER / f"{self.name}.svg"

    def content(self, screen):
        """What the file holds that shows a screen."""
        return Drawing(screen, self.title, self.colors).svg()


class TextScreen(Picture):
    """A picture in letters: the first block of code of a page."""

    @property
    def file(self):
        return ROOT / self.name

    def content(self, screen):
        before, _, after = self.file.read_text().split("```\n", 2)
        rows = [row.rstrip() for row in screen.display]
        return "```\n".join([before, "\n".join(rows) + "\n", after])


class Desk:
    """A home of its own, with the sample briefs in a folder of it."""

    def __init__(self, program, theme):
        self.program, self.root = program, pathlib.Path(tempfile.mkdtemp(prefix="broadsheet-"))
        self.briefs = self.root / "briefs"
        shutil.copytree(ROOT / "docs" / "examples", self.briefs)
        settings = self.root / ".config" / "broadsheet"
        settings.mkdir(parents=True)
        (settings / "config.toml").write_text(f'theme = "{theme}"\n')
        self.environment = {
            "HOME": str(self.root), "TERM": "xterm-256color", "COLORTERM": "truecolor",
            "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        }

    def __enter__(self):
        os.chdir(self.briefs)
        return self

    def __exit__(self, *_):
        os.chdir(ROOT)
        shutil.rmtree(self.root, ignore_errors=True)

    def screen(self, picture):
        """The screen after all steps."""
        columns, rows = picture.size
        for command in picture.commands:
            subprocess.run([self.program, *command], env=self.environment, check=True,
                           capture_output=True)
        screen = DimScreen(columns, rows)
        stream = pyte.ByteStream(screen)
        command = [self.program, *picture.arguments]
        with Session(command, rows, columns, self.environment) as session:
            for keys, text in picture.steps:
                for key in keys:
                    os.write(session.master, KEYS.get(key, key).encode())
                    stream.feed(session.settle(quiet=0.1, first=0.5).data)
                waited = 0
                while text not in "\n".join(screen.display) and waited < PATIENCE:
                    stream.feed(session.settle(quiet=0.1, first=0.5).data)
                    waited += 0.5
                if waited >= PATIENCE:
                    print("\n".join(screen.display), file=sys.stderr)
                    raise SystemExit(f"{picture.name}: “{text}” does not show")
            stream.feed(session.settle(quiet=0.5, first=0.5).data)
        return screen


OPENED = ([], "Two Inquiries")
# What `add` and `index` make of the folder of samples.
COLLECTED = [("add", "."), ("index",), ("mark", "read", "title:moon"), ("mark", "star", "tide")]

GUIDE = [
    Picture("reading", "A brief, its current citation, and its sources",
            [OPENED, ("s\t\t", "SOURCES")]),
    Picture("peek", "All that is known of a source", [OPENED, ("\t\tp", "www.britannica.com")]),
    Picture("links", "Letters on all links of the screen", [OPENED, ("]jjj;", "type letters")]),
    Picture("marked", "A section is marked read, and the next unread one is under the cursor",
            [OPENED, ("]mn", "5 of 6")]),
    Picture("columns", "All panes side by side in a wide window",
            [([], "BRIEFS 5 unread"), (["l", "Enter", "Tab"], "SOURCES")], ["."], size=(132, 34)),
    Picture("found", "The list of the library, narrowed by a query",
            [([], "Two Inquiries"), (["F"], "/"), ("ice OR tide", "2 found"), (["Enter"], "2 found")], [],
            commands=COLLECTED),
]


PAGES = [
    TextScreen("README.md", "A brief, its current citation, and its sources",
               [OPENED, (["Tab", "Tab"], "www.britannica.com"), ("s", "SOURCES")], size=(80, 20)),
]


def themes():
    """One picture of each theme that the program has, by the files of the themes: a section that
    was read, matches of a search, the current citation and row."""
    for file in sorted((ROOT / "Themes").glob("*.toml")):
        colors = LIGHT if "light" in file.stem else DARK
        yield Picture(f"theme-{file.stem}", f"The theme {file.stem}",
                      [OPENED, ("]m", "marked read"), ("/ice\r", "match 2"), ("\ts", "SOURCES")],
                      theme=file.stem, colors=colors)


def drawn(program, picture):
    """The content of the picture's file."""
    with Desk(program, picture.theme) as desk:
        return picture.content(desk.screen(picture))


def chosen(names):
    """The pictures of these names, or all."""
    pictures = GUIDE + PAGES + list(themes())
    unknown = set(names) - {picture.name for picture in pictures}
    if unknown:
        raise SystemExit(f"there is no picture {', '.join(sorted(unknown))}")
    return [picture for picture in pictures if not names or picture.name in names]


def is_current(picture, text):
    """Whether the picture in the documentation is this one."""
    return picture.file.exists() and picture.file.read_text() == text


def check(program, drawings):
    """Says which pictures are not as they are to be; returns how many.

    One that differs is drawn again by itself: where much else is at work a key may come before
    what it was meant for.
    """
    problems = []
    for picture, text in drawings:
        again = 3
        while again and not is_current(picture, text):
            text, again = drawn(program, picture), again - 1
        if not is_current(picture, text):
            problems.append(
                f"{picture.file.name} is not what the program shows; make pictures makes it anew")
    made = {picture.file for picture in chosen([])}
    problems += [f"{file.name} is made by nothing" for file in sorted(FOLDER.glob("*.svg"))
                 if file not in made]
    print("\n".join(problems) or f"{len(drawings)} pictures are what the program shows.")
    return len(problems)


def write(drawings):
    FOLDER.mkdir(exist_ok=True)
    for picture, text in drawings:
        picture.file.write_text(text)
        print(picture.file.relative_to(ROOT))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    pictures = chosen(given.names)
    # Each spends most of its time waiting for the screen to rest; a desk changes the folder of its
    # process.
    with concurrent.futures.ProcessPoolExecutor(8) as pool:
        drawings = list(zip(pictures, pool.map(drawn, [given.program] * len(pictures), pictures)))
    if not given.check:
        return write(drawings)
    raise SystemExit(1 if check(given.program, drawings) else 0)


if __name__ == "__main__":
    main()
