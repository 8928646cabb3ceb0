//! An operation's parameters as the suite sees them: what can be sent, what must be, what belongs together.

use contract::{Confidence, ExampleRole, Operation, Parameter, Path, Presence, Scope};
use wire::Carrier;

use crate::travel;

/// Whether a request may go without a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The page says that it must be sent.
    Always,
    /// The page does not say, so a refusal without it proves nothing.
    Perhaps,
    /// The page, or its own example, goes without it.
    Free,
}

/// The parameters of an operation that are its own and carry a value.
pub(crate) struct Sheet<'a> {
    pub(crate) operation: &'a Operation,
    pub(crate) parameters: Vec<&'a Parameter>,
}

impl<'a> Sheet<'a> {
    /// Leaves out what the wire adds, second rows of a name, and rows that only hold others.
    pub(crate) fn of(operation: &'a Operation) -> Self {
        let all = &operation.parameters;
        let carries = |at: usize, parameter: &Parameter| {
            let name = parameter.wire_name().as_str();
            let again = all[..at].iter().any(|earlier| earlier.name.value == parameter.name.value);
            parameter.scope == Scope::Operation && !again && !all.iter().any(|other| is_inside(name, other))
        };
        let parameters = (0..).zip(all).filter(|(at, p)| carries(*at, p)).map(|(_, p)| p).collect();
        Self { operation, parameters }
    }

    /// Without those that the wire would carry elsewhere than the page has them.
    pub(crate) fn carried(operation: &'a Operation, carrier: Carrier) -> Self {
        let mut sheet = Self::of(operation);
        sheet.parameters.retain(|parameter| travel::astray(parameter, carrier).is_none());
        sheet
    }

    /// The parameter of that documented or wire name.
    pub(crate) fn parameter(&self, name: &str) -> Option<&'a Parameter> {
        let by = |p: &&&Parameter| p.name.value == name || p.wire_name().value == name;
        self.parameters.iter().find(by).copied()
    }

    /// Whether a request may go without it.
    pub(crate) fn need(&self, parameter: &Parameter) -> Need {
        match parameter.presence.value {
            Presence::Required => match self.holder(parameter).map(|holder| holder.presence.value) {
                Some(Presence::Optional | Presence::Unstated) => Need::Free,
                _ => Need::Always,
            },
            Presence::Optional => Need::Free,
            Presence::Conditional if self.is_ruled(parameter) => Need::Free,
            Presence::Conditional => Need::Perhaps,
            Presence::Unstated if self.an_example_goes_without(parameter) => Need::Free,
            Presence::Unstated => Need::Perhaps,
        }
    }

    /// Whether leaving it out of a whole request breaks its row: nested rows may speak of each item only.
    pub(crate) fn is_plainly_required(&self, parameter: &Parameter) -> bool {
        let path = parameter.path();
        parameter.presence.value == Presence::Required
            && path.segments().len() == 1 + usize::from(path.is_list())
    }

    /// The parameters that are sent together: the members of one structure or list, in one spelling.
    pub(crate) fn unit(&self, parameter: &Parameter) -> Vec<&'a Parameter> {
        let (root, spelling) = (parameter.path().root(), self.spelling(parameter));
        let together = |other: &&&Parameter| other.path().root() == root && self.spelling(other) == spelling;
        self.parameters.iter().filter(together).copied().collect()
    }

    /// Which spelling of a name this is: pages document `Tag.N.Key` and, for older callers, `Tag.N.key`.
    pub(crate) fn spelling(&self, parameter: &Parameter) -> usize {
        let same = |other: &&&Parameter| other.wire_name().eq_ignore_ascii_case(parameter.wire_name());
        let before = |other: &&&Parameter| !std::ptr::eq(**other, parameter);
        self.parameters.iter().take_while(before).filter(same).count()
    }

    /// The units that a request may go without, in page order.
    pub(crate) fn free_units(&self) -> Vec<Vec<&'a Parameter>> {
        let mut units: Vec<Vec<&'a Parameter>> = Vec::new();
        for parameter in &self.parameters {
            let unit = self.unit(parameter);
            let first = unit.first().is_some_and(|p| p.name.value == parameter.name.value);
            if first && unit.iter().all(|p| self.need(p) == Need::Free) {
                units.push(unit);
            }
        }
        units
    }

    /// The row that documents the structure or list itself.
    fn holder(&self, parameter: &Parameter) -> Option<&'a Parameter> {
        self.operation.parameters.iter().find(|other| is_inside(other.wire_name(), parameter))
    }

    fn is_ruled(&self, parameter: &Parameter) -> bool {
        let name = &parameter.name.value;
        self.operation
            .rules
            .iter()
            .any(|r| r.kind.is_checked() && r.confidence != Confidence::Weak && r.parameters.contains(name))
    }

    fn an_example_goes_without(&self, parameter: &Parameter) -> bool {
        let root = parameter.path().root();
        self.operation.examples.iter().filter(|example| example.role == ExampleRole::Request).any(|example| {
            let roots = || example.arguments.iter().map(|argument| Path::of(&argument.name));
            let documented =
                roots().any(|path| self.parameters.iter().any(|p| p.path().root() == path.root()));
            documented && roots().all(|path| path.root() != root)
        })
    }
}

/// Whether a parameter's name lies under another name, with or without an index between.
fn is_inside(holder: &str, parameter: &Parameter) -> bool {
    let holder = holder.strip_suffix(".N").or_else(|| holder.strip_suffix(".n")).unwrap_or(holder);
    match parameter.wire_name().strip_prefix(holder).and_then(|rest| rest.strip_prefix('.')) {
        // `X.N` is the list `X` itself, not something inside it.
        Some(rest) => !matches!(rest, "N" | "n" | "M" | "m" | "X"),
        None => false,
    }
}
