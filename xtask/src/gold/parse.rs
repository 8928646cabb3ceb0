//! Reading labels: `length 2..128 chars; default none; @B required_if A=x`.

use contract::{CharSet, Limit};

use super::label::{Comparison, Condition, Label, Statement};

/// The formats that a label can name.
const FORMATS: [&str; 10] =
    ["base64", "json", "timestamp", "iso8601", "ip", "cidr", "url", "ascii", "email", "uuid"];
/// The longest range that stands for single values in a list of them.
const VALUES_AT_MOST: u64 = 200;

/// The labels of a cell, or what is wrong with them.
pub(crate) fn labels(text: &str) -> Result<Vec<Label>, String> {
    // In a Markdown table the bar has a backslash.
    let text = text.replace("\\|", "|");
    let mut labels = Vec::new();
    for part in split(&text, "; ")?.into_iter().flat_map(|part| part.strip_suffix(';').or(Some(part))) {
        if !part.trim().is_empty() {
            labels.push(label(part.trim()).map_err(|wrong| format!("`{}`: {wrong}", part.trim()))?);
        }
    }
    match labels.as_slice() {
        [] => Err("no label; a cell without rules has `nothing`".to_owned()),
        [_] => Ok(labels),
        many if many.iter().any(|label| label.statement == Statement::Nothing) => {
            Err("`nothing` stands alone".to_owned())
        }
        _ => Ok(labels),
    }
}

fn label(text: &str) -> Result<Label, String> {
    let (text, doubtful) = match text.strip_suffix('?') {
        Some(rest) if !rest.ends_with(char::is_whitespace) => (rest, true),
        _ => (text, false),
    };
    let (about, text) = match text.strip_prefix('@') {
        Some(rest) => {
            let (name, rest) = rest.split_once(' ').ok_or("a rule must follow the name")?;
            (Some(name.to_owned()), rest.trim())
        }
        None => (None, text),
    };
    if let Some(words) = text.strip_prefix("other ") {
        let statement = Statement::Other(words.trim().to_owned());
        return Ok(Label { about, statement, guard: Vec::new(), doubtful });
    }
    let mut parts = split(text, " if ")?;
    let guard = match parts.len() {
        1 => Vec::new(),
        2 => conditions(parts.pop().unwrap_or_default())?,
        _ => return Err("more than one ` if `".to_owned()),
    };
    let text = parts.first().copied().unwrap_or_default();
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let statement = statement(word, rest.trim())?;
    Ok(Label { about, statement, guard, doubtful })
}

fn statement(word: &str, rest: &str) -> Result<Statement, String> {
    if word == "nothing" {
        return if rest.is_empty() {
            Ok(Statement::Nothing)
        } else {
            Err("`nothing` stands alone".to_owned())
        };
    }
    if rest.is_empty() {
        return Err("something must follow".to_owned());
    }
    if let Some((_, comparison)) = Comparison::WORDS.iter().find(|(known, _)| *known == word) {
        return Ok(Statement::Compared(*comparison, one_name(rest)?));
    }
    Ok(match word {
        "length" => {
            let (ends, unit) = rest.split_once(' ').ok_or("the unit is missing: chars or bytes")?;
            let bytes = match unit.trim() {
                "chars" => false,
                "bytes" => true,
                other => return Err(format!("the unit is chars or bytes, not {other}")),
            };
            let (min, max) = whole_ends(ends)?;
            Statement::Length { min, max, bytes }
        }
        "count" => {
            let (min, max) = whole_ends(rest)?;
            Statement::Count { min, max }
        }
        "range" => range(rest)?,
        "step" => Statement::Step(rest.parse().map_err(|_| format!("{rest} is no number"))?),
        "one_of" => Statement::OneOf(values(rest)?),
        "default" if rest == "none" => Statement::Default(None),
        "default" => Statement::Default(Some(unquoted(rest))),
        "starts_with" => Statement::StartsWith(set(rest)?),
        "charset" => Statement::Charset(set(rest)?),
        "not_starts_with" => Statement::NotStartsWith(parts(rest)?),
        "contains" => Statement::Contains(parts(rest)?),
        "not_contains" => Statement::NotContains(parts(rest)?),
        "pattern" => Statement::Pattern(unquoted(rest)),
        "format" if FORMATS.contains(&rest) => Statement::Format(rest.to_owned()),
        "format" => return Err(format!("the formats are {}", FORMATS.join(" "))),
        "required_if" => Statement::RequiredIf(conditions(rest)?),
        "effective_if" => Statement::EffectiveIf(conditions(rest)?),
        "ignored_if" => Statement::IgnoredIf(conditions(rest)?),
        "requires" => Statement::Requires(condition(rest)?),
        "exclusive" => Statement::Exclusive(names(rest)?),
        "one_of_params" => Statement::OneOfParameters(names(rest)?),
        "exactly_one" => Statement::ExactlyOne(names(rest)?),
        _ => return Err("there is no such label".to_owned()),
    })
}

fn whole_ends(text: &str) -> Result<(Option<u64>, Option<u64>), String> {
    let (min, max) = text.split_once("..").ok_or("the ends are written 2..128, ..128 or 2..")?;
    let end = |text: &str| match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| format!("{text} is no whole number")),
    };
    match (end(min)?, end(max)?) {
        (None, None) => Err("one end must be given".to_owned()),
        (Some(min), Some(max)) if min > max => Err("the ends are the wrong way round".to_owned()),
        ends => Ok(ends),
    }
}

