//! Words of a page as documentation: each line inert, so that nothing on a page is read as Markdown, HTML or code.

use std::borrow::Cow;
use std::fmt::{self, Display};

/// Lines break before this column where the text has a blank.
const WIDTH: usize = 100;

/// The documentation of one item, paragraph by paragraph.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Doc {
    lines: Vec<String>,
}

impl Doc {
    /// A paragraph of our own, in Markdown.
    pub(crate) fn markdown(mut self, text: &str) -> Self {
        self.part();
        self.lines.extend(text.lines().map(str::to_owned));
        self
    }

    /// Words of the page, its lines as paragraphs and its lists as lists; nothing where there are none.
    pub(crate) fn page(mut self, text: &str) -> Self {
        let mut depth = None;
        for line in text.lines().filter(|line| says(line)) {
            let item = line.trim_start().strip_prefix("- ").filter(|item| says(item));
            let (words, indent) = match item {
                Some(item) => {
                    let deepest = depth.map_or(0, |depth| depth + 1);
                    let indent = ((line.len() - line.trim_start().len()) / 2).min(deepest);
                    if depth.is_none() {
                        self.part();
                    }
                    depth = Some(indent);
                    (item, "  ".repeat(indent))
                }
                None => {
                    self.part();
                    depth = None;
                    (line, String::new())
                }
            };
            let mut begins = if item.is_some() { format!("{indent}- ") } else { indent.clone() };
            let follows = if item.is_some() { format!("{indent}  ") } else { indent };
            for line in inert(words) {
                self.lines.push(format!("{begins}{line}"));
                begins.clone_from(&follows);
            }
        }
        self
    }

    /// A list of points, each already Markdown on one line. Another mark than a page's lists have keeps them apart.
    pub(crate) fn points(mut self, points: Vec<String>) -> Self {
        if !points.is_empty() {
            self.part();
            self.lines.extend(points.into_iter().map(|point| format!("* {point}")));
        }
        self
    }

    fn part(&mut self) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
    }

    /// Before an item that stands `indent` blanks from the left.
    pub(crate) fn outer(&self, indent: usize) -> Comment<'_> {
        Comment { lines: &self.lines, mark: "///", indent }
    }

    /// At the head of a file.
    pub(crate) fn inner(&self) -> Comment<'_> {
        Comment { lines: &self.lines, mark: "//!", indent: 0 }
    }
}

/// Documentation as comments: no blanks before the first line, no line break after the last.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Comment<'d> {
    lines: &'d [String],
    mark: &'static str,
    indent: usize,
}

impl Display for Comment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, line) in self.lines.iter().enumerate() {
            if number > 0 {
                write!(f, "\n{:1$}", "", self.indent)?;
            }
            f.write_str(self.mark)?;
            if !line.is_empty() {
                f.write_str(" ")?;
                f.write_str(line.trim_end_matches(' '))?;
            }
        }
        Ok(())
    }
}

/// Words of a page on one line of Markdown.
pub(crate) fn inline(text: &str) -> String {
    joined(tokens(text))
}

/// A literal of a page as a code span.
pub(crate) fn code(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_graphic() && byte != b'`';
    if !text.is_empty() && text.bytes().all(plain) {
        return ["`", text, "`"].concat();
    }
    let text = joined(tidy(text));
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    match (text.is_empty(), longest) {
        (true, _) => "(empty)".to_owned(),
        (false, 0) => format!("`{text}`"),
        (false, _) => format!("{fence} {text} {fence}"),
    }
}

/// Words of a page as lines of Markdown that say just these words.
fn inert(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut width = 0;
    for token in tokens(text) {
        let own = token.chars().count();
        match lines.last_mut() {
            Some(line) if width + own < WIDTH => {
                line.push(' ');
                line.push_str(&token);
                width += 1 + own;
            }
            _ => {
                lines.push(token.into_owned());
                width = own;
            }
        }
    }
    lines.into_iter().map(not_a_block).collect()
}

