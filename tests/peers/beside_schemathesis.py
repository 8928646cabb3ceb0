#!/usr/bin/env python3
"""Schemathesis beside doctract: the same service, the same faults, signatures checked for both.

usage: python3 tests/peers/beside_schemathesis.py [--doctract PATH] [--schemathesis PATH] [--seconds 10] [--every 1]
       [SPEC…]

Schemathesis (the newest of PyPI) is installed into a throw-away environment and gets the generated OpenAPI document of
each spec, and SECONDS for each fault. The service without faults comes first, once for each fault, with the seed that the
fault will have and for as long: what is reported there accuses a correct server. Such reports differ from run to run, so
that fewer runs would take some of them for finds. A fault counts as found when a failure of a kind and an operation is
reported that none of these runs shows. A call by name is the same by GET and by POST, so that other methods are no business of the document: that check
is left out. Every fault that the service can commit is tried, or every K-th. Requests are counted by the testers, CPU time
by the operating system.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STYLES = {"aliyun-image": "aliyun", "ucloud-image": "ucloud"}


def measured(command, **more):
    """Runs a command: its exit code, standard output, and CPU seconds with those of its children."""
    with tempfile.TemporaryFile("w+") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, **more)
        _, status, usage = os.wait4(process.pid, 0)
        out.seek(0)
        return os.waitstatus_to_exitcode(status), out.read(), usage.ru_utime + usage.ru_stime


class Service:
    """image-service of a spec, with a fault or without."""

    def __init__(self, doctract, spec, fault):
        command = [doctract, "serve", spec, "--listen", "127.0.0.1:0"] + (["--fault", fault] if fault else [])
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        greeting = "".join(self.process.stdout.readline() for _ in range(4))
        self.url = re.search(r"listens on (\S+?);", greeting)[1]
        self.key = re.search(r"KEY_ID=(.*)", greeting)[1], re.search(r"KEY_SECRET=(.*)", greeting)[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def doctract_run(doctract, spec, fault):
    """Whether it found something, its requests and CPU seconds."""
    with Service(doctract, spec, fault) as service:
        key = dict(zip(("DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"), service.key))
        command = [doctract, "verify", f"specs/{spec}", "--server", service.url, "--keep", "--format", "json"]
        # An image takes seconds to be made.
        command += ["--undocumented", "fail", "--patience", "10s"]
        code, out, cpu = measured(command, cwd=ROOT, env=os.environ | key)
        return code == 1, json.loads(out)["specs"][0]["requests"], cpu


def schemathesis_run(tool, doctract, spec, fault, seconds, scratch, seed):
    """Its failures (operation and title), requests and CPU seconds."""
    with Service(doctract, spec, fault) as service:
        key = dict(zip(("PEER_KEY_ID", "PEER_KEY_SECRET"), service.key))
        hooks = {"SCHEMATHESIS_HOOKS": "signing_hooks", "PYTHONPATH": str(ROOT / "tests/peers")}
        document = ROOT / "generated" / spec / "openapi.json"
        command = [tool, "run", str(document), "--url", service.url, "--max-time", str(seconds)]
        command += ["--continue-on-failure", "--no-color", "--seed", str(seed)]
        command += ["--checks", "all", "--exclude-checks", "unsupported_method,allow_header_conformance"]
        env = os.environ | key | hooks | {"PEER_STYLE": STYLES[spec]}
        _, out, cpu = measured(command, cwd=scratch, env=env)
    failures, operation = set(), ""
    for line in out.splitlines():
        if heading := re.fullmatch(r"_+ (.*?) _+", line):
            operation = heading[1]
        elif title := re.fullmatch(r"- (ST\d+ .*)", line):
            failures.add((operation, title[1]))
    requests = re.search(r"(\d+) generated", out)
    return failures, int(requests[1]) if requests else 0, cpu


def faults_of(doctract, spec):
    out = subprocess.run([doctract, "verify", "--list-faults"], stdout=subprocess.PIPE, text=True, check=True).stdout
    entries = re.findall(r"^(\S+)\n((?: .*\n)+)", out, re.M)
    return [name for name, about in entries if spec in re.search(r"^ +in (.*)$", about, re.M)[1].split(", ")]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--doctract", default=str(ROOT / "target/release/doctract"))
    arguments.add_argument("--seconds", type=int, default=10)
    arguments.add_argument("--every", type=int, default=1)
    arguments.add_argument("--schemathesis", help="the program, where it is installed already")
    arguments.add_argument("specs", nargs="*", default=list(STYLES))
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        tool = options.schemathesis
        if tool is None:
            subprocess.run([sys.executable, "-m", "venv", f"{scratch}/venv"], check=True)
            subprocess.run([f"{scratch}/venv/bin/pip", "install", "--quiet", "schemathesis"], check=True)
            tool = f"{scratch}/venv/bin/schemathesis"
        version = subprocess.run([tool, "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
        print(f"{version}, {options.seconds} s for each fault\n")
        print(f"{'spec and fault':58} {'doctract':>8} {'schemathesis':>12}")
        for spec in options.specs:
            compare(options, tool, spec, scratch)


def compare(options, tool, spec, scratch):
    started = time.monotonic()
    faults = faults_of(options.doctract, spec)[:: options.every]
    accuses, requests, cpu = doctract_run(options.doctract, spec, None)
    ours, theirs = [requests, cpu, 0], [0, 0, 0]
    accused = set()
    for seed, _ in enumerate(faults, 1):
        failures, requests, cpu = schemathesis_run(tool, options.doctract, spec, None, options.seconds, scratch, seed)
        theirs = [theirs[0] + requests, theirs[1] + cpu, 0]
        accused |= failures
        print(f"{spec}, as it is: {seed} of {len(faults)}", end="\r", file=sys.stderr, flush=True)
    print(f"{spec + ', as it is: failures':58} {int(accuses):>8} {len(accused):>12}", flush=True)
    for seed, fault in enumerate(faults, 1):
        found, requests, cpu = doctract_run(options.doctract, spec, fault)
        failures, peer_requests, peer_cpu = schemathesis_run(
            tool, options.doctract, spec, fault, options.seconds, scratch, seed
        )
        peer_found = bool(failures - accused)
        print(f"{spec + ', ' + fault:58} {'found' if found else '-':>8} {'found' if peer_found else '-':>12}", flush=True)
        ours = [ours[0] + requests, ours[1] + cpu, ours[2] + found]
        theirs = [theirs[0] + peer_requests, theirs[1] + peer_cpu, theirs[2] + peer_found]
    for name, one, other in [
        (f"faults found, of {len(faults)}", ours[2], theirs[2]),
        ("requests", ours[0], theirs[0]),
        ("CPU seconds", f"{ours[1]:.1f}", f"{theirs[1]:.1f}"),
        ("times the requests a CPU second", f"{ours[0] / ours[1] / (theirs[0] / theirs[1]):.0f}x", ""),
        ("requests a CPU second", f"{ours[0] / ours[1]:.0f}", f"{theirs[0] / theirs[1]:.0f}"),
    ]:
        print(f"{spec + ': ' + name:58} {one:>8} {other:>12}")
    print(f"{time.monotonic() - started:.0f} s\n", flush=True)


main()
