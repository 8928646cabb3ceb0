{{ about.inner() }}

use std::sync::LazyLock;

use conformance::Conformance;
{%- if let Some(imports) = imports %}
{{ imports }}
{%- endif %}

static CONFORMANCE: LazyLock<Conformance> = LazyLock::new(|| {
    {{ made }}
});
{%- for test in tests %}

{{ test }}
{%- endfor %}
