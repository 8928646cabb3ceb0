{{ about.inner() }}

use std::sync::LazyLock;

{% if let Some(imports) = imports -%}
{{ imports }}
{% endif -%}
use conformance::{Conformance, Family};

static CONFORMANCE: LazyLock<Conformance> = LazyLock::new(|| {
    {{ made }}
});

#[test]
fn contract() {
    insta::assert_snapshot!(CONFORMANCE.contract());
}

#[test]
fn plan() {
    insta::assert_snapshot!(CONFORMANCE.plan());
}

#[tokio::test]
async fn sequence() {
    CONFORMANCE.check_all(Family::Sequence).await;
}

#[tokio::test]
async fn auth() {
    CONFORMANCE.check_all(Family::Auth).await;
}
{%- for test in tests %}

{{ test }}
{%- endfor %}