/// The blank-separated parts of a text, escaped.
fn tokens(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    tidy(text).map(|token| match is_plain(&token) {
        true => token,
        false => Cow::Owned(escape(&token)),
    })
}

/// The blank-separated parts of a text; invisible and direction-changing characters are left out.
fn tidy(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    text.split_whitespace().map(shown).filter(|token| !token.is_empty())
}

fn shown(token: &str) -> Cow<'_, str> {
    match token.chars().all(is_shown) {
        true => Cow::Borrowed(token),
        false => token.chars().filter(|c| is_shown(*c)).collect(),
    }
}

fn joined<'t>(tokens: impl Iterator<Item = Cow<'t, str>>) -> String {
    let mut text = String::new();
    for token in tokens {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token);
    }
    text
}

/// Whether anything of a text can be seen.
fn says(text: &str) -> bool {
    tidy(text).next().is_some()
}

fn is_shown(c: char) -> bool {
    match c {
        '!'..='~' | '\u{2e80}'..='\u{9fff}' => true,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' => false,
        '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => false,
        _ => !c.is_control(),
    }
}

/// Whether Markdown may take a character for more than itself.
fn is_mark(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '~' | '&' | '|' | '$' | '^')
}

/// Whether nothing in a token can need to be escaped: there is no mark, nor the colon of an address.
fn is_plain(token: &str) -> bool {
    token.bytes().all(|byte| byte != b':' && !is_mark(char::from(byte)))
}

fn escape(token: &str) -> String {
    let mut out = String::new();
    let mut rest = token;
    while let Some(c) = rest.chars().next() {
        if let Some(url) = url(rest) {
            out.push('<');
            out.push_str(url);
            out.push('>');
            rest = &rest[url.len()..];
            continue;
        }
        if is_mark(c) {
            out.push('\\');
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// The web address that a text begins with, if it is a whole one.
fn url(text: &str) -> Option<&str> {
    let after = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let host =
        after.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':')).count();
    let scheme = text.len() - after.len();
    let tail = after[host..]
        .bytes()
        .take_while(|b| b.is_ascii_alphanumeric() || b"-._~:/?#@!$&()*+,;=%".contains(b));
    let whole = &text[..scheme + host + tail.count()];
    let whole = whole.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '(', '*']);
    whole[scheme.min(whole.len())..].contains('.').then_some(whole)
}

/// Escapes what would begin a heading, list, quote or rule.
fn not_a_block(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some(b'#' | b'-' | b'+' | b'=' | b':') if digits == 0 => format!("\\{line}"),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_page_are_no_markup() {
        assert_eq!(
            inline("see [`A`](b) <br>\n*/ \u{202e} a_b ~~25~~ &lt;"),
            r"see \[\`A\`\](b) \<br\> \*/ a\_b \~\~25\~\~ \&lt;"
        );
        assert_eq!(inert("# no heading"), [r"\# no heading"]);
        assert_eq!(inert("1. no list"), [r"1\. no list"]);
        assert_eq!(inert("    no code block\r\n"), ["no code block"]);
    }

    #[test]
    fn lists_of_a_page_are_lists() {
        let doc =
            Doc::default().page("取值范围：\n- system：系统盘\n        - 20~32768\n- data\n说明： # x\n- ");
        assert_eq!(
            doc.lines.join("\n"),
            "取值范围：\n\n- system：系统盘\n  - 20\\~32768\n- data\n\n说明： # x\n\n\\-"
        );
    }

    #[test]
    fn an_address_is_a_link_and_a_scheme_is_not() {
        assert_eq!(inline("参见https://docs.ucloud.cn/api/x。"), "参见<https://docs.ucloud.cn/api/x>。");
        assert_eq!(inline("不能以http://和https:// 开头"), "不能以http://和https:// 开头");
    }

    #[test]
    fn a_literal_with_backticks_is_still_code() {
        assert_eq!(code("a"), "`a`");
        assert_eq!(code("a`b"), "`` a`b ``");
        assert_eq!(code(""), "(empty)");
    }
}
