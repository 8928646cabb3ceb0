//! The productions that read a sentence: the phrases without which each finds nothing, and what reads.

use std::sync::LazyLock;

use super::sentence::Sentence;
use super::{Finding, Subject};
use super::{across, affixes, bound, charset, count, default, format, length, range, step};
use crate::vocabulary::{PHRASES, Said};

/// A rule of the grammar; it is called like the module that reads.
struct Production {
    /// It reads sentences that have a phrase of one of these lists,
    triggers: &'static [(&'static str, &'static str)],
    /// or one of these and a figure.
    beside_figures: &'static [(&'static str, &'static str)],
    /// It reads also what holds under a condition only.
    in_a_case: bool,
    read: fn(&Sentence<'_>, &Subject<'_>, &mut Vec<Finding>),
}

/// In the order in which their findings count.
static PRODUCTIONS: [Production; 9] = [
    Production {
        triggers: &[("length", "not_empty")],
        beside_figures: &[
            ("length", "subjects"),
            ("length", "chars"),
            ("length", "bytes"),
            ("length", "places"),
            ("limit", "at_most"),
            ("limit", "at_least"),
            ("range", "subjects"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(length::find(sentence, subject)),
    },
    Production {
        triggers: &[
            ("starts", "positive"),
            ("starts", "end"),
            ("starts", "negative"),
            ("contains", "negative"),
            ("starts", "no_ends"),
        ],
        beside_figures: &[],
        in_a_case: false,
        read: |sentence, _, found| found.extend(affixes::find(sentence)),
    },
    Production {
        triggers: &[("charset", "exact"), ("charset", "loose")],
        beside_figures: &[],
        in_a_case: false,
        read: |sentence, _, found| found.extend(charset::find(sentence)),
    },
    Production {
        triggers: &[],
        beside_figures: &[
            ("range", "subjects"),
            ("range", "maximum"),
            ("range", "minimum"),
            ("range", "clauses"),
            ("index", "subjects"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(range::find(sentence, subject)),
    },
    Production {
        triggers: &[("bound", "positive"), ("bound", "not_negative")],
        beside_figures: &[("bound", "above"), ("bound", "from"), ("bound", "below"), ("bound", "up_to")],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(bound::find(sentence, subject)),
    },
    Production {
        triggers: &[("step", "places")],
        beside_figures: &[("step", "behind"), ("step", "before"), ("step", "widened")],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(step::find(sentence, subject)),
    },
    Production {
        triggers: &[],
        beside_figures: &[
            ("count", "at_most"),
            ("count", "at_most_first"),
            ("count", "sizes"),
            ("count", "sized_to"),
        ],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(count::find(sentence, subject)),
    },
    Production {
        triggers: &[
            ("format", "base64"),
            ("format", "iso8601"),
            ("format", "timestamp"),
            ("format", "json"),
            ("format", "uuid"),
            ("format", "ip_ends"),
            ("format", "cidr_ends"),
            ("format", "url_ends"),
            ("format", "email_ends"),
            ("format", "ip_words"),
            ("format", "cidr_words"),
        ],
        beside_figures: &[],
        in_a_case: false,
        read: |sentence, subject, found| found.extend(format::find(sentence, subject)),
    },
    Production {
        triggers: &[("default", "subjects"), ("default", "left_empty")],
        beside_figures: &[],
        in_a_case: true,
        read: |sentence, subject, found| found.extend(default::find(sentence, subject)),
    },
];

/// What else is looked for wherever it stands: by enumerations, guards, and within sentences that state something.
const BESIDE: &[(&str, &str)] = &[
    ("bare", "traps"),
    ("bare", "only"),
    ("bare", "supported"),
    ("default", "marks"),
    ("enum", "subjects"),
    ("enum", "ignored"),
    ("pairs", "marks"),
    ("pairs", "traps"),
    ("guard", "is"),
    ("condition", "inside"),
    ("condition", "verdicts"),
    ("starts", "bare"),
    ("length", "traps"),
    ("length", "sizes_of_others"),
    ("contains", "joined"),
    ("count", "given"),
    ("count", "lists"),
    ("count", "sized_from"),
    ("format", "alternatives"),
    ("default", "kept"),
    ("sentence", "heads"),
    ("sentence", "cases"),
];

/// The lists of which a text that states a rule has a phrase; an enumeration can do without.
pub(super) static STATING: LazyLock<Said> = LazyLock::new(|| ALL.alone.with(ALL.beside_figures));

/// Lists whose phrases suffice, and those that say nothing without a figure.
#[derive(Clone, Copy)]
struct Triggers {
    alone: Said,
    beside_figures: Said,
}

impl Triggers {
    fn of(production: &Production) -> Self {
        let lists = |lists| PHRASES.saying(lists);
        Triggers { alone: lists(production.triggers), beside_figures: lists(production.beside_figures) }
    }

    /// Whether a sentence has what it takes; `figures` says that it has a figure.
    fn fit(self, sentence: &Sentence<'_>, figures: bool) -> bool {
        sentence.says(self.alone) || figures && sentence.says(self.beside_figures)
    }
}

/// The triggers, production by production,
static TRIGGERS: LazyLock<[Triggers; PRODUCTIONS.len()]> =
    LazyLock::new(|| PRODUCTIONS.each_ref().map(Triggers::of));

/// and those of all.
static ALL: LazyLock<Triggers> = LazyLock::new(|| {
    let none = Triggers { alone: Said::default(), beside_figures: Said::default() };
    TRIGGERS.iter().fold(none, |all, own| Triggers {
        alone: all.alone.with(own.alone),
        beside_figures: all.beside_figures.with(own.beside_figures),
    })
});

/// The productions that read a sentence.
pub(super) struct Readers {
    /// It has a figure, and they need one.
    figures: bool,
}

impl Readers {
    /// Those of a sentence, if there are any.
    pub(super) fn of(sentence: &Sentence<'_>) -> Option<Self> {
        let has_figures = || sentence.text.bytes().any(|byte| byte.is_ascii_digit());
        let figures = sentence.says(ALL.beside_figures) && has_figures();
        ALL.fit(sentence, figures).then_some(Readers { figures })
    }

    /// Puts what they find behind what is `found`; `conditional` says that the sentence holds in a case only.
    pub(super) fn find(
        &self,
        sentence: &Sentence<'_>,
        subject: &Subject<'_>,
        conditional: bool,
        found: &mut Vec<Finding>,
    ) {
        for (production, triggers) in PRODUCTIONS.iter().zip(TRIGGERS.iter()) {
            if triggers.fit(sentence, self.figures) && (production.in_a_case || !conditional) {
                (production.read)(sentence, subject, found);
            }
        }
    }
}

/// The lists that a description is looked through for.
pub(crate) fn searched() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lists = |production: &'static Production| production.triggers.iter().chain(production.beside_figures);
    PRODUCTIONS.iter().flat_map(lists).copied().chain(BESIDE.iter().copied()).chain(across::searched())
}

#[cfg(test)]
mod tests {
    use contract::Type;

    use super::*;
    use crate::prose::description::Phrasing;

    #[test]
    fn what_needs_a_figure_finds_nothing_without_one() {
        let types = [Type::String, Type::Integer, Type::array(Type::String)];
        for (production, triggers) in PRODUCTIONS.iter().zip(TRIGGERS.iter()) {
            for (of, list) in production.beside_figures {
                for phrase in PHRASES.list(of, list) {
                    let texts = [
                        format!("{phrase}abc"),
                        format!("长度{phrase}个字符"),
                        format!("最多三{phrase}三个ID"),
                        format!("A maximum of three {phrase} three characters in length"),
                    ];
                    for text in &texts {
                        let only = || std::iter::once(text.as_str());
                        let phrasing = Phrasing::of(only());
                        let description = phrasing.descriptions(only()).next().expect("that of the text");
                        let alone = |sentence: &Sentence<'_>| triggers.fit(sentence, false);
                        for sentence in description.sentences().filter(|sentence| !alone(sentence)) {
                            let mut found = Vec::new();
                            for ty in &types {
                                let subject = Subject { name: "Names.N", ty, example: None };
                                (production.read)(&sentence, &subject, &mut found);
                            }
                            assert!(found.is_empty(), "{text}: {found:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_searched_is_found_by_the_scan() {
        for (production, list) in searched() {
            assert!(
                PHRASES.get(production, list).is_some_and(|list| list.said().is_some()),
                "{production}.{list}: no number is left for it"
            );
        }
    }
}
