//! A service in this process, called as a server would call it.

use std::error::Error;
use std::fmt;

use bytes::Bytes;
use http::{Request, Response};
use tokio::task::JoinSet;
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

use crate::answer::{Answer, Silence};

type AnyError = Box<dyn Error + Send + Sync>;

#[derive(Clone)]
pub(crate) struct InProcess {
    service: BoxCloneSyncService<Request<Bytes>, Response<Bytes>, AnyError>,
}

impl InProcess {
    pub(crate) fn new<S>(service: S) -> Self
    where
        S: Service<Request<Bytes>, Response = Response<Bytes>> + Clone + Send + Sync + 'static,
        S::Error: Into<AnyError>,
        S::Future: Send + 'static,
    {
        Self { service: BoxCloneSyncService::new(service.map_err(Into::into)) }
    }

    pub(crate) async fn send(&self, request: Request<Bytes>, limit: usize) -> Result<Answer, Silence> {
        // A task of its own: a panic ends the task alone, a timeout drops the set and so the task.
        let mut task = JoinSet::new();
        task.spawn(self.service.clone().oneshot(request));
        let response = match task.join_next().await {
            Some(Ok(Ok(response))) => response,
            Some(Ok(Err(error))) => return Err(Silence::closed(&error.to_string())),
            Some(Err(error)) if error.is_panic() => return Err(Silence::closed("the service panicked")),
            Some(Err(_)) | None => return Err(Silence::closed("the service was stopped")),
        };
        if response.body().len() > limit {
            return Err(Silence::too_large(limit));
        }
        let (head, body) = response.into_parts();
        Ok(Answer::new(head.status, &head.headers, body))
    }
}

impl fmt::Debug for InProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("InProcess")
    }
}
