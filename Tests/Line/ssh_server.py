"""An OpenSSH server on loopback with a key, a port and settings of its own."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

SERVER = shutil.which("sshd", path="/usr/sbin:/usr/local/sbin:" + os.environ.get("PATH", ""))
# The server does not start without it, and only root is asked for it.
SEPARATION = "/run/sshd"


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class SSHServer:
    """A server for whoever runs this, ended and removed with the `with` that it stands in."""

    def __init__(self, environment, settings=()):
        self.folder = tempfile.mkdtemp(prefix="broadsheet-sshd-")
        self.port = free_port()
        self.user = pwd.getpwuid(os.getuid()).pw_name
        self.host_key, self.key = self._make_key("host"), self._make_key("user")
        shutil.copy(self.key + ".pub", self.folder + "/authorized_keys")
        self._write_settings(environment, settings)
        if os.geteuid() == 0:
            os.makedirs(SEPARATION, mode=0o755, exist_ok=True)
        self.log = open(self.folder + "/log", "wb")
        self.process = subprocess.Popen(
            [SERVER, "-D", "-e", "-f", self.folder + "/sshd_config"], stderr=self.log)
        self._wait_until_it_listens()

    def _make_key(self, name):
        path = f"{self.folder}/{name}_key"
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", path], check=True)
        return path

    def _write_settings(self, environment, settings):
        lines = [
            f"Port {self.port}", "ListenAddress 127.0.0.1", f"HostKey {self.host_key}",
            f"AuthorizedKeysFile {self.folder}/authorized_keys", "PidFile none", "UsePAM no",
            "StrictModes no", "PasswordAuthentication no", "PermitRootLogin prohibit-password",
            "PrintMotd no", "PrintLastLog no", "UseDNS no",
            "SetEnv " + " ".join(f'{name}="{value}"' for name, value in environment.items()),
            *settings,
        ]
        with open(self.folder + "/sshd_config", "w") as file:
            file.write("\n".join(lines) + "\n")

    def _wait_until_it_listens(self):
        end = time.monotonic() + 20
        while time.monotonic() < end and self.process.poll() is None:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                time.sleep(0.02)
        raise SystemExit("sshd did not start: " + self.said())

    def said(self):
        with open(self.folder + "/log", errors="replace") as file:
            return file.read()

    def command(self, *words, port=None):
        """The client's command that runs these words on the server's side, on a terminal."""
        return [
            shutil.which("ssh"), "-tt", "-F", "none", "-p", str(port or self.port), "-i", self.key,
            "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR",
            "-o", f"UserKnownHostsFile={self.folder}/known_hosts", "-e", "none",
            f"{self.user}@127.0.0.1", *words,
        ]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
