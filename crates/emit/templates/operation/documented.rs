impl wire::Operation for {{ request }} {
    type Answer = {{ response }};
    const NAME: &'static str = {{ name }};
    const ROWS: &'static [wire::Place] = &[
    {%- for row in rows %}
        wire::Place {
            parameter: {{ self::literal(row.wire_name().value) }},
            page: {{ self::page(row) }},
            words: {{ self::literal(row.description.value) }},
        },
    {%- endfor -%}
    {% if !rows.is_empty() %}
    {% endif %}];
    {{ required }}
    const AGAIN: wire::Again = {{ again }};

    fn validate(&self) -> Result<(), wire::Violations> {
        self.validate()
    }
}
