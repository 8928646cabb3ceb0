//! Type expressions: `string`, `array[[*X*](#X)]`, `Array of X`, `RepeatList`, a link to a model.

use contract::Type;
use page::Prose;

use crate::vocabulary::Vocabulary;

/// What a type cell says.
#[derive(Debug)]
pub(crate) struct TypeCell {
    /// The type; `unknown` where the cell is blank or not understood.
    pub(crate) ty: Type,
    /// The cell holds nothing.
    pub(crate) blank: bool,
    /// The model that it names.
    pub(crate) model: Option<String>,
    /// A link that says one model and leads to another.
    pub(crate) disputed: Option<(String, String)>,
    /// It is a link: what it names stands there.
    pub(crate) linked: bool,
    /// The words that nobody knows.
    pub(crate) unknown: Option<String>,
}

impl Default for TypeCell {
    fn default() -> Self {
        Self { ty: Type::Unknown, blank: true, model: None, disputed: None, linked: false, unknown: None }
    }
}

/// Reads a type cell. What a link names is a model, wherever it leads.
pub(crate) fn type_cell(cell: &Prose<'_>, vocabulary: &Vocabulary) -> TypeCell {
    let text = cell.text().trim();
    if text.is_empty() {
        return TypeCell::default();
    }
    let linked = cell.links().next().is_some();
    match expression(text, linked, vocabulary) {
        Some(ty) => {
            let model = ty.model().map(str::to_owned);
            TypeCell { ty, blank: false, model, disputed: disputed(cell), linked, unknown: None }
        }
        None => TypeCell {
            ty: Type::Unknown,
            blank: false,
            model: None,
            disputed: None,
            linked,
            unknown: Some(text.to_owned()),
        },
    }
}

/// A link within the page that leads to another heading than it says.
fn disputed(cell: &Prose<'_>) -> Option<(String, String)> {
    let mut links = cell.links().filter_map(|(said, target)| Some((said, target.strip_prefix('#')?)));
    let is_name =
        |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    let other = links.find(|(said, target)| {
        is_name(target) && !said.trim_start_matches('\\').eq_ignore_ascii_case(target)
    })?;
    Some((other.0.to_owned(), other.1.to_owned()))
}

fn expression(text: &str, linked: bool, vocabulary: &Vocabulary) -> Option<Type> {
    let text = text.trim();
    if let Some(word) = vocabulary.type_word(text) {
        return Some(word.as_type());
    }
    if let Some(item) = vocabulary.list_item(text) {
        return Some(Type::array(expression(item, true, vocabulary)?));
    }
    for (open, close) in [('[', ']'), ('<', '>'), ('(', ')')] {
        let inner = text.strip_suffix(close).and_then(|text| text.split_once(open));
        if let Some((outer, item)) = inner
            && matches!(
                vocabulary.type_word(outer).map(crate::vocabulary::Word::as_type),
                Some(Type::Array { .. })
            )
        {
            return Some(Type::array(expression(item, true, vocabulary)?));
        }
    }
    let is_name = text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    // A word that is no type is a model when it is linked, or is called like one.
    (is_name && (linked || text.starts_with(|c: char| c.is_ascii_uppercase())))
        .then(|| Type::Model { name: text.to_owned() })
}
