//! Sentences as a writer of pages thinks of them: words, some of which carry a mark.

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// Words without a mark. What looks like one is escaped where the template escapes it.
    Plain(String),
    /// `` `code` ``
    Code(String),
    /// `**bold**`
    Bold(String),
    /// `[text](target)`
    Link(String),
}

impl Word {
    /// The word without its mark.
    pub fn text(&self) -> &str {
        match self {
            Word::Plain(text) | Word::Code(text) | Word::Bold(text) | Word::Link(text) => text,
        }
    }
}

/// A line of a description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A paragraph.
    Sentence(Vec<Word>),
    /// An item of a list.
    Bullet(Vec<Word>),
    /// An item of a list in a list.
    Nested(Vec<Word>),
}

impl Line {
    /// Its words.
    pub fn words(&self) -> &[Word] {
        match self {
            Line::Sentence(words) | Line::Bullet(words) | Line::Nested(words) => words,
        }
    }
}

/// What lines say, white space left out: how they are laid out is no fact.
pub(super) fn said(lines: &[Line]) -> String {
    let mut said = String::new();
    for line in lines {
        if !matches!(line, Line::Sentence(_)) {
            said.push('-');
        }
        line.words().iter().for_each(|word| said.push_str(word.text()));
    }
    squeezed(&said)
}

/// A text without white space.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// How a template writes words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    /// The characters before which it sets a backslash.
    pub(super) escapes: &'static str,
    /// Whether code, bold words and links keep their marks.
    pub(super) marks: bool,
    /// Where links lead.
    pub(super) target: &'static str,
}

impl Hand {
    /// Writes plain words.
    pub(super) fn plain(&self, text: &str) -> String {
        let mut out = String::new();
        for c in text.chars() {
            if self.escapes.contains(c) {
                out.push('\\');
            }
            out.push(c);
        }
        out
    }

    /// Writes a sentence.
    pub(super) fn words(&self, words: &[Word]) -> String {
        let word = |word: &Word| match word {
            Word::Code(text) if self.marks => format!("`{}`", text.replace('|', "\\|")),
            Word::Bold(text) if self.marks => format!("**{}**", self.plain(text)),
            Word::Link(text) if self.marks => format!("[{text}]({})", self.target),
            other => self.plain(other.text()),
        };
        words.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// Writes a description that stays on one line.
    pub(super) fn one_line(&self, lines: &[Line]) -> String {
        let line = |line: &Line| match line {
            Line::Sentence(words) => self.words(words),
            Line::Bullet(words) | Line::Nested(words) => format!("- {}", self.words(words)),
        };
        lines.iter().map(line).collect::<Vec<_>>().join("<br />")
    }
}
