{{ docs.outer(0) }}
#[derive(Debug, Clone, PartialEq, {% if defaults %}Default, {% endif %}Serialize, Deserialize)]
#[serde(rename_all = "PascalCase"{% if defaults %}, default{% endif %})]
pub struct {{ name }} {
{%- for field in fields %}
    {{ field.docs.outer(4) }}
    {%- if !field.serde.is_empty() %}
    #[serde({{ field.serde }})]
    {%- endif %}
    pub {{ field.name }}: {{ field.ty }},
{%- endfor -%}
{% if !fields.is_empty() %}
{% endif %}}
