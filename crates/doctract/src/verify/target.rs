//! What is verified: a server somewhere, or image-service.

use image_service::faults::Fault;
use image_service::{Options, Running};
use pipeline::Spec;
use runner::Target;
use wire::Credentials;

use crate::arguments::TargetChoice;
use crate::exit::{Exit, Failure};
use crate::output::tell;

/// The environment variables of the key, unless the spec's bindings name others.
const KEY: [&str; 2] = ["DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"];

/// A target, and a key that it knows.
pub(super) struct Prepared {
    pub(super) target: Target,
    pub(super) credentials: Option<Credentials>,
    /// The service that was started for this run.
    pub(super) running: Option<Running>,
}

/// Gets the target of a spec ready.
pub(super) async fn prepare(
    choice: &TargetChoice,
    spec: &Spec,
    faults: &[Fault],
) -> Result<Prepared, Failure> {
    if let Some(url) = &choice.server {
        let target = http(url)?;
        return Ok(Prepared { target, credentials: credentials(spec)?, running: None });
    }
    let options = Options { faults: faults.to_vec(), ..Options::default() };
    if choice.in_process {
        let service = image_service::in_process(&spec.name, &options)?;
        let target = Target::in_process(service.service);
        return Ok(Prepared { target, credentials: Some(service.credentials), running: None });
    }
    let running = image_service::serve(&spec.name, &options).await?;
    let target = http(&format!("http://{}/", running.address))?;
    Ok(Prepared { target, credentials: Some(running.credentials.clone()), running: Some(running) })
}

fn http(url: &str) -> Result<Target, Failure> {
    Target::http(url).map_err(|error| match error {
        runner::TargetError::Url { .. } => Failure::usage(error.to_string(), ""),
        other => Failure { exit: Exit::Internal, what: other.to_string(), help: String::new() },
    })
}

/// The key from the environment. A key that is not there is told, and requests go unsigned.
fn credentials(spec: &Spec) -> Result<Option<Credentials>, Failure> {
    let [id, secret] = match &spec.bindings.credentials {
        Some(names) => [names.id_env.as_str(), names.secret_env.as_str()],
        None => KEY,
    };
    let value = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match (value(id), value(secret)) {
        (Some(id), Some(secret)) => Ok(Some(Credentials::new(id, secret))),
        (None, None) => {
            tell(&format!("{}: {id} and {secret} are not set: requests go unsigned\n", spec.name));
            Ok(None)
        }
        (Some(_), None) => Err(half(secret, id)),
        (None, Some(_)) => Err(half(id, secret)),
    }
}

fn half(missing: &str, set: &str) -> Failure {
    Failure::usage(
        format!("{missing} is not set, but {set} is"),
        format!("set {missing} as well, or unset {set}"),
    )
}
