//! The lenient deserializer: a value of the tree, read as the type asks.

use std::collections::HashSet;
use std::fmt;

use serde::de::value::StringDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

use crate::Rule;
use crate::arguments::scalar;

/// Places of values that are left out: `Tag.1.Key`, indexes from 0.
pub(super) type Skipped = HashSet<String>;

/// A value and its place.
pub(super) struct Reader<'a> {
    value: &'a Value,
    place: String,
    skipped: &'a Skipped,
}

/// Why a value can't be read.
#[derive(Debug)]
pub(super) struct Unreadable {
    /// The rule that this breaks.
    pub(super) rule: Rule,
    /// What is wrong with it.
    pub(super) message: String,
    /// From the value upwards; `Err` is an index.
    steps: Vec<Result<String, usize>>,
}

impl Unreadable {
    /// The place of the value: `Tag.1.Key`, indexes from 0.
    pub(super) fn place(&self) -> String {
        let step = |step: &Result<String, usize>| match step {
            Ok(name) => name.clone(),
            Err(index) => index.to_string(),
        };
        self.steps.iter().rev().map(step).collect::<Vec<_>>().join(".")
    }

    /// The name that a page gives it: `Tag.N.Key`.
    pub(super) fn parameter(&self) -> String {
        let step = |step: &Result<String, usize>| step.clone().unwrap_or_else(|_| "N".to_owned());
        self.steps.iter().rev().map(step).collect::<Vec<_>>().join(".")
    }

    fn at(mut self, step: Result<&str, usize>) -> Self {
        self.steps.push(step.map(str::to_owned));
        self
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Unreadable {}

impl de::Error for Unreadable {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self { rule: Rule::Type, message: message.to_string(), steps: Vec::new() }
    }

    fn missing_field(field: &'static str) -> Self {
        let steps = vec![Ok(field.to_owned())];
        Self { rule: Rule::Required, message: "is required".to_owned(), steps }
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(value: &'a Value, skipped: &'a Skipped) -> Self {
        Self { value, place: String::new(), skipped }
    }

    fn unlike(&self, wanted: &str) -> Unreadable {
        let got = match self.value {
            Value::Array(_) => "a list".to_owned(),
            Value::Object(_) => "a structure".to_owned(),
            Value::Null => "nothing".to_owned(),
            value => format!("`{}`", scalar(value).unwrap_or_default().chars().take(64).collect::<String>()),
        };
        de::Error::custom(format_args!("must be {wanted}, got {got}"))
    }

    fn whole(&self) -> Result<i128, Unreadable> {
        let number = match self.value {
            Value::Number(number) if number.is_f64() => {
                number.as_f64().filter(|n| n.fract() == 0.0).map(|n| n as i128)
            }
            Value::Number(number) => number.to_string().parse().ok(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        number.ok_or_else(|| self.unlike("a whole number"))
    }

    fn integer<T: TryFrom<i128>>(&self) -> Result<T, Unreadable> {
        T::try_from(self.whole()?).map_err(|_| self.unlike("a whole number in the range of its type"))
    }

    fn float(&self) -> Result<f64, Unreadable> {
        let number = match self.value {
            Value::Number(number) => number.as_f64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        number.filter(|number: &f64| number.is_finite()).ok_or_else(|| self.unlike("a number"))
    }

    fn boolean(&self) -> Result<bool, Unreadable> {
        match self.value {
            Value::Bool(flag) => Ok(*flag),
            Value::String(text) if text.eq_ignore_ascii_case("true") => Ok(true),
            Value::String(text) if text.eq_ignore_ascii_case("false") => Ok(false),
            _ => Err(self.unlike("true or false")),
        }
    }

    fn text(&self) -> Result<String, Unreadable> {
        scalar(self.value).ok_or_else(|| self.unlike("text"))
    }

    /// The JSON document in a text, for clients that send lists and structures so.
    fn document(&self) -> Option<Value> {
        self.value.as_str().and_then(|text| serde_json::from_str(text).ok())
    }

    fn list<'de, V: Visitor<'de>>(&self, items: &[Value], visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_seq(Items {
            items: items.iter().enumerate(),
            place: &self.place,
            skipped: self.skipped,
        })
    }

    fn structure<'de, V: Visitor<'de>>(
        &self,
        fields: &crate::Arguments,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let fields = fields.iter();
        visitor.visit_map(Fields { fields, next: None, place: &self.place, skipped: self.skipped })
    }
}

macro_rules! integers {
    ($($method:ident $visit:ident),* $(,)?) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
            visitor.$visit(self.integer()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Unreadable;

    integers! {
        deserialize_i8 visit_i8, deserialize_i16 visit_i16, deserialize_i32 visit_i32, deserialize_i64 visit_i64,
        deserialize_u8 visit_u8, deserialize_u16 visit_u16, deserialize_u32 visit_u32, deserialize_u64 visit_u64,
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_bool(self.boolean()?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_f64(self.float()?)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_string(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        if self.value.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match (self.value, self.document()) {
            (Value::Array(items), _) => self.list(items, visitor),
            (_, Some(Value::Array(items))) => self.list(&items, visitor),
            (Value::Null, _) => self.list(&[], visitor),
            _ => Err(self.unlike("a list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match (self.value, self.document()) {
            (Value::Object(fields), _) => self.structure(fields, visitor),
            (_, Some(Value::Object(fields))) => self.structure(&fields, visitor),
            (Value::Null, _) => self.structure(&crate::Arguments::new(), visitor),
            _ => Err(self.unlike("a structure")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        let variant: StringDeserializer<Unreadable> = self.text()?.into_deserializer();
        visitor.visit_enum(variant)
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(number) => match (number.as_i64(), number.as_u64(), number.as_f64()) {
                (Some(number), _, _) => visitor.visit_i64(number),
                (_, Some(number), _) => visitor.visit_u64(number),
                (_, _, number) => visitor.visit_f64(number.unwrap_or_default()),
            },
            Value::String(text) => visitor.visit_str(text),
            Value::Array(items) => self.list(items, visitor),
            Value::Object(fields) => self.structure(fields, visitor),
        }
    }

    forward_to_deserialize_any! { bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any i128 u128 }
}

struct Items<'a> {
    items: std::iter::Enumerate<std::slice::Iter<'a, Value>>,
    place: &'a str,
    skipped: &'a Skipped,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Unreadable;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Unreadable> {
        for (index, value) in self.items.by_ref() {
            let place = inside(self.place, &index.to_string());
            if self.skipped.contains(&place) {
                continue;
            }
            let reader = Reader { value, place, skipped: self.skipped };
            return seed.deserialize(reader).map(Some).map_err(|error| error.at(Err(index)));
        }
        Ok(None)
    }
}

struct Fields<'a> {
    fields: serde_json::map::Iter<'a>,
    next: Option<(&'a String, Reader<'a>)>,
    place: &'a str,
    skipped: &'a Skipped,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Unreadable;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unreadable> {
        for (name, value) in self.fields.by_ref() {
            let place = inside(self.place, name);
            if !self.skipped.contains(&place) {
                self.next = Some((name, Reader { value, place, skipped: self.skipped }));
                return seed.deserialize(name.as_str().into_deserializer()).map(Some);
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unreadable> {
        let (name, reader) =
            self.next.take().ok_or_else(|| de::Error::custom("a value is asked for before its name"))?;
        seed.deserialize(reader).map_err(|error| error.at(Ok(name)))
    }
}

fn inside(place: &str, step: &str) -> String {
    if place.is_empty() { step.to_owned() } else { format!("{place}.{step}") }
}