fn range(text: &str) -> Result<Statement, String> {
    let (min, max) = text.split_once("..").ok_or("the ends are written 1..9, (0..1], ..9 or 1..")?;
    let limit = |text: &str, open: char, closed: char| {
        let number = text.trim().trim_matches([open, closed]);
        let inclusive = !text.contains(open);
        match number {
            "" => Ok(None),
            number => match number.parse() {
                Ok(value) => Ok(Some(Limit { value, inclusive })),
                Err(_) => Err(format!("{number} is no number")),
            },
        }
    };
    match (limit(min, '(', '[')?, limit(max, ')', ']')?) {
        (None, None) => Err("one end must be given".to_owned()),
        (Some(min), Some(max)) if min.value > max.value => Err("the ends are the wrong way round".to_owned()),
        (min, max) => Ok(Statement::Range { min, max }),
    }
}

/// `A|B|"c d"|1..3`
fn values(text: &str) -> Result<Vec<String>, String> {
    let mut values = Vec::new();
    for value in split(text, "|")?.into_iter().map(str::trim) {
        let numbers = value.split_once("..").and_then(|(from, to)| {
            let (from, to): (u64, u64) = (from.parse().ok()?, to.parse().ok()?);
            (from <= to && to - from <= VALUES_AT_MOST).then_some(from..=to)
        });
        match numbers {
            Some(numbers) => values.extend(numbers.map(|number| number.to_string())),
            None if value.is_empty() => return Err("a value is empty; write \"\" if it is meant".to_owned()),
            None => values.push(unquoted(value)),
        }
    }
    Ok(values)
}

fn conditions(text: &str) -> Result<Vec<Condition>, String> {
    split(text, " & ")?.into_iter().map(|part| condition(part.trim())).collect()
}

fn condition(text: &str) -> Result<Condition, String> {
    if text == "other" {
        return Ok(Condition::Other);
    }
    if let Some(name) = text.strip_prefix('!') {
        return Ok(Condition::Absent(one_name(name)?));
    }
    if let Some((name, list)) = text.split_once("!=") {
        return Ok(Condition::IsNot(one_name(name)?, values(list)?));
    }
    match text.split_once('=') {
        Some((name, list)) => Ok(Condition::Is(one_name(name)?, values(list)?)),
        None => Ok(Condition::Given(one_name(text)?)),
    }
}

fn names(text: &str) -> Result<Vec<String>, String> {
    text.split_whitespace().map(one_name).collect()
}

fn one_name(text: &str) -> Result<String, String> {
    let text = text.trim();
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '*');
    if !text.is_empty() && text.chars().all(fits) {
        Ok(text.to_owned())
    } else {
        Err(format!("`{text}` is no name of a parameter"))
    }
}

fn parts(text: &str) -> Result<Vec<String>, String> {
    let part = |part: &str| if part == "space" { " ".to_owned() } else { unquoted(part) };
    Ok(split(text, " ")?.into_iter().filter(|token| !token.is_empty()).map(part).collect())
}

fn set(text: &str) -> Result<CharSet, String> {
    let mut set = CharSet::default();
    for token in split(text, " ")?.into_iter().filter(|token| !token.is_empty()) {
        let words: Vec<&str> = token.split('+').collect();
        if words.iter().all(|word| named(word, &mut CharSet::default())) {
            words.iter().for_each(|word| {
                named(word, &mut set);
            });
        } else if token.starts_with('"')
            || !token.chars().any(char::is_alphanumeric)
            || token.chars().count() == 1
        {
            set.chars.extend(unquoted(token).chars());
        } else {
            return Err(format!(
                "`{token}` is no set: upper lower letters digits chinese ascii space, or characters"
            ));
        }
    }
    Ok(set)
}

/// Adds what a word names; whether it names anything.
fn named(word: &str, set: &mut CharSet) -> bool {
    match word {
        "letters" => (set.upper, set.lower) = (true, true),
        "upper" | "A-Z" => set.upper = true,
        "lower" | "a-z" => set.lower = true,
        "digits" | "0-9" => set.digits = true,
        "chinese" => set.chinese = true,
        "ascii" => set.ascii = true,
        "space" => set.chars.push(' '),
        _ => return false,
    }
    true
}

/// Splits at a separator that doesn't stand in quotes.
fn split<'t>(text: &'t str, separator: &str) -> Result<Vec<&'t str>, String> {
    let (mut parts, mut begin, mut inside, mut escaped) = (Vec::new(), 0, false, false);
    for (at, c) in text.char_indices() {
        if inside {
            match c {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => inside = false,
                _ => {}
            }
        } else if c == '"' {
            inside = true;
        } else if at >= begin && text[at..].starts_with(separator) {
            parts.push(&text[begin..at]);
            begin = at + separator.len();
        }
    }
    if inside {
        return Err("a quotation mark is missing; the mark itself is written \"\\\"\"".to_owned());
    }
    parts.push(&text[begin..]);
    Ok(parts)
}

/// The text without the quotes around it.
fn unquoted(text: &str) -> String {
    let Some(inner) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) else {
        return text.to_owned();
    };
    let (mut out, mut escaped) = (String::new(), false);
    for c in inner.chars() {
        if c == '\\' && !escaped {
            escaped = true;
        } else {
            out.push(c);
            escaped = false;
        }
    }
    out
}
