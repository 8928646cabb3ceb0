//! Percent-encoding: strict when writing (RFC 3986, as signatures need it), lenient when reading.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All but the unreserved characters of RFC 3986.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// Bytes of an ordinary query.
const LIKELY: usize = 512;

/// A text as it stands in a query, a form or a string to sign.
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() * 3 / 2);
    write(&mut encoded, text);
    encoded
}

/// Names and values as a query or a form body.
pub(crate) fn query<'a>(pairs: impl IntoIterator<Item = &'a (String, String)>) -> String {
    let mut query = String::with_capacity(LIKELY);
    for (name, value) in pairs {
        if !query.is_empty() {
            query.push('&');
        }
        write(&mut query, name);
        query.push('=');
        write(&mut query, value);
    }
    query
}

fn write(to: &mut String, text: &str) {
    to.extend(utf8_percent_encode(text, RESERVED));
}

/// Reads a query or a form body. `None` where what is escaped is not UTF-8.
pub(crate) fn parse(query: &str) -> Option<Vec<(String, String)>> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(n, v)| Some((decode(n)?, decode(v)?)))
        .collect()
}

fn decode(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8().ok().map(|text| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_reads_back() {
        let pairs = vec![("Tag.1.值".to_owned(), "a b*~/&=+".to_owned()), ("B".to_owned(), String::new())];
        assert_eq!(query(&pairs), "Tag.1.%E5%80%BC=a%20b%2A~%2F%26%3D%2B&B=");
        assert_eq!(parse(&query(&pairs)), Some(pairs));
        assert_eq!(
            parse("a=1+2&b&&c=%zz"),
            Some(vec![
                ("a".to_owned(), "1 2".to_owned()),
                ("b".to_owned(), String::new()),
                ("c".to_owned(), "%zz".to_owned()),
            ])
        );
        assert_eq!(parse("a=%ff"), None);
    }
}
