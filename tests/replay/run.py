#!/usr/bin/env python3
"""Failures happen again: from the curl line of the report, and from `--only ID --seed S`.

usage: python3 tests/replay/run.py [--doctract PATH] [--failures 100] [--seed 7]

Faults are committed one after the other until so many failures are reported, at most six of a fault. Each is repeated
against a service that was started anew with the same fault: what a case makes would stand in the way of its second time.
A curl line that names a resource which the run has made is sent to the service where it was made. The line must bring the
answer that the report shows, its status and its code; the case must fail with the codes that it failed with.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPECS = ["aliyun-image", "ucloud-image"]
MOST_OF_A_FAULT = 6


class Service:
    def __init__(self, doctract, spec, fault):
        # Copies take seconds by themselves.
        command = [doctract, "serve", spec, "--listen", "127.0.0.1:0", "--fault", fault, "--time-scale", "20"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        greeting = "".join(self.process.stdout.readline() for _ in range(4))
        self.url = re.search(r"listens on (\S+?);", greeting)[1]
        names = "DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"
        self.env = os.environ | {name: re.search(rf"{name}=(.*)", greeting)[1] for name in names}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def verify(self, doctract, spec, seed, *more):
        command = [doctract, "verify", f"specs/{spec}", "--server", self.url, "--keep", "--seed", str(seed)]
        command += ["--format", "json", *more]
        ran = subprocess.run(command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        outcomes = json.loads(ran.stdout)["specs"][0]["outcomes"]
        return [outcome for outcome in outcomes if outcome["class"]["class"] == "failed"]


def codes(outcome):
    return sorted({breach["code"] for breach in outcome["class"]["breaches"]})


def shown(outcome):
    """The exchange that the report shows of a failure."""
    exchanges = outcome["exchanges"]
    for purpose in ("shrunk", "case"):
        for exchange in reversed(exchanges):
            if exchange["purpose"] == purpose:
                return exchange
    return exchanges[-1]


def answered(status, body):
    """What an answer says: its status, and its code where it has one."""
    try:
        tree = json.loads(body)
        return status, tree.get("RetCode", tree.get("Code"))
    except (ValueError, AttributeError):
        code = re.search(r"<(?:Code|RetCode)>(.*?)<", body)
        return status, code[1] if code else "no JSON"


def curl(service, line, url):
    """What the line brings from another service than the one of its URL."""
    line = line.replace(url, service.url) + " -w '\\n%{http_code}'"
    ran = subprocess.run(["sh", "-c", line], env=service.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    body, _, status = ran.stdout.decode("utf-8", "replace").rpartition("\n")
    return answered(int(status or 0), body)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--doctract", default=str(ROOT / "target/release/doctract"))
    arguments.add_argument("--failures", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=7)
    options = arguments.parse_args()
    doctract, seed = options.doctract, options.seed
    listed = subprocess.run([doctract, "verify", "--list-faults"], stdout=subprocess.PIPE, text=True, check=True)
    tried = from_curl = from_id = 0
    for fault, about in re.findall(r"^(\S+)\n((?: .*\n)+)", listed.stdout, re.M):
        for spec in SPECS:
            if tried == options.failures or spec not in re.search(r"^ +in (.*)$", about, re.M)[1].split(", "):
                continue
            with Service(doctract, spec, fault) as first:
                for outcome in first.verify(doctract, spec, seed)[:MOST_OF_A_FAULT]:
                    if tried == options.failures:
                        break
                    tried += 1
                    exchange = shown(outcome)
                    made = any(exchange["purpose"] == "fixture" for exchange in outcome["exchanges"])
                    expected = answered(exchange["status"], exchange["answer"])
                    with Service(doctract, spec, fault) as again:
                        line = curl(first if made else again, exchange["curl"], first.url)
                    with Service(doctract, spec, fault) as again:
                        case = again.verify(doctract, spec, seed, "--only", outcome["case"])
                    from_curl += line == expected
                    from_id += [codes(one) for one in case] == [codes(outcome)]
                    print(f"\r{tried} of {options.failures}: {fault} ", end="", file=sys.stderr, flush=True)
                    if line != expected:
                        print(f"{fault} {outcome['case']}: the line brings {line}, the report shows {expected}")
                    if [codes(one) for one in case] != [codes(outcome)]:
                        print(f"{fault} {outcome['case']}: {[codes(one) for one in case]}, not {codes(outcome)}")
    print(f"{tried} failures: {from_curl} happen again from their curl line, {from_id} from --only ID --seed {seed}")
    sys.exit(0 if tried == from_curl == from_id and tried > 0 else 1)


main()
