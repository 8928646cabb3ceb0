//! The documented operations, a module for each page.
{% for operation in operations %}
pub mod {{ operation.name }};
{%- endfor %}
{% for operation in operations %}
{{ operation.types }}
{%- endfor %}
