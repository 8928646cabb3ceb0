{{ about.inner() }}

{% for service in services -%}
#[cfg(feature = {{ self::literal(service.name) }})]
pub mod {{ self::name(service.name) }};
{% endfor %}
#[cfg(feature = "http")]
pub use wire::Http;

{% include "wire.rs" %}
