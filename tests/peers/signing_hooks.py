"""Hooks for Schemathesis: it sends each request with the signature that the gateway wants, so that it can be measured
against the same service as doctract, signatures checked. PEER_KEY_ID and PEER_KEY_SECRET hold the key, PEER_STYLE is
`aliyun` or `ucloud`. Requests go to `/`, as the pages say: the paths of the document only tell its operations apart."""

import base64
import hashlib
import hmac
import os
import time
import urllib.parse
import uuid

import schemathesis

KEY, SECRET, STYLE = (os.environ[name] for name in ("PEER_KEY_ID", "PEER_KEY_SECRET", "PEER_STYLE"))


def escaped(text):
    return urllib.parse.quote(text, safe="-_.~")


def aliyun(query):
    query |= {
        "Format": "JSON",
        "Version": "2014-05-26",
        "AccessKeyId": KEY,
        "SignatureMethod": "HMAC-SHA1",
        "SignatureVersion": "1.0",
        "SignatureNonce": uuid.uuid4().hex,
        "Timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
    }
    canonical = "&".join(f"{escaped(name)}={escaped(value)}" for name, value in sorted(query.items()))
    text = f"GET&%2F&{escaped(canonical)}"
    mac = hmac.new(f"{SECRET}&".encode(), text.encode("utf-8", "surrogatepass"), hashlib.sha1)
    query["Signature"] = base64.b64encode(mac.digest()).decode()


def ucloud(query):
    query["PublicKey"] = KEY
    text = "".join(name + value for name, value in sorted(query.items())) + SECRET
    query["Signature"] = hashlib.sha1(text.encode("utf-8", "surrogatepass")).hexdigest()


def flat(query):
    """Values as they travel: one text for each name."""
    pairs = {}
    for name, value in (query or {}).items():
        values = value if isinstance(value, list) else [value]
        for number, one in enumerate(values):
            key = name if not isinstance(value, list) else f"{name}.{number + 1}"
            pairs[key] = str(one).lower() if isinstance(one, bool) else str(one)
    return pairs


@schemathesis.hook
def before_call(context, case, kwargs):
    query = flat(case.query)
    (aliyun if STYLE == "aliyun" else ucloud)(query)
    case.query = query
