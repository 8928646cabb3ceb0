//! The parameters that errors name: by a part of the code, or in a sentence.

use contract::{Confidence, ErrorCase, Parameter, Refusal, Scope, Segment, steps};
use smallvec::SmallVec;

use crate::blocks::{BLOCK, bits};
use crate::met::{Code, Codes};

/// The operation's own parameters, by the names that errors call them.
pub(crate) struct Named<'p> {
    all: Vec<Name<'p>>,
    /// How each and its thing end, side by side, so that many are asked at once.
    each_ends: Vec<[u16; 2]>,
    /// The codes of errors of other pages.
    pub(crate) codes: &'p Codes,
    /// How any ends, in any case of letters: for each last letter but one, a bit for each last letter.
    endings: [u32; 32],
    /// How long their names are, modulo 64, by the first byte.
    lengths: [u64; 256],
}

struct Name<'p> {
    name: &'p str,
    /// The last name of the path.
    leaf: &'p str,
    /// What that is the identifier of.
    thing: Option<&'p str>,
}

impl<'p> Named<'p> {
    /// Those of an operation.
    pub(crate) fn of(parameters: &'p [Parameter], codes: &'p Codes) -> Self {
        let own = parameters.iter().filter(|p| p.scope == Scope::Operation);
        Named::by(own.map(|p| Name::of(&p.name.value, leaf(&p.wire_name().value))).collect(), codes)
    }

    fn by(all: Vec<Name<'p>>, codes: &'p Codes) -> Self {
        let (mut endings, mut lengths) = ([0; 32], [0; 256]);
        let each_ends: Vec<[u16; 2]> = all.iter().map(Name::endings).collect();
        for ending in each_ends.iter().flatten().filter(|ending| **ending != NO_ENDING) {
            endings[usize::from(ending / 32)] |= 1 << (ending % 32);
        }
        for name in &all {
            for (first, length) in [name.name, name.leaf].into_iter().filter_map(beginning) {
                lengths[first] |= 1 << length;
            }
        }
        Named { all, each_ends, codes, endings, lengths }
    }

    /// An ending, if a part of one has it. Most words of codes are ruled out by two letters.
    fn may_end_with(&self, ending: Option<u16>) -> Option<u16> {
        ending.filter(|ending| self.endings[usize::from(ending / 32)] >> (ending % 32) & 1 != 0)
    }

    /// Those of which a part ends so. All are asked without a branch.
    fn ending_with(&self, ending: u16) -> SmallVec<[&Name<'p>; 8]> {
        let mut names = SmallVec::new();
        for (names_here, ends) in self.all.chunks(BLOCK).zip(self.each_ends.chunks(BLOCK)) {
            let mut alike = [0; BLOCK];
            for (alike, [one, other]) in alike.iter_mut().zip(ends) {
                *alike = u8::from(*one == ending) | u8::from(*other == ending);
            }
            let mut alike = bits(&alike);
            while alike != 0 {
                names.push(&names_here[alike.trailing_zeros() as usize]);
                alike &= alike - 1;
            }
        }
        names
    }

    /// Those that texts mention, in the order of the page. Most words of sentences have no letter with which a name
    /// begins, or are not as long.
    fn mentioned(&self, texts: [&str; 2]) -> Vec<String> {
        let mut places: SmallVec<[usize; 8]> = SmallVec::new();
        let begins = |byte: u8| self.lengths[usize::from(byte)];
        let may_be = |word: &&str| {
            word.len() > SHORT
                && beginning(word).is_some_and(|(first, length)| self.lengths[first] >> length & 1 != 0)
        };
        for word in texts.into_iter().flat_map(|text| words_with(text, begins)).filter(may_be) {
            let names = self.all.iter().enumerate().filter(|(_, name)| name.is_mentioned_by(word));
            places.extend(names.map(|(place, _)| place));
        }
        places.sort_unstable();
        places.dedup();
        places.into_iter().map(|place| self.all[place].name.to_owned()).collect()
    }
}

/// The two last letters of a word as a number, the same in any case.
pub(crate) fn ending(word: &str) -> Option<u16> {
    let [.., last_but_one, last] = word.as_bytes() else { return None };
    Some(u16::from(last_but_one % 32) * 32 + u16::from(last % 32))
}

/// The ending of what has none.
const NO_ENDING: u16 = u16::MAX;

/// The first byte of an identifier, and its length.
fn beginning(word: &str) -> Option<(usize, usize)> {
    let first = word.bytes().next().map(usize::from).filter(|first| IS_PART[*first])?;
    Some((first, word.len() % 64))
}

/// The longest word that every sentence may have.
const SHORT: usize = 3;

/// The words of a code that may name a parameter.
pub(crate) fn words_of_code(code: &str) -> impl Iterator<Item = &str> {
    let parts = code.split('.').map(str::trim);
    let words =
        parts.map(|part| part.strip_prefix("Invalid").or(part.strip_prefix("Missing")).unwrap_or(part));
    words.filter(|word| word.len() >= 3 && !matches!(*word, "Parameter" | "Param" | "Paramter"))
}

/// The last name of a path.
fn leaf(path: &str) -> &str {
    if !path.bytes().any(|byte| byte == b'.') {
        return path;
    }
    let name = |step| if let Segment::Name(name) = step { Some(name) } else { None };
    steps(path).filter_map(name).last().unwrap_or_default()
}

