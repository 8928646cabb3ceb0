//! `doctract serve`: image-service, or a mock of any pages, on a port.

use std::net::SocketAddr;
use std::path::Path;

use image_service::{Options, Running};
use mock::Mock;
use tracing_subscriber::EnvFilter;

use crate::arguments::{LogFormat, Serve};
use crate::exit::{Exit, Failure};
use crate::output::{say, tell};
use crate::{faults, paths, runtime};

pub(crate) fn run(serve: &Serve) -> Result<Exit, Failure> {
    if serve.list_faults {
        say(&faults::list());
        return Ok(Exit::Held);
    }
    let spec = serve.spec.as_deref().map(name).unwrap_or_default();
    let options = Options {
        data_dir: serve.data.clone(),
        world: serve.world.clone(),
        faults: faults::named(&serve.faults)?,
        listen: serve.listen,
        time_scale: serve.time_scale,
        ..Options::default()
    };
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match serve.log {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().init(),
    }
    if let (true, Some(pages)) = (serve.mock, &serve.spec) {
        return mock(pages, serve.listen);
    }
    runtime()?.block_on(async {
        let running = image_service::serve(&spec, &options).await?;
        say(&greeting(&spec, &running, &options));
        stopped().await;
        running.shutdown().await?;
        Ok(Exit::Held)
    })
}

/// Answers from the pages of a folder until it is told to stop.
fn mock(pages: &Path, listen: SocketAddr) -> Result<Exit, Failure> {
    let spec = paths::spec_or_pages(pages)?;
    let mock = Mock::new(spec.contract, spec.wire);
    let count = mock.len();
    runtime()?.block_on(async {
        let failed = |error: std::io::Error| {
            Failure::usage(
                format!("{listen}: {error}"),
                "another --listen, such as 127.0.0.1:0, takes a free port",
            )
        };
        let running = mock::serve(mock, listen).await.map_err(failed)?;
        say(&format!(
            "a mock of the {count} operations of {name} listens on http://{address}; Ctrl-C ends it\n\
             any key and signature will do; answers are made from the pages, nothing is kept\n",
            name = spec.name,
            address = running.address
        ));
        stopped().await;
        running.shutdown().await.map_err(|error| Failure::internal(error.to_string(), ""))?;
        Ok(Exit::Held)
    })
}

/// Ends when somebody asks the program to.
async fn stopped() {
    tokio::select! {
        _ = tokio::signal::ctrl_c() => tell("\nstopping\n"),
        () = terminated() => tell("stopping\n"),
    }
}

/// The name of a spec that is given as a folder or by its name alone.
pub(crate) fn name(path: &Path) -> String {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    whole.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Where it listens and how to use it. The keys of the world that comes with the program are no secret; those of a
/// world that somebody wrote are not shown.
fn greeting(spec: &str, running: &Running, options: &Options) -> String {
    let url = format!("http://{}", running.address);
    let key = &running.credentials;
    let secret = if options.world.is_none() && options.data_dir.is_none() {
        key.secret().expose()
    } else {
        "…  # in the world file"
    };
    format!(
        "{spec} listens on {url}; Ctrl-C ends it\n\n\
         export DOCTRACT_KEY_ID={id}\n\
         export DOCTRACT_KEY_SECRET={secret}\n\
         doctract verify specs/{spec} --server {url}\n\n\
         {url}/status shows images, copies and the latest requests; RUST_LOG=info logs each request\n",
        id = key.id
    )
}

/// Ends when the process is asked to.
pub(crate) async fn terminated() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut asked) = signal(SignalKind::terminate()) {
            asked.recv().await;
            return;
        }
    }
    std::future::pending().await
}
