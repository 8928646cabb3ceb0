/// How the requests and answers travel.
pub fn wire() -> wire::Wire {
    wire::Wire {
        style: wire::Style::{{ self::variant(wire.style) }},
        endpoint: {{ self::literal(wire.endpoint) }}.to_owned(),
        version: {% match wire.version %}{% when Some(version) %}Some({{ self::literal(version) }}.to_owned()){% when None %}None{% endmatch %},
        carrier: wire::Carrier::{{ self::variant(wire.carrier) }},
        list_base: {{ wire.list_base }},
    {%- match wire.envelope %}
    {%- when wire::Envelope::RetCode { code, message, action } %}
        envelope: wire::Envelope::RetCode {
            code: {{ self::literal(code) }}.to_owned(),
            message: {{ self::literal(message) }}.to_owned(),
            action: {{ self::literal(action) }}.to_owned(),
        },
    {%- when wire::Envelope::HttpStatus { code, message, request_id, host_id } %}
        envelope: wire::Envelope::HttpStatus {
            code: {{ self::literal(code) }}.to_owned(),
            message: {{ self::literal(message) }}.to_owned(),
            request_id: {{ self::literal(request_id) }}.to_owned(),
            host_id: {{ self::literal(host_id) }}.to_owned(),
        },
    {%- endmatch %}
        {{ signatures }}
    }
}
