"""The programs that stand beside Mailround in a measurement: started on free loopback ports, stopped at the end."""

import contextlib
import glob
import json
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
POSTGRESQL = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda folder: int(folder.split("/")[4]), reverse=True)
PATH = os.pathsep.join([os.environ["PATH"], "/usr/sbin", *POSTGRESQL])


def program(name):
    """The path of a program, or an end that says which package is missing."""
    found = shutil.which(name, path=PATH)
    if not found:
        package = "postgresql" if name in ("initdb", "postgres") else "postfix"
        raise SystemExit(f"{name} is not installed: it comes with the package {package}")
    return found


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_port(port, process):
    for _ in range(3000):
        if process.poll() is not None:
            raise SystemExit(f"{process.args[0]} ended with {process.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise SystemExit(f"nothing listens on port {port}")


@contextlib.contextmanager
def running(command, port, **options):
    process = subprocess.Popen(command, **options)
    try:
        await_port(port, process)
        yield process
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def smtp_sink():
    """Postfix's own: it takes mail as fast as one core can."""
    port = free_port()
    user = pwd.getpwuid(os.getuid()).pw_name
    with running([program("smtp-sink"), "-u", user, f"127.0.0.1:{port}", "1000"], port):
        yield port


@contextlib.contextmanager
def own_sink(*options):
    """Ours, for what smtp-sink cannot do: replies that are late, STARTTLS."""
    port = free_port()
    source = os.path.join(os.path.dirname(__file__), "wire", "Sink.java")
    with running(["java", source, "--port", str(port), *options], port, stdout=subprocess.DEVNULL):
        yield port


def smtp_source(port, connections, messages, length):
    """Seconds that smtp-source takes for so many messages of that payload."""
    begun = time.monotonic()
    subprocess.run(
        [program("smtp-source"), "-d", "-s", str(connections), "-m", str(messages), "-l", str(length),
         "-f", "news@example.com", "-t", "somebody@example.com", f"127.0.0.1:{port}"],
        check=True)
    return time.monotonic() - begun


@contextlib.contextmanager
def postgresql():
    """A database of its own with the settings that PostgreSQL comes with; it is gone afterwards."""
    folder = tempfile.mkdtemp(prefix="mailround-bench-")
    port = free_port()
    # it does not run as root
    owner = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    if os.getuid() == 0:
        shutil.chown(folder, owner)
    data = os.path.join(folder, "data")
    try:
        subprocess.run([program("initdb"), "-D", data, "-U", "mailround", "-A", "trust", "-E", "UTF8", "--no-locale"],
                       user=owner, check=True, stdout=subprocess.DEVNULL, cwd=folder)
        with running([program("postgres"), "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", folder], port,
                     user=owner, cwd=folder, stderr=subprocess.DEVNULL) as server:
            yield f"jdbc:postgresql://127.0.0.1:{port}/postgres"
            server.send_signal(2)  # closes connections, then ends
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def mailround(home, *arguments, heap="256m", codes=(0,)):
    """Runs a command as people do: the last line of its JSON, its seconds, and the most memory that it had, in MB."""
    options = f"-Xmx{heap} {os.environ.get('MAILROUND_JAVA_OPTS', '')}"
    environment = {**os.environ, "MAILROUND_HOME": str(home), "MAILROUND_JAVA_OPTS": options}
    command = [os.path.join(ROOT, "mailround"), *map(str, arguments), "--json"]
    with open(os.path.join(home, "stderr.log"), "ab") as log:
        begun = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, cwd=home, env=environment)
        lines = process.stdout.read().decode().splitlines()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in codes:
        with open(log.name, encoding="utf-8") as said:
            raise SystemExit(f"{command} ended with {process.returncode}: {said.read()}" + "\n".join(lines[-3:]))
    return json.loads(lines[-1]), seconds, usage.ru_maxrss / 1024


def build():
    """Lets the launcher build what has changed, so that no measurement does."""
    subprocess.run([os.path.join(ROOT, "mailround"), "--version"], check=True, stdout=subprocess.DEVNULL)
