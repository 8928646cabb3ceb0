{{ docs.outer(0) }}
#[derive(Debug, Clone, PartialEq)]
pub struct {{ name }} {
{%- for (docs, name, ty) in fields %}
    {{ docs.outer(4) }}
    pub {{ name }}: {{ ty }},
{%- endfor %}
}
