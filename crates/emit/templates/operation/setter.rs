    {{ docs.outer(4) }}
    #[must_use]
    {{ signature }}
        {{ assignment }}
        self
    }
