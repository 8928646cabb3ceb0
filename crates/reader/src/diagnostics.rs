//! What reading tells about pages. Each constructor's comment is what `doctract explain CODE` says.

use contract::Position;
use source::{Diagnostic, Location, Severity};

macro_rules! diagnostics {
    ($($(#[doc = $text:literal])+ $name:ident = $code:literal, $severity:ident, ($($arg:ident: $ty:ty),*), $message:expr, $help:expr;)+) => {
        $(
            $(#[doc = $text])+
            pub(crate) fn $name(at: Location $(, $arg: $ty)*) -> Diagnostic {
                Diagnostic { code: $code.into(), severity: Severity::$severity, at, message: $message, help: $help.into(), related: Vec::new() }
            }
        )+

        /// What a code of this stage means and what to do, or `None` for a code of another stage.
        pub fn explain(code: &str) -> Option<&'static str> {
            match code {
                $($code => Some(concat!($($text, "\n"),+)),)+
                _ => None,
            }
        }
    };
}

diagnostics! {
    /// The file holds no table that describes parameters or errors under a heading that a vocabulary knows, so it is
    /// not the page of an operation. Guides, indexes and change logs are such files. If it should be one, a heading or
    /// a column header is spelt in a way that no vocabulary has: add it to the family's file under
    /// `crates/reader/vocabulary`.
    not_an_api_page = "reader/not-an-api-page", Info, (missing: &str),
        format!("not the page of an operation: {missing}"),
        "nothing to do if it is a guide or an index; otherwise give its headings to the family's vocabulary";

    /// A table stands where no known heading says what it describes. Its cells are counted as reported.
    unknown_table = "reader/unknown-table", Warning, (cells: usize),
        format!("a table of {cells} cells describes neither parameters, fields nor errors"),
        "if it does, give its column headers to the family's vocabulary";

    /// A column's header is in no vocabulary. Its cells are counted as reported.
    unknown_column = "reader/unknown-column", Warning, (header: &str),
        format!("nobody knows what the column `{header}` holds"),
        "give the header to the family's vocabulary";

    /// A cell of the column that says where a parameter travels holds a word that no vocabulary knows. The position
    /// stays unstated.
    unknown_position = "reader/unknown-position", Warning, (cell: &str),
        format!("`{cell}` names no part of a request"),
        "correct the cell, or give the word to the family's vocabulary";

    /// A table stands under a heading that says where its rows travel, and the request line or the answer that the page
    /// shows has one of them elsewhere. What is shown is taken.
    disputed_position = "reader/disputed-position", Warning, (name: &str, heading: Position, shown: Position),
        format!("`{name}` stands among what travels in the {heading}, but the page shows it in the {shown}"),
        "move the row to the table where it belongs";

    /// The page's own request has another method than the block that shows how requests are written. The block's is taken.
    disputed_method = "reader/disputed-method", Warning, (taken: &str, other: &str),
        format!("the operation is called by `{taken}`, but this request has `{other}`"),
        "correct the one that is wrong";

    /// Neither title, action row nor example names the operation, but the page shows its request line. Method, path and
    /// the words of the query that have no value are taken for its name.
    named_by_request_line = "reader/named-by-request-line", Warning, (line: &str),
        format!("the page names no operation; it is called `{line}`"),
        "give the name to the title, behind a hyphen";

    /// A description ties its parameter to another one, which the page does not have. The rule is left out.
    unknown_mention = "reader/unknown-mention", Info, (name: &str, other: &str),
        format!("the description of `{name}` names `{other}`, which is no parameter of the page"),
        "correct the name, or document the parameter";

    /// A description is longer than any that people write, so no rule is read off it. Its text is kept, and so are the other
    /// facts of its row.
    rules_not_read = "reader/rules-not-read", Warning, (name: &str, length: usize),
        format!("the description of `{name}` has {length} bytes, too many to read rules off it"),
        "shorten it: up to 65,536 bytes are read";

    /// The block under a heading that promises how a request is written does not begin with a method and a path, so the
    /// operation has neither.
    broken_request_line = "reader/broken-request-line", Warning, (line: &str),
        format!("`{line}` is no request line"),
        "begin the block with a line such as `GET /path HTTP/1.1`";

    /// A row has more cells than the header: a pipe in a cell is not escaped. What is too much was joined to the cell
    /// where it makes sense; an empty surplus was left out.
    surplus_cells = "reader/surplus-cells", Warning, (count: usize),
        format!("the row has {count} more cell(s) than the header"),
        "write `\\|` for a pipe inside a cell";

    /// A row has fewer cells than the header; the missing ones state nothing.
    missing_cells = "reader/missing-cells", Warning, (count: usize),
        format!("the row lacks {count} cell(s)"),
        "close the row with all its cells";

    /// The name cell of a row is empty, so the row's other cells describe nothing.
    nameless_row = "reader/nameless-row", Warning, (),
        "the row names nothing".to_owned(),
        "give it a name, or remove the row";

    /// Both sides of a merge stand on the page, and the marks between them. The rows of both are read; names that stand
    /// twice are told apart from this.
    merge_conflict = "reader/merge-conflict", Warning, (),
        "two versions of the page were merged and not settled".to_owned(),
        "keep the rows of one side, and remove the marks";

    /// A name is not what a parameter or field can be called.
    odd_name = "reader/odd-name", Warning, (name: &str),
        format!("`{name}` is no name of a parameter or field"),
        "correct the cell, or write an erratum";

    /// A blank stands beside a dot in a name or a code, where none can travel. It is read without the blank.
    blank_in_name = "reader/blank-in-name", Warning, (name: &str, read: &str),
        format!("`{name}` is read as `{read}`"),
        "remove the blank";

    /// The type cell holds a word that no vocabulary knows. The type stays unknown, and no case depends on it.
    unknown_type = "reader/unknown-type", Warning, (ty: &str),
        format!("nobody knows the type `{ty}`"),
        "correct the cell, or give the word to the family's vocabulary";

    /// A type names a model that the page does not describe.
    unknown_model = "reader/unknown-model", Info, (model: &str),
        format!("the page does not describe `{model}`"),
        "describe it on the page, or read the page that does together with this one";

    /// A type says one model and its link leads to another. What it says is taken.
    disputed_link = "reader/disputed-link", Warning, (said: &str, target: &str),
        format!("the type says `{said}`, but its link leads to `{target}`"),
        "correct the one that is wrong";

    /// A model stands on the page, and no type names it: neither a link, nor a description, nor the shape of the example
    /// tells which field it describes.
    orphan_model = "reader/orphan-model", Info, (model: &str),
        format!("nothing on the page is of the type `{model}`"),
        "link the type of the field that it describes, or remove it";

    /// The presence cell says neither yes nor no. What is not stated is not guessed.
    unknown_presence = "reader/unknown-presence", Warning, (cell: &str),
        format!("`{cell}` says neither that it is required nor that it is optional"),
        "write what the other rows write";

    /// A name stands twice in one table. Both rows are kept; the first one counts.
    duplicate_name = "reader/duplicate-name", Warning, (name: &str),
        format!("`{name}` stands twice in this table"),
        "remove one of the rows";

    /// Title, action row and example do not name the same operation. The name that most of them give is taken.
    disputed_name = "reader/disputed-name", Warning, (taken: &str, other: &str),
        format!("the page is of `{taken}`, but names `{other}` here"),
        "correct the one that is wrong";

    /// Several pages document this operation, and another one speaks for it: one that a sidebar or an index links rather than
    /// an orphan, one of a newer template rather than one of an older, one of the plain name rather than a variant
    /// (`_json`, `_old`), one of a tree of folders that is kept up rather than one that was left behind, else the one that is
    /// read first. Names that differ in case only are one operation. Both pages stay
    /// in the contract; code and cases are made from the one that speaks.
    other_page_speaks = "reader/other-page-speaks", Info, (name: &str, speaks: &str, why: &str),
        format!("{speaks} speaks for `{name}`: {why}"),
        "remove the page that is out of date, or name one of them as what it is";

    /// Two pages document the same operation and promise different requests: a parameter that one of them does not have, or
    /// another type or presence. The first difference is told; nothing is merged.
    pages_differ = "reader/pages-differ", Warning, (here: &str, there: &str, count: usize),
        format!("{here} here, {there} ({count} parameter(s) differ)"),
        "correct the page that is out of date";

    /// An error's code is no identifier: a sentence stands in its column, or a blank splits it. A server can hardly answer
    /// it, but it is what the page promises.
    odd_code = "reader/odd-code", Warning, (code: &str),
        format!("`{code}` is no code of an error"),
        "correct the cell, or write an erratum";

    /// A row of errors says what another row of the table says. It counts once; the cells of the second are reported.
    duplicate_error = "reader/duplicate-error", Info, (code: &str),
        format!("the same row of `{code}` stands twice in this table"),
        "remove one of the rows";

    /// An error's status is not a number between 100 and 599.
    odd_status = "reader/odd-status", Warning, (status: &str),
        format!("`{status}` is no HTTP status"),
        "correct the cell, or write an erratum";

    /// An example could not be read as what it seems to be.
    broken_example = "reader/broken-example", Warning, (what: &str, why: &str),
        format!("the {what} example can't be read: {why}"),
        "correct the example";

    /// A block of code stands between the tables and is no example of a request or an answer. Nothing was read from it.
    stray_code = "reader/stray-code", Info, (),
        "this block of code is no example".to_owned(),
        "write a remark as a paragraph, and an example under a heading of its own";

    /// An example is no JSON, but what it was to be is clear: a comma too many or too few, other quotes, comments, a
    /// bracket that is not closed. It was read as if it were mended, and the mended value counts wherever the example
    /// does. Each kind of repair is told once, where it was made first.
    repaired_example = "reader/repaired-example", Info, (what: &str, count: usize),
        match count {
            1 => format!("the JSON example was mended: {what}"),
            _ => format!("the JSON example was mended: {what}, {count} times, here first"),
        },
        "correct the example";

    /// A response row could not be placed in the tree of the answer: neither marks, order nor the example tell.
    open_nesting = "reader/open-nesting", Info, (name: &str),
        format!("where `{name}` stands in the answer is not certain"),
        "add the field to the example, which shows the tree";

    /// The default that the page states breaks a rule that it states for the same value. The rule is not certain any more.
    default_breaks_rule = "reader/default-breaks-rule", Warning, (name: &str, default: &str),
        format!("the default `{default}` of `{name}` breaks this rule"),
        "say what the default means, or correct the rule";

    /// The page's own example breaks a rule that the page states. The rule is not certain any more.
    example_breaks_rule = "reader/example-breaks-rule", Warning, (name: &str, example: &str),
        format!("the example `{example}` of `{name}` breaks this rule"),
        "correct the example or the rule";

    /// A request that the page shows has a value that breaks a rule of the page. The rule is not certain any more.
    request_breaks_rule = "reader/request-breaks-rule", Warning, (name: &str, value: &str),
        format!("`{value}` of `{name}` breaks a rule of the page"),
        "correct the request or the rule";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_explains_itself() {
        let text = explain("reader/unknown-type").expect("is a code");
        assert!(text.contains("vocabulary"), "{text}");
        assert_eq!(explain("verify/field-type"), None);
    }
}
