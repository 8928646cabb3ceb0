#!/usr/bin/env bash
# What doctract reaches over loopback beside wrk (Debian's), on the same server with the same requests.
#
# usage: tests/peers/wrk.sh [SECONDS]
#
# A run of the suite is journaled; wrk.lua replays the GET requests that its report shows, in their order. Signed requests
# can't be sent twice where nonces are checked, so the server is told not to check signatures; both testers meet the same
# server, first one, then the other. CPU time is counted by the operating system.
set -euo pipefail
cd "$(dirname "$0")/../.."

seconds=${1:-10}
doctract=${DOCTRACT:-target/release/doctract}
spec=aliyun-image
scratch=$(mktemp -d)
"$doctract" serve "$spec" --listen 127.0.0.1:0 --fault signature-not-checked --fault nonce-replay-accepted --fault expired-time-accepted >"$scratch/greeting" &
server=$!
trap 'kill $server; rm -rf "$scratch"' EXIT
until grep -q SECRET "$scratch/greeting"; do sleep 0.1; done
url=$(sed -n 's/.*listens on \(.*\);.*/\1/p' "$scratch/greeting")
DOCTRACT_KEY_ID=$(sed -n 's/.*KEY_ID=//p' "$scratch/greeting")
DOCTRACT_KEY_SECRET=$(sed -n 's/.*KEY_SECRET=//p' "$scratch/greeting")
export DOCTRACT_KEY_ID DOCTRACT_KEY_SECRET

reading=(--only DescribeImages --only DescribeRegions --skip '*/auth')
cpu() { TIMEFORMAT='%U %S'; { time "$@" >"$scratch/out" 2>"$scratch/err"; } 2>&1 | awk '{print $1 + $2}'; }

"$doctract" verify "specs/$spec" --server "$url" "${reading[@]}" --keep --report "$scratch/report" >/dev/null 2>&1 || true
python3 - "$scratch" "$spec" <<'PYTHON'
import json, pathlib, sys
scratch = pathlib.Path(sys.argv[1])
report = json.loads((scratch / "report/report.json").read_text())
sent = [e for o in report["specs"][0]["outcomes"] for e in o["exchanges"]]
paths = [e["url"].split("/", 3)[3] for e in sent if e["method"] == "GET"]
(scratch / "paths").write_text("".join(f"/{path}\n" for path in paths))
print(f"{len(paths)} requests in the mix")
PYTHON

echo "doctract, one thread's worth of cases at a time:"
used=$(cpu "$doctract" verify "specs/$spec" --server "$url" "${reading[@]}" --keep --budget "${seconds}s" --format json || true)
python3 - "$scratch/out" "$used" <<'PYTHON'
import json, sys
spec = json.load(open(sys.argv[1]))["specs"][0]
requests, took, used = spec["requests"], spec["took_ms"] / 1000, float(sys.argv[2])
print(f"  {requests} requests in {took:.1f} s: {requests / took:.0f}/s, {requests / used:.0f} a CPU second")
PYTHON

echo "wrk, one thread, as many connections:"
used=$(PATHS="$scratch/paths" cpu wrk -t1 -c8 -d"${seconds}s" -s tests/peers/wrk.lua "$url")
rate=$(awk '/Requests\/sec/ {print $2}' "$scratch/out")
total=$(awk '/requests in/ {print $1}' "$scratch/out")
echo "  $rate/s, $(awk "BEGIN {printf \"%.0f\", $total / $used}") a CPU second"
