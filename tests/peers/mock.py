#!/usr/bin/env python3
"""Schemathesis against the mock: does `serve --mock` keep what our own OpenAPI export of the same pages says?

usage: python3 tests/peers/mock.py PAGES SERVICE [PAGES SERVICE …] [--doctract PATH] [--examples 10]

PAGES is a folder of pages, SERVICE the name of a document that `doctract generate` makes of it (`images`). Schemathesis (the
newest of PyPI) is installed into a throw-away environment and runs all its checks but those of LIMITS. Exits with 1 when it
reports anything.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# What OpenAPI has no words for, and the check that stumbles over it.
LIMITS = {
    "negative_data_rejection": "one family refuses with HTTP 200 and a number in the body, which the check takes for success",
    "positive_data_acceptance": "rules across parameters (this one or that one, this one only with that one) have no schema in a query",
    "unsupported_method": "a call by name is the same by GET and by POST; the document shows one of them",
    "allow_header_conformance": "the same",
}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--doctract", default=str(ROOT / "target/release/doctract"))
    arguments.add_argument("--examples", type=int, default=10)
    arguments.add_argument("pairs", nargs="+", metavar="PAGES SERVICE")
    options = arguments.parse_args()
    failures = 0
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run([sys.executable, "-m", "venv", f"{scratch}/venv"], check=True)
        subprocess.run([f"{scratch}/venv/bin/pip", "install", "--quiet", "schemathesis"], check=True)
        for pages, service in zip(options.pairs[::2], options.pairs[1::2]):
            failures += compare(options, Path(pages).resolve(), service, Path(scratch))
    for check, reason in LIMITS.items():
        print(f"not checked: {check}: {reason}")
    return 1 if failures else 0


def compare(options, pages, service, scratch):
    """How many failures Schemathesis reports of one document."""
    crate = scratch / f"{pages.name}-crate"
    if not crate.exists():
        command = [options.doctract, "generate", str(pages), "--out", str(crate)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    command = [options.doctract, "serve", str(pages), "--mock", "--listen", "127.0.0.1:0"]
    mock = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        url = re.search(r"(http://\S+?);", mock.stdout.readline())[1]
        document = crate / "openapi" / f"{service}.json"
        command = [f"{scratch}/venv/bin/schemathesis", "run", str(document), "--url", url, "--seed", "1", "--no-color"]
        command += ["--checks", "all", "--exclude-checks", ",".join(LIMITS), "--continue-on-failure"]
        command += ["--phases", "examples,coverage,fuzzing", "--max-examples", str(options.examples)]
        run = subprocess.run(command, cwd=scratch, stdout=subprocess.PIPE, text=True)
    finally:
        mock.terminate()
        mock.wait()
    tested = re.search(r"Tested: (\d+)", run.stdout)
    cases = re.search(r"(\d+) generated", run.stdout)
    found = re.findall(r"^- ST\d+ .*", run.stdout, re.M)
    if tested is None or cases is None or (run.returncode != 0 and not found):
        print(run.stdout)
        sys.exit(f"schemathesis did not run to its end on {service}")
    print(f"{pages.name} {service}: {tested[1]} operations, {cases[1]} requests, {len(found)} failures", flush=True)
    if found:
        print(run.stdout)
    return len(found)


sys.exit(main())
