{{ docs.outer(0) }}
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum {{ name }} {
{%- for variant in variants %}
    {{ variant.docs.outer(4) }}
    {{ variant.name }},
{%- endfor %}
    /// A value that the page does not document.
    Other(String),
}

impl {{ name }} {
    /// The documented values, in page order.
    {{ documented }}

    /// The value as it travels.
    pub fn as_str(&self) -> &str {
        match self {
        {%- for variant in variants %}
            {{ variant.to_value }}
        {%- endfor %}
            Self::Other(value) => value,
        }
    }
}

impl From<String> for {{ name }} {
    fn from(value: String) -> Self {
        match value.as_str() {
        {%- for variant in variants %}
            {{ variant.from_value }}
        {%- endfor %}
            _ => Self::Other(value),
        }
    }
}

impl From<&str> for {{ name }} {
    fn from(value: &str) -> Self {
        Self::from(value.to_owned())
    }
}

impl From<{{ name }}> for String {
    fn from(value: {{ name }}) -> Self {
        value.as_str().to_owned()
    }
}

impl Default for {{ name }} {
    fn default() -> Self {
        Self::Other(String::new())
    }
}
