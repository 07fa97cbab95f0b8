"""Puts the program below a prefix by `make place`, and takes it away by `make uninstall`.

    python3 placing.py PROGRAM

What is placed is usable by everybody, nothing of it stays, and what others have in the same folders
does; the folder has a space in its name, and who installs masks what others may read.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOREIGN = ["bin/other", "share/broadsheet/themes/mine.toml", "share/man/man1/other.1",
           "share/doc/broadsheet/notes.txt"]
failures = []


def expect(is_true, what):
    if not is_true:
        failures.append(what)
        print("FAILED:", what, flush=True)


def make(target, program, place, prefix):
    subprocess.run(["make", "-s", target, f"PROGRAM={program}", f"DESTDIR={place}",
                    f"PREFIX={prefix}", "STRIP="], cwd=ROOT, check=True, umask=0o077)


def files(folder):
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if not path.is_dir()}


def check_placed(prefix, placed):
    for name in ("bin/broadsheet", "share/man/man1/broadsheet.1",
                 "share/bash-completion/completions/broadsheet",
                 "share/zsh/site-functions/_broadsheet",
                 "share/fish/vendor_completions.d/broadsheet.fish",
                 "share/systemd/user/broadsheet-index.service",
                 "share/doc/broadsheet/guide.md"):
        expect(name in placed, f"{name} is not there")
        expect((prefix / name).stat().st_size > 0, f"{name} is empty")
    themes = {path.name for path in (ROOT / "Themes").glob("*.toml")}
    there = {path.name for path in (prefix / "share/broadsheet/themes").glob("*.toml")}
    expect(there == themes, f"themes: {there}")
    unit = (prefix / "share/systemd/user/broadsheet-index.service").read_text()
    expect("ExecStart=/opt/news/bin/broadsheet index" in unit, unit)
    closed = [str(path) for path in prefix.rglob("*")
              if ~path.stat().st_mode & (0o055 if path.is_dir() else 0o044)]
    expect(not closed, f"others cannot read {closed}")
    version = subprocess.run([prefix / "bin/broadsheet", "--version"], capture_output=True,
                             text=True, check=True).stdout
    expect(version.startswith("broadsheet ") and "SQLite" in version, version)


def main(program):
    place = pathlib.Path(tempfile.mkdtemp(prefix="broadsheet place "))
    prefix = place / "opt/news"
    try:
        make("place", program, place, "/opt/news")
        placed = files(prefix)
        check_placed(prefix, placed)
        for name in FOREIGN:
            (prefix / name).write_text("of somebody else\n")
        make("uninstall", program, place, "/opt/news")
        expect(files(prefix) == set(FOREIGN), f"left: {sorted(files(prefix) - set(FOREIGN))}")
        for name in FOREIGN:
            (prefix / name).unlink(missing_ok=True)
        make("uninstall", program, place, "/opt/news")
        expect(not os.path.exists(prefix / "share/broadsheet"), "a folder of ours is left")
        expect(not os.path.exists(prefix / "share/doc/broadsheet"), "the pages' folder is left")
    finally:
        shutil.rmtree(place)
    print("\n".join(failures) or f"{len(placed)} files are placed and taken away.")
    return 1 if failures else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    sys.exit(main(os.path.abspath(sys.argv[1])))
