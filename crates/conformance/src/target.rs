//! Where the requests of a test go.

use runner::Target;
use suite::Bindings;
use wire::Credentials;

/// The variable that names a server.
const TARGET: &str = "DOCTRACT_TARGET";

/// A target and a key that it knows.
pub(crate) struct Place {
    pub(crate) target: Target,
    pub(crate) credentials: Option<Credentials>,
}

/// The server that the environment names, or image-service in this process.
pub(crate) fn place(spec: &str, bindings: &Bindings) -> Place {
    let Ok(url) = std::env::var(TARGET) else { return in_process(spec) };
    let target = Target::http(&url).unwrap_or_else(|error| panic!("{TARGET}: {error}"));
    Place { target, credentials: credentials(bindings) }
}

/// image-service with a world of its own.
pub(crate) fn in_process(spec: &str) -> Place {
    started(spec, &image_service::Options::default())
}

/// image-service as these options want it.
pub(crate) fn started(spec: &str, options: &image_service::Options) -> Place {
    let running = image_service::in_process(spec, options);
    let running = running.unwrap_or_else(|error| panic!("{error}; name a server by {TARGET}"));
    Place { target: Target::in_process(running.service), credentials: Some(running.credentials) }
}

/// The key pair in the variables that the bindings name. Without one, requests bear no signature.
fn credentials(bindings: &Bindings) -> Option<Credentials> {
    let (id, secret) = match &bindings.credentials {
        Some(names) => (names.id_env.as_str(), names.secret_env.as_str()),
        None => ("DOCTRACT_KEY_ID", "DOCTRACT_KEY_SECRET"),
    };
    Some(Credentials::new(std::env::var(id).ok()?, std::env::var(secret).ok()?))
}
