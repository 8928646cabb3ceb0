//! What stands beside a value and says what it means: `Year，按年付费`, and where that ends.

use super::enumeration::element;
use super::sentence::link;
use crate::vocabulary::PHRASES;

/// The gloss behind a comma, up to a stop or to a comma before the next value, and its length.
pub(super) fn comma_gloss(join: &str, text: &str, glossed: bool) -> Option<(String, usize)> {
    let clause = &text[..text.find(['；', ';', '。', '\n', '，', ',']).unwrap_or(text.len())];
    // Among glossed values a gloss may begin with a Latin word: `UKAFKA，Kafka消息队列`.
    let is_gloss = match text.chars().next() {
        // Or it ends in a semicolon: `"unatgw"，NAT网关；`.
        Some(first) if first.is_ascii() => {
            let closed = glossed || text[clause.len()..].starts_with(['；', ';']);
            closed && clause.contains(|c: char| !c.is_ascii())
        }
        first => first.is_some(),
    };
    let beside = PHRASES.begins("enum", "beside", clause).is_some();
    // `A，默认值：A` and `A和B，不填则返回所有` say something else.
    if !matches!(join, "，" | ",") || !is_gloss || beside || states_default(clause) {
        return None;
    }
    let stops = text.char_indices().find(|&(at, c)| match c {
        '；' | ';' | '。' | '\n' => true,
        '，' | ',' => {
            let next = text[at + c.len_utf8()..].trim_start();
            element(next).is_some() || next.starts_with("默认") && states_default(next)
        }
        _ => false,
    });
    let end = stops.map_or(text.len(), |(at, _)| at);
    Some((text[..end].trim().to_owned(), end))
}

/// `默认值为A` and `默认A`, but not `默认防火墙`, which describes something.
fn states_default(clause: &str) -> bool {
    let Some((_, stop)) = PHRASES.find("default", "subjects", clause, 0).filter(|(start, _)| *start == 0)
    else {
        return false;
    };
    let linked = link(&clause[stop..]);
    let bare = PHRASES.list("default", "bare").iter().any(|word| word == &clause[..stop]);
    linked > 0 || !bare || element(&clause[stop..]).is_some()
}

/// `按需付费 trial, 试用`: a gloss that runs on over the next value, so the list is not whole. Among English words none
/// stands out.
pub(super) fn holds_a_value(gloss: &str) -> bool {
    if !gloss.contains(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        return false;
    }
    let mut depth = 0_usize;
    let mut latin = false; // a Latin word has just ended, or its closing quote
    let mut word = false;
    for c in gloss.chars() {
        match c {
            '（' | '(' | '【' | '[' | '{' => depth += 1,
            '）' | ')' | '】' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if latin && depth == 0 && matches!(c, ',' | '，' | ':' | '：') {
            return true;
        }
        word = c.is_ascii_alphanumeric() || matches!(c, '_' | '-') && word;
        latin = word || latin && matches!(c, ' ' | '"' | '”');
    }
    false
}