impl<'p> Name<'p> {
    fn of(name: &'p str, leaf: &'p str) -> Self {
        let id = leaf.len().checked_sub(2).and_then(|id| leaf.split_at_checked(id));
        let thing = id.filter(|(_, id)| id.eq_ignore_ascii_case("id")).map(|(thing, _)| thing);
        Name { name, leaf, thing }
    }

    /// How its last name and its thing end.
    fn endings(&self) -> [u16; 2] {
        [Some(self.leaf), self.thing].map(|part| part.and_then(ending).unwrap_or(NO_ENDING))
    }

    /// Whether a word of a sentence means it. Short words are those of every sentence.
    fn is_mentioned_by(&self, word: &str) -> bool {
        self.leaf.len() > SHORT && (self.name == word || self.leaf == word)
    }

    /// Whether a word such as `Image` means the parameter `ImageId` or `SourceImage`.
    fn is_near(&self, word: &str) -> bool {
        let end = self.leaf.len().checked_sub(word.len()).map(|from| &self.leaf.as_bytes()[from..]);
        end.is_some_and(|end| end.eq_ignore_ascii_case(word.as_bytes()))
            || self.thing.is_some_and(|thing| thing.eq_ignore_ascii_case(word))
    }
}

/// The parameters that an error names, and how sure that is. The code speaks first, then the message.
pub(crate) fn refused_parameters(
    error: &ErrorCase,
    code: &Code,
    parameters: &Named<'_>,
) -> (Vec<String>, Confidence) {
    for word in code.words() {
        let Some(ending) = parameters.may_end_with(word.ending) else { continue };
        let (word, alike) = (code.letters(word), parameters.ending_with(ending));
        let exact = alike.iter().filter(|p| p.leaf.eq_ignore_ascii_case(word));
        let exact: Vec<String> = exact.map(|p| p.name.to_owned()).collect();
        match exact.as_slice() {
            [] => {}
            [_] => return (exact, Confidence::Certain),
            _ => return (exact, Confidence::Likely),
        }
        // `QuotaExceed.Image` speaks of images, not of the parameter `ImageId`.
        if matches!(
            error.refuses,
            Some(Refusal::Value | Refusal::NotFound | Refusal::Missing | Refusal::State)
        ) {
            let mut near = alike.iter().filter(|p| p.is_near(word));
            if let Some(near) = near.next().filter(|_| near.next().is_none()) {
                return (vec![near.name.to_owned()], Confidence::Certain);
            }
        }
    }
    (parameters.mentioned([&error.message, &error.description]), Confidence::Likely)
}

/// The identifiers in a sentence; dotted names stay whole.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    words_with(text, |byte| IS_PART[usize::from(byte)].into())
}

/// Those that have a byte of a kind that identifiers have: one that `kind` says anything of.
fn words_with(text: &str, kind: impl Fn(u8) -> u64) -> impl Iterator<Item = &str> {
    let (bytes, is_part) = (text.as_bytes(), |byte: &u8| IS_PART[usize::from(*byte)]);
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            // Eight bytes at a time, as there are few of the kind.
            let (eights, _) = bytes[at..].as_chunks::<8>();
            let has_none = |eight: &&[u8; 8]| eight.iter().fold(0, |any, byte| any | kind(*byte)) == 0;
            at += 8 * eights.iter().take_while(has_none).count();
            at += bytes[at..].iter().position(|byte| kind(*byte) != 0)?;
            let start = at - bytes[..at].iter().rev().take_while(|byte| is_part(byte)).count();
            at += bytes[at..].iter().take_while(|byte| is_part(byte)).count();
            let mut word = &text[start..at];
            // Few need it.
            if word.starts_with('.') || word.ends_with('.') {
                word = word.trim_matches('.');
            }
            if !word.is_empty() {
                return Some(word);
            }
        }
    })
}

/// The bytes of identifiers.
const IS_PART: [bool; 256] = {
    let mut is_part = [false; 256];
    let mut byte = 0_u8;
    while byte < 0x80 {
        is_part[byte as usize] = byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
        byte += 1;
    }
    is_part
};

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NAMES: [&str; 6] = ["Disk.N.ImageId", "ImageId", "Size", "instanceName", "Tag", "Ports"];

    fn text() -> impl Strategy<Value = String> {
        let pieces = [
            "ImageId",
            "Image",
            "size",
            "Size",
            "instanceName",
            "Tag",
            "ports",
            "Disk.N.ImageId",
            ".",
            " ",
            "的",
            "x_",
        ];
        prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..8).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn the_last_name_of_a_path_is_no_index() {
        assert_eq!(["Size", "Disk.N.ImageId", "Tag.1", "N"].map(leaf), ["Size", "ImageId", "Tag", "N"]);
    }

    proptest! {
        #[test]
        fn what_rules_out_words_rules_out_no_name(text in text()) {
            let codes = Codes::default();
            let names = NAMES.iter().map(|name| Name::of(name, leaf(name))).collect();
            let named = Named::by(names, &codes);
            let found = named.mentioned([&text, ""]);
            let is_found = |name: &&Name<'_>| words(&text).any(|word| name.is_mentioned_by(word));
            let expected: Vec<&str> = named.all.iter().filter(is_found).map(|name| name.name).collect();
            prop_assert_eq!(found, expected, "{}", text);
            let near = |word: &str| named.all.iter().filter(|name| name.is_near(word)).count();
            let like = |word: &str| {
                let names = named.may_end_with(ending(word)).map(|ending| named.ending_with(ending));
                names.into_iter().flatten().filter(|name| name.is_near(word)).count()
            };
            prop_assert!(words(&text).all(|word| word.len() < 2 || near(word) == like(word)), "{}", text);
        }
    }
}
