//! The service that the pages describe: implement it, and an endpoint calls it.

{% if !operations.is_empty() -%}
use std::future::Future;
{% endif -%}
use std::sync::Arc;

use super::documented;
use super::error::Error;
{%- if let Some(imports) = imports %}
{{ imports }}
{%- endif %}

/// The documented operations. A request that reaches a method has passed [`Service::admit`].
pub trait Service: Send + Sync + 'static {
{%- for operation in operations %}
    {{ operation.docs.outer(4) }}
    fn {{ operation.function }}(
        &self,
        caller: &wire::Caller,
        request: {{ operation.request }},
    ) -> impl Future<Output = Result<{{ operation.response }}, Error>> + Send;
{% endfor %}
    /// Decides about a request that breaks rules of its page: an error refuses it, `Ok` lets it through with
    /// defaults for what was not sent. As provided, the first rule that the pages tie an error to decides.
    fn admit(
        &self,
        operation: &'static str,
        violations: wire::Violations,
    ) -> Result<(), Error> {
        let tied = |broken: &wire::Violation| {
            documented::tied(operation, broken).map(|row| row.about(&broken.parameter))
        };
        match violations.iter().find_map(tied) {
            Some(error) => Err(error),
            None if violations.is_empty() => Ok(()),
            None => {
                Err(Error::other({{ otherwise }}, violations.to_string()))
            }
        }
    }
}

/// Calls a service with what arrives from the wire.
#[derive(Debug)]
pub struct Endpoint<S>(
    /// The service.
    pub Arc<S>,
);

impl<S> Endpoint<S> {
    /// An endpoint of its own for a service.
    pub fn new(service: S) -> Self {
        Self(Arc::new(service))
    }
}

impl<S> Clone for Endpoint<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Service> wire::Dispatch for Endpoint<S> {
{%- if operations.is_empty() %}
    fn knows(&self, _: &str) -> bool {
        false
    }
{%- else %}
    fn knows(&self, operation: &str) -> bool {
        matches!(
            operation,
        {%- for operation in operations %}
            {% if !loop.first %}    | {% endif %}{{ operation.name }}
        {%- endfor %}
        )
    }
{%- endif %}

    async fn dispatch(
        &self,
        {% if operations.is_empty() %}_{% else %}caller{% endif %}: &wire::Caller,
        operation: &str,
        {% if operations.is_empty() %}_{% else %}arguments{% endif %}: &wire::Arguments,
    ) -> Result<serde_json::Value, wire::Refusal> {
        match operation {
        {%- for operation in operations %}
            {{ operation.name }} => {
                let request = admitted(&*self.0, arguments)?;
                answered(self.0.{{ operation.function }}(caller, request).await)
            }
        {%- endfor %}
            _ => Err(wire::Refusal::new(Some(404), "UnknownOperation", operation)),
        }
    }
}
{%- if !operations.is_empty() %}

/// Reads a request; one that breaks rules is the service's to decide about.
fn admitted<S: Service, R: wire::Operation>(
    service: &S,
    arguments: &wire::Arguments,
) -> Result<R, Error> {
    let wire::Decoded { value, violations } = R::read(arguments);
    if !violations.is_empty() {
        service.admit(R::NAME, violations)?;
    }
    Ok(value)
}

fn answered<R: serde::Serialize>(
    answer: Result<R, Error>,
) -> Result<serde_json::Value, wire::Refusal> {
    let unwritable = |error: serde_json::Error| {
        wire::Refusal::new(Some(500), "InternalError", error.to_string())
    };
    serde_json::to_value(answer?).map_err(unwritable)
}
{%- endif %}
