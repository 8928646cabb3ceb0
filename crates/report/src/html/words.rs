//! Messages, whose names stand in ticks: in HTML they are code.

use askama::filters::{Html, escape};

/// The HTML of a message. A tick that is not closed is a tick.
pub(super) fn words(text: impl AsRef<str>) -> askama::Result<String> {
    let mut rest = text.as_ref();
    let mut html = String::with_capacity(rest.len());
    while let Some((before, behind)) = rest.split_once('`')
        && let Some((name, after)) = behind.split_once('`')
    {
        html += &format!("{}<code>{}</code>", escape(before, Html)?, escape(name, Html)?);
        rest = after;
    }
    html += &escape(rest, Html)?.to_string();
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_ticks_are_code() {
        let html = |text: &str| words(text).expect("text can be written");
        assert_eq!(html("`A` is not `<B>`"), "<code>A</code> is not <code>&#60;B&#62;</code>");
        assert_eq!(html("a ` & nothing else"), "a ` &#38; nothing else");
    }
}
