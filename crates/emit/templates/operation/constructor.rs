    /// What the page requires, and nothing else.
    {{ signature }}
        Self {
        {%- for field in fields %}
            {{ field }},
        {%- endfor %}
        }
    }
