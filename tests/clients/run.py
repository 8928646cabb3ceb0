#!/usr/bin/env python3
"""The vendors' own clients, unmodified, against `doctract serve` on the loopback interface.

usage: python3 tests/clients/run.py [--doctract PROGRAM] [--keep DIR]

Installs the clients from their package registries into a folder that is thrown away, starts a server for each,
and prints a table of what each client did and met. Exit code 1: something in the table failed; 2: it could not
be set up. `--keep` installs into a folder that stays, so that the next run is quick.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# What every client must have done. A step that a client leaves out is a failure too.
STEPS = [
    "create", "create: until available", "copy", "copy: until available", "delete", "delete: gone",
    "error 1", "error 2", "error 3", "wrong key",
]

# Copies and images take seconds by themselves: fast enough here, and slow enough that the way can be seen.
TIME_SCALE = "4"

CLIENTS = [
    ("ucloud-sdk-python3", "ucloud-image", "ucloud_sdk_python3.py"),
    ("aliyun-python-sdk-ecs", "aliyun-image", "aliyun_python_sdk_ecs.py"),
    ("alibabacloud_ecs20140526", "aliyun-image", "alibabacloud_tea_ecs.py"),
    ("@alicloud/pop-core", "aliyun-image", "alicloud_pop_core.mjs"),
]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--doctract", type=Path, help="the program; built from here unless given")
    arguments.add_argument("--keep", type=Path, help="install the clients here, and keep them")
    options = arguments.parse_args()
    program = options.doctract or build()
    place = options.keep or Path(tempfile.mkdtemp(prefix="clients-"))
    try:
        python = install(place)
        rows = [(client, *row) for client, spec, script in CLIENTS for row in run(program, python, place, spec, script)]
    finally:
        if not options.keep:
            shutil.rmtree(place, ignore_errors=True)
    print_table(rows)
    failed = sum(not held for _, _, held, _ in rows)
    print(f"{len(CLIENTS)} clients, {len(rows)} steps, {failed} failed")
    return 1 if failed else 0


def build():
    subprocess.run(["cargo", "build", "--quiet", "-p", "doctract"], cwd=ROOT, check=True)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    return target / "debug" / "doctract"


def install(place):
    """Installs what is not there yet; returns the Python that sees the clients."""
    place.mkdir(parents=True, exist_ok=True)
    python = place / "venv" / "bin" / "python"
    if not python.exists():
        print("installing the Python clients…", file=sys.stderr, flush=True)
        venv.create(place / "venv", with_pip=True)
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "-r", HERE / "requirements.txt"], check=True)
    if not (place / "node_modules").exists():
        print("installing the Node client…", file=sys.stderr, flush=True)
        shutil.copy(HERE / "package.json", place)
        npm = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock"]
        subprocess.run(npm, cwd=place, check=True)
    return python


def run(program, python, place, spec, script):
    """Starts a server and lets one client at it; yields step, held, saw."""
    serve = [program, "serve", spec, "--listen", "127.0.0.1:0", "--time-scale", TIME_SCALE]
    server = subprocess.Popen(serve, stdout=subprocess.PIPE, text=True)
    try:
        url, key, secret = greeting(server)
        runner = ["node", HERE / script] if script.endswith(".mjs") else [python, HERE / script]
        more = [place] if script.endswith(".mjs") else []
        environment = {**os.environ, "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1", "no_proxy": "127.0.0.1"}
        client = subprocess.run(
            [*runner, url, key, secret, *more], stdout=subprocess.PIPE, text=True, env=environment, timeout=180
        )
    finally:
        server.terminate()
        server.wait(timeout=30)
    lines = [json.loads(line) for line in client.stdout.splitlines() if line.startswith("{")]
    for line in lines:
        yield line["step"], line["held"], line["saw"]
    told = {line["step"] for line in lines}
    for step in STEPS:
        if step not in told:
            yield step, False, "the client did not get there"
    if client.returncode != 0:
        yield "the client ends well", False, f"exit code {client.returncode}"


def greeting(server):
    """Address and key, as the server prints them for a shell."""
    text = ""
    while "DOCTRACT_KEY_SECRET" not in text:
        line = server.stdout.readline()
        if not line:
            sys.exit(f"the server did not start: {text}")
        text += line
    find = lambda pattern: re.search(pattern, text).group(1)
    return find(r"(http://[\d.:]+)"), find(r"KEY_ID=(\S+)"), find(r"KEY_SECRET=(\S+)")


def print_table(rows):
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for client, step, held, saw in rows:
        print(f"{client:{widths[0]}}  {step:{widths[1]}}  {'held  ' if held else 'FAILED'}  {saw[:140]}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (subprocess.CalledProcessError, FileNotFoundError, subprocess.TimeoutExpired) as error:
        print(f"clients: {error}", file=sys.stderr)
        sys.exit(2)
