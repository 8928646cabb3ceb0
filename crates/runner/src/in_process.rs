//! A service in this process, called as a server would call it.

use std::error::Error;
use std::fmt;
use std::sync::{Arc, PoisonError, RwLock};

use bytes::Bytes;
use http::{Request, Response};
use tokio::task::JoinSet;
use tower::util::BoxCloneSyncService;
use tower::{Service, ServiceExt};

use crate::answer::{Answer, Silence};

type AnyError = Box<dyn Error + Send + Sync>;

type Boxed = BoxCloneSyncService<Request<Bytes>, Response<Bytes>, AnyError>;
type Again = dyn Fn() -> Result<InProcess, String> + Send + Sync;

#[derive(Clone)]
pub(crate) struct InProcess {
    /// `None` while it is stopped.
    service: Arc<RwLock<Option<Boxed>>>,
    again: Option<Arc<Again>>,
}

impl InProcess {
    pub(crate) fn new<S>(service: S) -> Self
    where
        S: Service<Request<Bytes>, Response = Response<Bytes>> + Clone + Send + Sync + 'static,
        S::Error: Into<AnyError>,
        S::Future: Send + 'static,
    {
        let service = BoxCloneSyncService::new(service.map_err(Into::into));
        Self { service: Arc::new(RwLock::new(Some(service))), again: None }
    }

    pub(crate) fn restarted_by(
        self,
        again: impl Fn() -> Result<Self, String> + Send + Sync + 'static,
    ) -> Self {
        Self { again: Some(Arc::new(again)), ..self }
    }

    /// Drops the service and makes it again.
    pub(crate) fn restart(&self) -> Result<(), String> {
        let again = self.again.as_ref().ok_or("the service can't be started again from here")?;
        let mut service = self.service.write().unwrap_or_else(PoisonError::into_inner);
        *service = None;
        let made = again()?;
        *service = made.current();
        Ok(())
    }

    fn current(&self) -> Option<Boxed> {
        self.service.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) async fn send(&self, request: Request<Bytes>, limit: usize) -> Result<Answer, Silence> {
        let service = self.current().ok_or_else(|| Silence::closed("the service was stopped"))?;
        // A task of its own: a panic ends the task alone, a timeout drops the set and so the task.
        let mut task = JoinSet::new();
        task.spawn(service.oneshot(request));
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
