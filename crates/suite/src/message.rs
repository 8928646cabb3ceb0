//! Whether a message is the documented one, where the page writes placeholders.

/// Whether a message matches a documented one: placeholders (`%s`, `{0}`, `<parameter name>`, `[Name]`, `"XXX"`) stand
/// for anything, white space and the kind of quotes do not matter. A page that documents no message promises none.
pub(crate) fn matches(documented: &str, got: &str) -> bool {
    let documented = plain(documented);
    if documented.is_empty() {
        return true;
    }
    let pieces = pieces(&documented);
    fits(&pieces, plain(got).trim_end_matches('.'))
}

/// Without what typesetting changes.
fn plain(message: &str) -> String {
    let quotes = |c: char| match c {
        '“' | '”' | '„' | '「' | '」' => '"',
        '‘' | '’' | '`' => '\'',
        '\\' => ' ',
        other => other,
    };
    let text: String = message.chars().map(quotes).collect();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let whole = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).filter(|t| !t.contains('"'));
    whole.unwrap_or(&text).trim_end_matches('.').to_owned()
}

#[derive(Debug, PartialEq)]
enum Piece {
    Words(String),
    Anything,
}

fn pieces(documented: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = documented;
    while let Some(c) = rest.chars().next() {
        let length = placeholder(rest).unwrap_or(0);
        if length == 0 {
            words.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        if !words.is_empty() {
            pieces.push(Piece::Words(std::mem::take(&mut words)));
        }
        pieces.push(Piece::Anything);
        rest = &rest[length..];
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    pieces
}

/// The length of the placeholder that a text begins with.
fn placeholder(text: &str) -> Option<usize> {
    if text.starts_with("%s") || text.starts_with("%d") {
        return Some(2);
    }
    let (open, close) = [('{', '}'), ('<', '>'), ('[', ']'), ('"', '"')]
        .into_iter()
        .find(|(open, _)| text.starts_with(*open))?;
    let inner_end = text[1..].find(close)?;
    let inner = &text[1..=inner_end];
    let name = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '$');
    let stands_for_something = match open {
        '"' => inner.len() > 1 && inner.bytes().all(|b| b.eq_ignore_ascii_case(&b'x')),
        _ => inner.len() <= 40 && inner.chars().all(name),
    };
    stands_for_something.then_some(inner_end + 2)
}

/// Each run of words is taken at its first place: that leaves most for the runs that follow, so one pass is enough.
fn fits(pieces: &[Piece], text: &str) -> bool {
    let mut rest = text;
    let mut loose = false;
    for (at, piece) in pieces.iter().enumerate() {
        let Piece::Words(words) = piece else {
            loose = true;
            continue;
        };
        let last = at + 1 == pieces.len();
        let found = match (loose, last) {
            (false, _) => rest.starts_with(words.as_str()).then_some(0),
            (true, true) => rest.ends_with(words.as_str()).then(|| rest.len() - words.len()),
            (true, false) => rest.find(words.as_str()),
        };
        let Some(found) = found else { return false };
        rest = &rest[found + words.len()..];
        loose = false;
    }
    loose || rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_stand_for_anything() {
        assert!(matches("Missing params [Name]", "Missing params [Region]"));
        assert!(matches("%s", "whatever it is"));
        assert!(matches("The specified <parameter name> is invalid.", "The specified ImageId is invalid."));
        assert!(matches("The parameter “XXX” is wrong", "The parameter \"ImageId\" is wrong"));
        assert!(matches("Value {0} of {1} is wrong.", "Value 3 of Size is wrong."));
        assert!(matches("", "anything"));
        assert!(!matches("The image not available.", "The image is not available."));
        assert!(!matches("Missing params [Name]", "Params [Name] not available"));
    }

    #[test]
    fn typesetting_does_not_matter() {
        assert!(matches("\"The aliUid  must not be null\"", "The aliUid must not be null."));
        assert!(matches("It’s gone", "It's gone"));
    }
}
