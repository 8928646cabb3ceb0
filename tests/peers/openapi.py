#!/usr/bin/env python3
"""Our OpenAPI documents before an outside validator and three outside readers.

usage: python3 tests/peers/openapi.py [--keep DIR] [DOCUMENT…]

openapi-spec-validator must find each document valid, Spectral must lint it without an error, Schemathesis must read each
of its operations, and Prism must offer each of them. The newest of each comes from its registry into a folder that is
thrown away; `--keep` installs into a folder that stays, so that the next run is quick. Without documents they are those
of `generated/`. Exit code 1: a document was refused, or an operation not read; 2: a tool could not be set up.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ["openapi-spec-validator", "schemathesis"]
NODE = ["@stoplight/spectral-cli", "@stoplight/prism-cli"]
METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]

READ = """
import sys, schemathesis
results = list(schemathesis.openapi.from_path(sys.argv[1]).get_all_operations())
for result in results:
    if hasattr(result, "err"):
        print(result.err(), file=sys.stderr)
print(sum(not hasattr(result, "err") for result in results))
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("--keep", type=Path, help="install the tools here, and keep them")
    arguments.add_argument("documents", nargs="*", type=Path)
    options = arguments.parse_args()
    documents = options.documents or sorted(ROOT.glob("generated/*/openapi.json"))
    place = options.keep or Path(tempfile.mkdtemp(prefix="readers-"))
    try:
        install(place)
        failed = [trouble for document in documents for trouble in held(place.resolve(), document.resolve())]
    except subprocess.CalledProcessError as error:
        print(f"{error.cmd[0]} could not be set up: {error.stderr}", file=sys.stderr)
        return 2
    finally:
        if not options.keep:
            shutil.rmtree(place, ignore_errors=True)
    for trouble in failed:
        print(trouble)
    print(f"{len(documents)} documents, {len(failed)} troubles")
    return 1 if failed else 0


def install(place):
    """The tools, unless they are there."""
    quiet = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    if not (place / "venv").exists():
        venv.create(place / "venv", with_pip=True)
        subprocess.run([place / "venv/bin/pip", "install", "--quiet", *PYTHON], **quiet)
    if not (place / "node_modules").exists():
        subprocess.run(["npm", "install", "--no-fund", "--no-audit", "--prefix", place, *NODE], **quiet)
    (place / ".spectral.yaml").write_text("extends: [[spectral:oas, recommended]]\n")


def held(place, document):
    """What the tools have against a document."""
    paths = json.loads(document.read_text())["paths"]
    count = sum(method in METHODS for item in paths.values() for method in item)
    name = document.relative_to(ROOT) if document.is_relative_to(ROOT) else document
    readings = {
        "openapi-spec-validator": valid(place, document),
        "Spectral": linted(place, document),
        "Schemathesis": read(place, document, count),
        "Prism": offered(place, document, count),
    }
    good = [tool for tool, trouble in readings.items() if not trouble]
    print(f"{name}: {count} operations, accepted by {', '.join(good) or 'none'}")
    return [f"{name}: {tool}: {trouble}" for tool, trouble in readings.items() if trouble]


def run(command, **more):
    return subprocess.run(command, capture_output=True, text=True, **more)


def valid(place, document):
    done = run([place / "venv/bin/openapi-spec-validator", document])
    return done.returncode and (done.stdout + done.stderr)


def linted(place, document):
    done = run(["node_modules/.bin/spectral", "lint", "--fail-severity", "error", "--quiet", document], cwd=place)
    return done.returncode and (done.stdout + done.stderr)


def read(place, document, count):
    done = run([place / "venv/bin/python", "-c", READ, document])
    return done.stdout.strip() != str(count) and f"reads {done.stdout.strip()} of {count}: {done.stderr}"


def offered(place, document, count):
    """Prism says at its start which operations it offers."""
    command = ["node_modules/.bin/prism", "mock", "--port", "0", "--host", "127.0.0.1", document]
    prism = subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    alarm = threading.Timer(120, prism.terminate)
    alarm.start()
    said = []
    for line in prism.stdout:
        said.append(line)
        if "is listening" in line:
            prism.terminate()
    prism.wait()
    alarm.cancel()
    lines = sum(bool(re.search(r"(GET|PUT|POST|DELETE|HEAD|PATCH|OPTIONS|TRACE)\s+http", line)) for line in said)
    return lines != count and f"offers {lines} of {count}: {''.join(said[-3:])}"


if __name__ == "__main__":
    sys.exit(main())
