"""Runs the targets of the Makefile where nothing is installed yet, with stand-ins for what they call.

    python3 making.py

Each target installs the packages that it needs and no others, and `install` places the program that
has just been built, also where make runs several things at once.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ".build/release/broadsheet"
# What the Makefile calls: packages are files of a folder, and the program says whether it is new.
STAND_INS = {
    "dpkg-query": 'for name in "$@"; do :; done; [ ! -e "$INSTALLED/$name" ] || echo install ok installed',
    "apt-get": '[ "$1" = update ] || for name in "$@"; do case $name in -*|install) ;;'
               ' *) touch "$INSTALLED/$name" ;; esac; done',
    # A program that is there a while after it was asked for.
    "swift": f'case "$*" in *"--product broadsheet"*) sleep 0.5; mkdir -p {PROGRAM.rpartition("/")[0]};'
             f' printf "#!/bin/sh\\necho new\\n" >{PROGRAM}; chmod 755 {PROGRAM} ;; esac',
    "clang": "echo none", "python3": "", "dpkg-buildpackage": "touch ../broadsheet.deb", "sudo": '"$@"',
}
# What belongs to the tests alone: one of these is a server, which Debian starts.
OF_TESTS = {"openssh-server", "openssh-client", "tmux", "screen", "strace", "unicode-data"}
OF_SCRIPTS = {"python3", "python3-pyte"}
NEEDED = {
    "run": set(), "build": set(), "install": set(), "docs": set(), "fuzz": set(),
    "deb": {"debhelper"}, "lint": OF_SCRIPTS, "pictures": OF_SCRIPTS, "bench": OF_SCRIPTS,
    "test": OF_SCRIPTS | OF_TESTS, "soak": OF_SCRIPTS | OF_TESTS,
}
failures = []


def expect(is_true, what):
    if not is_true:
        failures.append(what)
        print("FAILED:", what, flush=True)


class Checkout:
    """A copy of what the targets read, and the stand-ins."""

    def __init__(self, folder):
        self.folder = folder / "checkout"
        self.packages = folder / "packages"
        self.programs = folder / "programs"
        for name in ("Makefile", "Themes", "docs", ".packaging", "Sources/broadsheet/Program.swift"):
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, place)
        self.programs.mkdir()
        for name, script in STAND_INS.items():
            (self.programs / name).write_text("#!/bin/sh\n" + script + "\n")
            (self.programs / name).chmod(0o755)

    def make(self, *words):
        """Runs make where no package is there yet, and returns the packages that are there then."""
        shutil.rmtree(self.packages, ignore_errors=True)
        self.packages.mkdir()
        environment = {"PATH": f"{self.programs}:/usr/sbin:/usr/bin:/sbin:/bin",
                       "INSTALLED": str(self.packages)}
        ended = subprocess.run(["make", *words, "STRIP=", "FUZZ_TARGETS="], cwd=self.folder, env=environment,
                               capture_output=True, text=True)
        expect(ended.returncode == 0, f"make {words}: {ended.stderr}")
        return {path.name for path in self.packages.iterdir()}


def packages(checkout, folder):
    """Nobody who uses the program gets what only its tests need."""
    of_program = checkout.make("build")
    expect(of_program and all(re.fullmatch(r"z?lib.*-dev", name) for name in of_program),
           f"build: {of_program}")
    for target, more in NEEDED.items():
        there = checkout.make(target, f"DESTDIR={folder}/for {target}")
        expect(there == of_program | more, f"{target} installs {sorted(there ^ (of_program | more))}")


def order(checkout, folder):
    """What is placed is what was built, without a program of an earlier build and with one."""
    built = checkout.folder / PROGRAM
    for name in ("first", "again"):
        checkout.make("-j2", "install", f"DESTDIR={folder}/{name}")
        placed = folder / name / "usr/local/bin/broadsheet"
        expect(placed.exists() and "new" in placed.read_text(), f"{name}: what is placed is not new")
        built.parent.mkdir(parents=True, exist_ok=True)
        built.write_text("#!/bin/sh\necho old\n")
        built.chmod(0o755)


def main():
    with tempfile.TemporaryDirectory(prefix="broadsheet-make-") as place:
        folder = pathlib.Path(place)
        checkout = Checkout(folder)
        order(checkout, folder)
        packages(checkout, folder)
    print("\n".join(failures) or f"{len(NEEDED)} targets install what they need.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
