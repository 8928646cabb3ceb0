    /// Holds the request against every rule that the page certainly states, and tells all that are broken.
    pub fn validate(&self) -> Result<(), wire::Violations> {
        {%- if checks %}
        let mut broken = wire::Violations::new();
        self.check(&mut broken);
        broken.into_result()
        {%- else %}
        Ok(())
        {%- endif %}
    }
