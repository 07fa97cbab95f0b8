"""The newsroom's host of docs/ssh.md, in a file system and among processes of its own."""

import os
import pwd
import re
import signal
import socket
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "Tests", "Faults"))
from service import Service  # noqa: E402
from world import Reader  # noqa: E402

PROGRAM = "/usr/local/bin/broadsheet"
ACCOUNT = "briefs"
# A reader with an account who came after the recipe was carried out.
LATER = "erin"
# So that one of the recipe's accounts has nothing but its login shell.
BY_SHELL_ALONE = "Match User dave\n  ForceCommand none\n"
INDEX = "/srv/briefs/index/index.sqlite"


def apart(arguments):
    """Runs this script once more where what is mounted, and which processes there are, is seen by it
    alone: accounts and folders of the recipe are made there and are gone with it."""
    command = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc",
               sys.executable, *arguments, "--apart"]
    raise SystemExit(subprocess.run(command).returncode)


def recipe(name):
    """A block of docs/ssh.md by the comment that it begins with."""
    with open(os.path.join(ROOT, "docs", "ssh.md")) as file:
        found = re.search(rf"```\w*\n# {name}\n(.*?)```", file.read(), re.S)
    return found[1]


class Host:
    """The host, set up by the steps of the recipe."""

    def __init__(self, program, briefs, group=None):
        self.program = os.path.abspath(program)
        self._mount()
        for name in ("accounts", "folders", "own accounts"):
            self.carry_out(name)
        subprocess.run(["useradd", "--create-home", "--gid", "readers", "--shell", PROGRAM,
                        "--password", "*", LATER], check=True)
        # A key that leaves, which an answer of a terminal looks like.
        keys = '[keys]\nquit = ["Q", "^C", "F3"]\n'
        self._put("/etc/broadsheet/config.toml", recipe("settings") + keys)
        self._put("/etc/ssh/sshd_config.d/broadsheet.conf",
                  recipe("sshd") + BY_SHELL_ALONE + recipe("sshd for own accounts"))
        self._put("/etc/broadsheet/readers", "")
        for name, text in briefs.items():
            self.write(name, text)
        self.keys = {}
        self.service = Service(os.path.join(ROOT, "docs", "broadsheet-publish.service"))
        self.indexer = None
        self.port = self._free_port()
        self.log = open("/tmp/sshd.log", "wb")
        self.sshd = subprocess.Popen(
            ["/usr/sbin/sshd", "-D", "-e", "-p", str(self.port), "-o", "ListenAddress=127.0.0.1",
             "-o", "UsePAM=no", "-o", "PidFile=none"],
            stderr=self.log, preexec_fn=group.join if group else None)

    def carry_out(self, name):
        """Runs a block of the recipe as root, from a folder that is root's alone."""
        os.makedirs("/run/root", mode=0o700, exist_ok=True)
        ended = subprocess.run(["sh", "-e"], input=recipe(name).encode(), capture_output=True,
                               cwd="/run/root", env={**os.environ, "HOME": "/run/root"})
        if ended.returncode != 0:
            raise SystemExit(f"{name} of docs/ssh.md: {ended.stdout}{ended.stderr}")
        return ended.stdout.decode() + ended.stderr.decode()

    def administer(self, account, *words):
        """Runs a command of the program as an account, as the recipe does."""
        return subprocess.run(["runuser", "-u", account, "--", PROGRAM, *words], cwd="/",
                              capture_output=True, text=True, timeout=60)

    def write_as(self, account, name, text, mask):
        """Writes a brief as one of the editors, who is made an account where there is none."""
        try:
            pwd.getpwnam(account)
        except KeyError:
            subprocess.run(["useradd", "--groups", "editors", account], check=True)
        subprocess.run(["runuser", "-u", account, "--", "sh", "-ec",
                        f'umask {mask}; cat >"/srv/briefs/news/{name}"'],
                       input=text.encode(), check=True)

    def _mount(self):
        for place in ("/srv", "/home", "/run", "/usr/local/bin", "/var/lib"):
            os.makedirs(place, exist_ok=True)
        copy = "/dev/shm/etc"
        subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=1777", "none", "/dev/shm"], check=True)
        subprocess.run(["cp", "-a", "/etc", copy], check=True)
        subprocess.run(["mount", "--bind", copy, "/etc"], check=True)
        with open("/dev/shm/program", "wb"):
            pass
        subprocess.run(["mount", "--bind", self.program, "/dev/shm/program"], check=True)
        for place in ("/srv", "/home", "/run", "/usr/local/bin", "/var/lib", "/tmp"):
            mode = "mode=1777" if place == "/tmp" else "mode=755"
            subprocess.run(["mount", "-t", "tmpfs", "-o", mode, "none", place], check=True)
        with open(PROGRAM, "wb"):
            pass
        subprocess.run(["mount", "--bind", "/dev/shm/program", PROGRAM], check=True)
        os.makedirs("/run/sshd")
        subprocess.run(["ssh-keygen", "-q", "-A"], check=True)

    def _put(self, path, text):
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        os.chmod(path, 0o644)

    @staticmethod
    def _free_port():
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            return found.getsockname()[1]

    def write(self, name, text):
        """Writes a brief, as an editor would."""
        self._put("/srv/briefs/news/" + name, text)

    def index(self, trace=None):
        """Starts the indexer as its unit says and confines it, and waits for the first index."""
        before = os.stat(INDEX).st_ino if os.path.exists(INDEX) else None
        self.indexer = self.service.start(trace)
        self.wait_for_index(before)

    def stop_index(self):
        """Ends the indexer, be it traced or not."""
        for number, name in self.processes(self.service.settings["User"]).items():
            if name == "broadsheet":
                os.kill(number, signal.SIGTERM)
        self.indexer.wait()
        self.indexer = None

    def wait_for_index(self, before, seconds=60):
        """Waits until an index is published that is another than before."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if os.path.exists(INDEX) and os.stat(INDEX).st_ino != before:
                return os.stat(INDEX).st_ino
            time.sleep(0.05)
        raise SystemExit("no index was published")

    def _key(self, name, account):
        """Makes a key, and returns its public half."""
        path = f"/dev/shm/key-{name}"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
        self.keys[name] = (path, account)
        with open(path + ".pub") as file:
            return file.read()

    def add_owner(self, name):
        """Makes a key and gives it to a reader who has an account of the recipe."""
        self._put("/etc/broadsheet/keys/" + name, self._key(name, name))

    def add_reader(self, name):
        """Makes a key and gives it to a reader of the common account by the line of the recipe."""
        key = self._key(name, ACCOUNT)
        line = re.sub(r"ssh-ed25519 .*\n", lambda _: key, recipe("readers"))
        with open("/etc/broadsheet/readers", "a") as file:
            file.write(line.replace("--reader ann", f"--reader {name}"))

    def settings_of(self, name):
        """The lines that sshd says hold for a reader."""
        said = subprocess.run(["/usr/sbin/sshd", "-T", "-C", f"user={self.account(name)}"],
                              capture_output=True, text=True, check=True)
        return set(said.stdout.splitlines())

    def account(self, name):
        """The account of a reader."""
        return self.keys[name][1]

    def group(self, name):
        """The number of the group of a reader's account."""
        return str(pwd.getpwnam(self.account(name)).pw_gid)

    def home(self, name):
        """The home folder of a reader's account."""
        return pwd.getpwnam(self.account(name)).pw_dir

    def ssh(self, name, *more, program="ssh"):
        """The command that logs a reader in."""
        key, account = self.keys[name]
        options = ["-F", "/dev/null", "-i", key, "-o", "StrictHostKeyChecking=no",
                   "-o", "UserKnownHostsFile=/dev/null", "-o", "LogLevel=ERROR",
                   "-o", "IdentitiesOnly=yes", "-o", "BatchMode=yes"]
        port = ["-P" if program != "ssh" else "-p", str(self.port)]
        return ["/usr/bin/" + program, *options, *port, *more], f"{account}@127.0.0.1"

    def open(self, name, *words, options=(), environment=None):
        """Logs a reader in on a terminal."""
        command, place = self.ssh(name, "-tt", *options)
        surroundings = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}
        return Reader([*command, place, *words], {**surroundings, **(environment or {})})

    def run(self, name, *words, options=(), program="ssh", **more):
        """Logs a reader in without a terminal."""
        command, place = self.ssh(name, *options, program=program)
        return subprocess.run([*command, place, *words], capture_output=True, timeout=60,
                              stdin=more.pop("stdin", subprocess.DEVNULL), **more)

    def processes(self, account=ACCOUNT):
        """The programs that an account runs, by number."""
        uid, found = pwd.getpwnam(account).pw_uid, {}
        for number in filter(str.isdigit, os.listdir("/proc")):
            try:
                with open(f"/proc/{number}/status") as file:
                    status = dict(line.rstrip("\n").split(":\t", 1) for line in file if ":\t" in line)
            except OSError:
                continue
            # Nobody collects here whom sshd leaves to the first process.
            if int(status["Uid"].split()[0]) == uid and not status["State"].startswith("Z"):
                found[int(number)] = status["Name"]
        return found

    def close(self):
        for process in (self.indexer, self.sshd):
            if process:
                process.send_signal(signal.SIGTERM)
                process.wait()
