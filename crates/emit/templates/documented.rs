//! The documented errors, one constant for each row of each page.

use super::error::Documented;

/// The errors that the page of an operation lists, in page order.
{%- if of.is_empty() %}
pub fn of(_: &str) -> &'static [Documented] {
    &[]
}
{%- else %}
pub fn of(operation: &str) -> &'static [Documented] {
    match operation {
    {%- for arm in of %}
        {{ arm }}
    {%- endfor %}
        _ => &[],
    }
}
{%- endif %}

/// The documented error that refuses a broken rule, where the pages tie one to it.
{%- if tied.is_empty() %}
pub fn tied(_: &str, _: &wire::Violation) -> Option<Documented> {
    None
}
{%- else %}
pub fn tied(operation: &str, broken: &wire::Violation) -> Option<Documented> {
    match (operation, broken.parameter.as_str(), broken.rule) {
    {%- for arm in tied %}
        {{ arm }}
    {%- endfor %}
        _ => None,
    }
}
{%- endif %}
{%- for set in sets %}

{{ set.docs.outer(0) }}
pub mod {{ set.module }} {
    use super::Documented;

    /// All of them, in page order.
    {{ set.all }}
{%- for row in set.rows %}

    {{ row.docs.outer(4) }}
    pub const {{ row.name }}: Documented = Documented {
        http_status: {% match row.error.http_status %}{% when Some(status) %}Some({{ status }}){% when None %}None{% endmatch %},
        code: {{ self::literal(row.error.code) }},
        message: {{ self::literal(row.error.message) }},
        placeholder: {% match self::placeholder(row.error.message) %}{% when Some(blank) %}Some({{ self::literal(blank) }}){% when None %}None{% endmatch %},
        page: {{ self::literal(row.page) }},
    };
{%- endfor %}
}
{%- endfor %}
