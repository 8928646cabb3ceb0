{{ about.inner() }}
{% for service in services %}
#[cfg(feature = {{ self::literal(service.name) }})]
mod {{ self::name(service.name) }};
{%- endfor %}
