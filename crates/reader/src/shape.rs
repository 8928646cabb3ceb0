//! The shape of an example answer: the tree that travels.

use std::collections::BTreeMap;

use contract::Type;
use serde_json::Value;

/// The shape of a JSON value: names and whether they are lists, all items of a list taken together.
#[derive(Debug, Default)]
pub(crate) struct Shape<'v> {
    /// It is shown as a list.
    pub(crate) list: bool,
    /// The type of the value, or of the last item, if it is a scalar.
    pub(crate) scalar: Option<Type>,
    /// What stands below it.
    pub(crate) children: BTreeMap<&'v str, Shape<'v>>,
    /// The names below it, as they are shown.
    pub(crate) order: Vec<&'v str>,
}

impl<'v> Shape<'v> {
    /// The shape of an answer.
    pub(crate) fn of(value: &'v Value) -> Self {
        let mut shape = Shape::default();
        shape.take(value);
        shape
    }

    fn take(&mut self, value: &'v Value) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if !self.children.contains_key(name.as_str()) {
                        self.order.push(name);
                    }
                    self.children.entry(name).or_default().take(value);
                }
            }
            Value::Array(items) => {
                self.list = true;
                items.iter().for_each(|item| self.take(item));
            }
            Value::String(_) => self.scalar = Some(Type::String),
            Value::Bool(_) => self.scalar = Some(Type::Boolean),
            Value::Number(n) if n.is_f64() => self.scalar = Some(Type::Float),
            Value::Number(_) => self.scalar = Some(Type::Integer),
            Value::Null => {}
        }
    }

    /// The type that it shows.
    pub(crate) fn ty(&self) -> Type {
        let item = if self.children.is_empty() {
            self.scalar.clone().unwrap_or(Type::Unknown)
        } else {
            Type::Object
        };
        if self.list { Type::array(item) } else { item }
    }

    /// `["a"]`, or `{"Name": ["a"]}`: no row stands below it.
    pub(crate) fn is_list_of_scalars(&self) -> bool {
        match self.order.as_slice() {
            [] => self.list && self.scalar.is_some(),
            [only] => self.children[only].list && self.children[only].children.is_empty(),
            _ => false,
        }
    }

    /// Whether this can be what a row of type `ty` describes: a scalar, a structure, or a list, of which rows say little.
    pub(crate) fn looks_like(&self, ty: &Type, container: bool) -> bool {
        match ty.innermost() {
            Type::Object | Type::Model { .. } => !self.children.is_empty(),
            _ if matches!(ty, Type::Array { .. }) => true,
            Type::Unknown if container => !self.children.is_empty(),
            _ => !self.list && self.children.is_empty(),
        }
    }

    /// What a row's name names: a child, or along its dots (`Status.Code`) what stands below.
    pub(crate) fn child(&self, name: &str) -> Option<&Shape<'v>> {
        let dotted = || name.split('.').try_fold(self, |shape, part| shape.children.get(part));
        self.children.get(name).or_else(dotted)
    }

    /// What stands at a path.
    pub(crate) fn at(&self, path: &[String]) -> Option<&Shape<'v>> {
        path.iter().try_fold(self, |shape, name| shape.children.get(name.as_str()))
    }

    /// The path below `path` whose children have a fitting `name`. A level with one name only is looked through.
    pub(crate) fn below(
        &self,
        path: &[String],
        name: &str,
        fits: &dyn Fn(&Shape<'_>) -> bool,
    ) -> Option<Vec<String>> {
        let mut found = path.to_vec();
        let mut shape = self.at(path)?;
        loop {
            if shape.child(name).is_some_and(fits) {
                return Some(found);
            }
            let [only] = shape.order.as_slice() else { return None };
            if path.is_empty() {
                return None;
            }
            found.push((*only).to_owned());
            shape = &shape.children[only];
        }
    }
}
