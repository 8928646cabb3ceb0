//! The kinds of bad input, drawn at random.

use evidence::chance::Chance;
use evidence::loopback::Caller;
use serde_json::{Map, Value, json};
use wire::Carrier;

/// What kind of input it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// Bytes that mean nothing.
    Bytes,
    /// A right request with some bytes changed.
    Mutated,
    /// A rightly signed request with arguments that nobody expects.
    Arguments,
    /// JSON that is deep, wide or broken.
    Json,
    /// Headers that are many, long or odd.
    Headers,
    /// A request that stops on the way.
    Slow,
    /// Many requests at once.
    Pipelined,
    /// Lengths and encodings that contradict each other.
    Framing,
    /// Right requests, in between.
    Right,
}

const KINDS: [Kind; 9] = [
    Kind::Bytes,
    Kind::Mutated,
    Kind::Arguments,
    Kind::Json,
    Kind::Headers,
    Kind::Slow,
    Kind::Pipelined,
    Kind::Framing,
    Kind::Right,
];

/// Names that mean something to a spec.
pub(crate) struct Known {
    operations: Vec<(String, Vec<String>)>,
    values: Vec<String>,
}

impl Known {
    /// Operations and parameters of a spec's contract, and values of its bindings.
    pub(crate) fn of(spec: &str) -> Result<Self, String> {
        let read =
            |path: &str| std::fs::read_to_string(evidence::root().join(path)).map_err(|e| e.to_string());
        let contract: Value = serde_json::from_str(&read(&format!("generated/{spec}/contract.json"))?)
            .map_err(|e| e.to_string())?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        let operations: Vec<(String, Vec<String>)> = list(&contract["operations"])
            .iter()
            .map(|operation| {
                let parameters = list(&operation["parameters"]);
                (
                    text(&operation["name"]),
                    parameters.iter().map(|parameter| text(&parameter["name"])).collect(),
                )
            })
            .collect();
        if operations.iter().all(|(_, parameters)| parameters.is_empty()) {
            return Err(format!("the contract of {spec} has no parameters"));
        }
        let bindings = read(&format!("specs/{spec}/bindings.toml"))?;
        let values = bindings.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        Ok(Known { operations, values })
    }
}

/// Draws inputs for one spec.
pub(crate) struct Draw {
    pub(crate) known: Known,
    pub(crate) caller: Caller,
    pub(crate) chance: Chance,
}

impl Draw {
    /// An input: its kind, the pieces in which it is sent, and how many answers may come.
    pub(crate) fn input(&mut self) -> (Kind, Vec<Vec<u8>>, usize) {
        let mut kind = *self.chance.one(&KINDS);
        // Slow ones keep a sender waiting: few of them are enough.
        if kind == Kind::Slow && self.chance.below(8) > 0 {
            kind = Kind::Arguments;
        }
        let (pieces, answers) = match kind {
            Kind::Bytes => (vec![self.bytes(2_000)], 1),
            Kind::Mutated => (vec![self.mutated()], 1),
            Kind::Arguments => (vec![self.call(true)], 1),
            Kind::Json => (vec![self.json()], 1),
            Kind::Headers => (vec![self.headers()], 1),
            Kind::Slow => (self.slow(), 1),
            Kind::Pipelined => self.pipelined(),
            Kind::Framing => (vec![self.framing()], 2),
            Kind::Right => (vec![self.call(false)], 1),
        };
        (kind, pieces, answers)
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.chance.below(most) + 1;
        (0..length).map(|_| u8::try_from(self.chance.draw() & 0xff).unwrap_or_default()).collect()
    }

