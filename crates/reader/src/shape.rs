//! The shape of an example answer: the tree that travels, read straight off its text.

use std::borrow::Cow;
use std::fmt;

use contract::Type;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// The shape of a JSON value: names and whether they are lists, all items of a list taken together.
#[derive(Debug, Default)]
pub(crate) struct Shape<'t> {
    /// It is shown as a list.
    pub(crate) list: bool,
    /// It is shown as a structure, perhaps without any names.
    structure: bool,
    /// The type of the value, or of the last item, if it is a scalar.
    pub(crate) scalar: Option<Type>,
    /// What stands below it, in the order in which it is shown.
    children: Vec<(Cow<'t, str>, Shape<'t>)>,
    /// The number of the structure in the document that had it last.
    last: u32,
}

impl<'t> Shape<'t> {
    /// The shape of a JSON document, if it is one that needs no mending.
    pub(crate) fn read(text: &'t str) -> Option<Self> {
        let mut shape = Shape::default();
        let mut names = Names::default();
        let mut json = serde_json::Deserializer::from_str(text);
        Fill(&mut shape, &mut names).deserialize(&mut json).ok()?;
        (json.end().is_ok() && !names.improper).then_some(shape)
    }

    /// The shape of a value.
    pub(crate) fn of(value: &'t Value) -> Option<Self> {
        let mut shape = Shape::default();
        Fill(&mut shape, &mut Names::default()).deserialize(value).ok()?;
        Some(shape)
    }

    /// What stands below it under a name.
    pub(crate) fn get(&self, name: &str) -> Option<&Shape<'t>> {
        self.children.iter().find_map(|(known, shape)| (known == name).then_some(shape))
    }

    /// Whether nothing stands below it.
    pub(crate) fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }

    /// Whether it is an empty list or structure.
    pub(crate) fn is_hollow(&self) -> bool {
        (self.list || self.structure) && self.is_leaf() && self.scalar.is_none()
    }

    /// What stands below it, with its names, in the order in which it is shown.
    pub(crate) fn children(&self) -> impl Iterator<Item = (&str, &Shape<'t>)> {
        self.children.iter().map(|(name, shape)| (name.as_ref(), shape))
    }

    /// What alone stands below it.
    pub(crate) fn only(&self) -> Option<(&str, &Shape<'t>)> {
        match self.children.as_slice() {
            [(name, shape)] => Some((name, shape)),
            _ => None,
        }
    }

    /// What stands under a name, wherever that is; the highest first. What is shown as null says nothing.
    pub(crate) fn find(&self, name: &str) -> Option<&Shape<'t>> {
        let own = self.get(name).filter(|shape| shape.structure || shape.list || shape.scalar.is_some());
        own.or_else(|| self.children().find_map(|(_, shape)| shape.find(name)))
    }

    /// The type that it shows.
    pub(crate) fn ty(&self) -> Type {
        let item = if self.is_leaf() { self.scalar.clone().unwrap_or(Type::Unknown) } else { Type::Object };
        if self.list { Type::array(item) } else { item }
    }

    /// `["a"]`, or `{"Name": ["a"]}`: no row stands below it.
    pub(crate) fn is_list_of_scalars(&self) -> bool {
        match self.only() {
            Some((_, only)) => only.list && only.is_leaf(),
            None => self.is_leaf() && self.list && self.scalar.is_some(),
        }
    }

    /// Whether this can be what a row of type `ty` describes: a scalar, a structure, or a list, of which rows say little.
    pub(crate) fn looks_like(&self, ty: &Type, container: bool) -> bool {
        match ty.innermost() {
            Type::Object | Type::Model { .. } => !self.is_leaf(),
            _ if matches!(ty, Type::Array { .. }) => true,
            Type::Unknown if container => !self.is_leaf(),
            _ => !self.list && self.is_leaf(),
        }
    }

    /// What a row's name names: a child, or along its dots (`Status.Code`) what stands below.
    pub(crate) fn child(&self, name: &str) -> Option<&Shape<'t>> {
        let dotted = || name.split('.').try_fold(self, |shape, part| shape.get(part));
        self.get(name).or_else(|| if name.contains('.') { dotted() } else { None })
    }

    /// What stands at a path.
    pub(crate) fn at(&self, path: &[String]) -> Option<&Shape<'t>> {
        path.iter().try_fold(self, |shape, name| shape.get(name))
    }

    /// The path below `path` whose children have a fitting `name`. A level with one name only is looked through.
    pub(crate) fn below(
        &self,
        path: &[String],
        name: &str,
        fits: &dyn Fn(&Shape<'_>) -> bool,
    ) -> Option<Vec<String>> {
        let mut through = Vec::new();
        let mut shape = self.at(path)?;
        loop {
            if shape.child(name).is_some_and(fits) {
                return Some(path.iter().map(String::as_str).chain(through).map(str::to_owned).collect());
            }
            let (name, only) = shape.only().filter(|_| !path.is_empty())?;
            through.push(name);
            shape = only;
        }
    }
}

/// What is known of the names of a document while it is read.
#[derive(Debug, Default)]
struct Names {
    /// How many structures there were.
    structures: u32,
    /// One stands twice in a structure, or has blanks around it.
    improper: bool,
}

/// Fills a shape with one more value.
struct Fill<'s, 't>(&'s mut Shape<'t>, &'s mut Names);

impl<'t> DeserializeSeed<'t> for Fill<'_, 't> {
    type Value = ();

    fn deserialize<D: Deserializer<'t>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'t> Visitor<'t> for Fill<'_, 't> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a JSON value")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        self.0.scalar = Some(Type::Boolean);
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        self.0.scalar = Some(Type::Integer);
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        self.0.scalar = Some(Type::Integer);
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        self.0.scalar = Some(Type::Float);
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        self.0.scalar = Some(Type::String);
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut items: A) -> Result<(), A::Error> {
        self.0.list = true;
        while items.next_element_seed(Fill(self.0, self.1))?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'t>>(self, mut fields: A) -> Result<(), A::Error> {
        self.0.structure = true;
        self.1.structures += 1;
        let own = self.1.structures;
        while let Some(name) = fields.next_key_seed(Name)? {
            self.1.improper |= name.trim() != name;
            let known = self.0.children.iter().position(|(known, _)| *known == name);
            let at = known.unwrap_or_else(|| {
                self.0.children.push((name, Shape::default()));
                self.0.children.len() - 1
            });
            let child = &mut self.0.children[at].1;
            self.1.improper |= std::mem::replace(&mut child.last, own) == own;
            fields.next_value_seed(Fill(child, self.1))?;
        }
        Ok(())
    }
}

/// A name, as it stands in the text unless it has escapes.
struct Name;

impl<'t> DeserializeSeed<'t> for Name {
    type Value = Cow<'t, str>;

    fn deserialize<D: Deserializer<'t>>(self, name: D) -> Result<Cow<'t, str>, D::Error> {
        name.deserialize_str(self)
    }
}

impl<'t> Visitor<'t> for Name {
    type Value = Cow<'t, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a name")
    }

    fn visit_borrowed_str<E>(self, name: &'t str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Cow<'t, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}
