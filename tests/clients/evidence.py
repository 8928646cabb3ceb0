"""What a client tells about what it met: one line of JSON for each step, read by `run.py`."""

import json
import sys
import time

# How long an image may take to become available, in seconds.
PATIENCE = 30


def target():
    """Address, key and secret: what `run.py` hands to each client."""
    return sys.argv[1], sys.argv[2], sys.argv[3]


def tell(step, held, saw):
    print(json.dumps({"step": step, "held": bool(held), "saw": str(saw)}, ensure_ascii=False), flush=True)


def step(name, call):
    """Makes a call and tells whether it went through; `None` where it did not."""
    try:
        answer = call()
    except Exception as error:  # whatever an SDK throws here is what the table must show
        tell(name, False, f"{type(error).__name__}: {error}")
        return None
    tell(name, answer is not None and answer != "", answer)
    return answer


def until_available(name, state):
    """Asks for the state of an image until it is available. It must have been seen in another state before."""
    seen, deadline = [], time.monotonic() + PATIENCE
    try:
        while time.monotonic() < deadline:
            now = state()
            if not seen or seen[-1] != now:
                seen.append(now)
            if now == "Available":
                break
            time.sleep(0.1)
    except Exception as error:
        tell(name, False, f"{type(error).__name__}: {error}")
        return
    tell(name, len(seen) > 1 and seen[-1] == "Available", " → ".join(map(str, seen)))


def gone(name, count):
    """After a deletion nothing is listed under the id."""
    try:
        left = count()
    except Exception as error:
        tell(name, False, f"{type(error).__name__}: {error}")
        return
    tell(name, left == 0, f"{left} listed")


def meets(name, kind, code, call, read):
    """A documented error: it must arrive as exactly this exception type, with this code."""
    try:
        call()
    except kind as error:
        got = read(error)
        exact = type(error) is kind
        tell(name, exact and str(got) == str(code), f"{type(error).__name__} {got}")
    except Exception as error:
        tell(name, False, f"{type(error).__name__}, not {kind.__name__}: {error}")
    else:
        tell(name, False, f"no error, where {code} is documented")
