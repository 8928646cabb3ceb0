//! The steps of a documented name: `Tag.N.Key` is the `Key` of each item of `Tag`.

/// One step of a dotted name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// A name.
    Name(&'a str),
    /// A placeholder of an index.
    Each,
    /// A position in a list, from 0.
    Item(usize),
}

/// Whether a segment after the first stands for any index. Documented examples send it literally.
pub(crate) fn is_placeholder(segment: &str) -> bool {
    matches!(segment, "N" | "n" | "M" | "m" | "X")
}

/// The first name and the steps that follow it. Literal indexes of documented names count from 1; 0 is the first too.
pub(crate) fn steps(name: &str) -> (&str, Vec<Step<'_>>) {
    let mut segments = name.split('.');
    let root = segments.next().unwrap_or(name);
    let step = |segment| {
        if is_placeholder(segment) {
            return Step::Each;
        }
        segment.parse::<usize>().map_or(Step::Name(segment), |number| Step::Item(number.saturating_sub(1)))
    };
    (root, segments.map(step).collect())
}