    fn mutated(&mut self) -> Vec<u8> {
        let mut bytes = self.call(false);
        for _ in 0..=self.chance.below(6) {
            let at = self.chance.below(bytes.len());
            match self.chance.below(4) {
                0 => bytes[at] ^= 1 << self.chance.below(8),
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, u8::try_from(self.chance.draw() & 0xff).unwrap_or_default()),
                _ => {
                    let end = (at + self.chance.below(40)).min(bytes.len());
                    let again = bytes[at..end].to_vec();
                    bytes.splice(at..at, again);
                }
            }
            if bytes.is_empty() {
                bytes.push(b'G');
            }
        }
        bytes
    }

    /// A signed call: with values that fit its operation, or with anything.
    fn call(&mut self, odd: bool) -> Vec<u8> {
        let (operation, parameters) = self.chance.one(&self.known.operations).clone();
        let mut arguments = Map::new();
        for name in &parameters {
            if self.chance.below(3) > 0 {
                continue;
            }
            let name = if odd { self.name(name) } else { name.replace(".N", ".1") };
            let value =
                if odd { self.value(4) } else { Value::from(self.chance.one(&self.known.values).clone()) };
            arguments.insert(name, value);
        }
        let carrier = *self.chance.one(&[Carrier::Query, Carrier::Form, Carrier::Json]);
        let value = Value::Object(arguments);
        let signed = self.caller.call(&operation, &value, carrier);
        let plain = || self.caller.call(&operation, &json!({}), Carrier::Query);
        signed.or_else(plain).unwrap_or_default()
    }

    /// A parameter's name, with an index that somebody might send.
    fn name(&mut self, name: &str) -> String {
        let index =
            *self.chance.one(&["0", "1", "2", "N", "-1", "99999999999999999999", "4294967295", "", "1.1.1"]);
        match self.chance.below(5) {
            0 => name.replace(".N", &format!(".{index}")),
            1 => format!("{name}.{index}"),
            2 => name.to_ascii_lowercase(),
            3 => format!("{name}.{index}.{index}.Key"),
            _ => name.replace(".N", ".1"),
        }
    }

    fn value(&mut self, depth: usize) -> Value {
        let texts = [
            "",
            " ",
            "\0",
            "-1",
            "0",
            "1e999",
            "NaN",
            "9223372036854775808",
            "-9223372036854775809",
            "true",
            "null",
            "𝔘𝔫𝔦",
            "\u{202e}rtl",
            "%00",
            "%",
            "%zz",
            "'; --",
            "<script>",
            "../../etc",
            "2019-13-45T99:99:99Z",
            "9999999999-01-01T00:00:00Z",
            "2014-05-26T00:00Z",
            "a,b,,c",
            "[1",
            "{}",
        ];
        match self.chance.below(if depth == 0 { 5 } else { 8 }) {
            0 => Value::from(*self.chance.one(&texts)),
            1 => Value::from(self.chance.one(&self.known.values).clone()),
            2 => Value::from("x".repeat(*self.chance.one(&[127, 128, 129, 256, 257, 5_000]))),
            3 => Value::from(self.chance.draw().cast_signed()),
            4 => Value::from(String::from_utf8_lossy(&self.bytes(40)).into_owned()),
            5 => Value::Array((0..self.chance.below(30)).map(|_| self.value(depth - 1)).collect()),
            6 => json!({ "Key": self.value(depth - 1), "Value": self.value(depth - 1) }),
            _ => Value::Bool(self.chance.below(2) == 0),
        }
    }

    fn json(&mut self) -> Vec<u8> {
        let deep = *self.chance.one(&[10, 127, 128, 1_000, 100_000]);
        let operation = self.chance.one(&self.known.operations).0.clone();
        let body = match self.chance.below(5) {
            0 => format!("{{\"Action\":\"{operation}\",\"Tag\":{}{}}}", "[".repeat(deep), "]".repeat(deep)),
            1 => format!("{}1{}", "{\"a\":".repeat(deep), "}".repeat(deep)),
            2 => "[".repeat(deep),
            3 => {
                let many: Vec<String> = (0..deep.min(20_000)).map(|n| format!("\"p{n}\":{n}")).collect();
                format!("{{\"Action\":\"{operation}\",{}}}", many.join(","))
            }
            _ => {
                let mut body =
                    json!({ "Action": operation, "PublicKey": "k", "x": self.value(6) }).to_string();
                let cut = self.chance.below(body.len());
                while !body.is_char_boundary(body.len().min(cut)) {
                    body.pop();
                }
                body.truncate(cut);
                body
            }
        };
        request("POST", "/", "content-type: application/json\r\n", body.as_bytes())
    }

    fn headers(&mut self) -> Vec<u8> {
        let many = *self.chance.one(&[1, 50, 99, 101, 1_000, 5_000]);
        let long = *self.chance.one(&[1, 100, 1_000, 70_000]);
        let text = match self.chance.below(5) {
            0 => (0..many).map(|n| format!("x-{n}: {n}\r\n")).collect(),
            1 => format!("x-long: {}\r\n", "x".repeat(long)),
            2 => format!("authorization: ACS3-HMAC-SHA256 {}\r\n", "Credential=,".repeat(long.min(3_000))),
            3 => {
                let bytes = self.bytes(60);
                format!(
                    "x-acs-action: {}\r\naccept: {}\r\n",
                    String::from_utf8_lossy(&bytes),
                    "*".repeat(many)
                )
            }
            _ => format!("u-timestamp-ms: {}\r\nx-acs-date: {}\r\n", self.chance.draw(), self.chance.draw()),
        };
        let target = format!("/?Action=CopyImage&x={}", "y".repeat(long));
        request("GET", if self.chance.below(2) == 0 { "/" } else { &target }, &text, b"")
    }

    /// The beginning of a request, in small pieces, and no end.
    fn slow(&mut self) -> Vec<Vec<u8>> {
        let whole = self.call(false);
        let cut = self.chance.below(whole.len() - 1) + 1;
        whole[..cut].chunks(cut.div_ceil(5)).map(<[u8]>::to_vec).collect()
    }

    fn pipelined(&mut self) -> (Vec<Vec<u8>>, usize) {
        let many = self.chance.below(60) + 2;
        let all: Vec<u8> = (0..many).flat_map(|_| self.call(false)).collect();
        (vec![all], many)
    }

    fn framing(&mut self) -> Vec<u8> {
        let odd = [
            "content-length: 18446744073709551616\r\n",
            "content-length: -1\r\n",
            "content-length: 5\r\ncontent-length: 6\r\n",
            "transfer-encoding: chunked\r\ncontent-length: 3\r\n",
            "transfer-encoding: chunked, chunked\r\n",
            "transfer-encoding: gzip\r\n",
            "connection: upgrade\r\nupgrade: h2c\r\n",
            "expect: 100-continue\r\ncontent-length: 3\r\n",
            "host: a\r\nhost: b\r\n",
        ];
        let bodies =
            ["", "abc", "0\r\n\r\n", "ffffffffffffffff\r\n", "5;x=y\r\nhello\r\n0\r\n\r\n", "-1\r\n"];
        let method =
            *self.chance.one(&["GET", "POST", "PUT", "HEAD", "OPTIONS", "CONNECT", "TRACE", "PRI", "\0"]);
        let target = *self.chance.one(&[
            "/",
            "*",
            "http://x/",
            "//",
            "/%00",
            "/?%zz",
            "/status",
            "/healthz",
            "x:1",
            "",
        ]);
        let (headers, body) = (*self.chance.one(&odd), *self.chance.one(&bodies));
        format!("{method} {target} HTTP/1.1\r\n{headers}\r\n{body}").into_bytes()
    }
}

fn request(method: &str, target: &str, headers: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!("{method} {target} HTTP/1.1\r\nhost: x\r\n{headers}content-length: {length}\r\n\r\n");
    [head.as_bytes(), body].concat()
}
