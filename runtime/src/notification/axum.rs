//! The extractor of the feature `axum`: a handler takes a [`Notification`] as its argument.

use std::sync::Arc;

use axum_core::{
    body::Body,
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http::request::Parts;

use super::{Notification, NotificationError, NotificationErrorKind, Notifications, Reply};
use crate::collect::{CollectError, collect};

/// The state of an axum application that receives notifications: chooses the [`Notifications`] for a request.
///
/// Implement this trait if each of several merchants has a URL of its own. For one `Notifications`, use a state of
/// `Arc<Notifications>`, or a state with a `FromRef` for `Notifications`: these implement the trait already.
///
/// Implement the trait for a type of your own, with the `Arc` inside, as in the example. Rust does not allow an
/// implementation of this trait or of `FromRef` for `Arc<AppState>`.
///
/// ```
/// use std::{collections::HashMap, sync::Arc};
/// use wechatpay_client::notification::{ChooseNotifications, Notifications};
///
/// #[derive(Clone)]
/// struct Shops(Arc<HashMap<String, Notifications>>); // keyed by the merchant number, `mchid`
///
/// impl ChooseNotifications for Shops {
///     fn choose_notifications(&self, head: &http::request::Parts) -> Option<Notifications> {
///         let mchid = head.uri.path().strip_prefix("/notify/")?; // a route `/notify/{mchid}`
///         self.0.get(mchid).cloned()
///     }
/// }
/// ```
pub trait ChooseNotifications {
    /// Returns the [`Notifications`] for a request. After `None`, the request is rejected with status 404 and
    /// [`NotificationErrorKind::NoKeys`].
    ///
    /// `head` has the path and the headers of the request, which are not verified yet. In a nested router, the path
    /// lacks the prefix of the router: take the whole path from axum's `OriginalUri` in `head.extensions`.
    fn choose_notifications(&self, head: &Parts) -> Option<Notifications>;
}

impl<S> ChooseNotifications for S
where
    Notifications: FromRef<S>,
{
    fn choose_notifications(&self, _: &Parts) -> Option<Notifications> {
        Some(Notifications::from_ref(self))
    }
}

impl FromRef<Arc<Self>> for Notifications {
    fn from_ref(notifications: &Arc<Self>) -> Self {
        Self::clone(notifications)
    }
}

/// Reads, verifies and decrypts a notification. A notification that fails is rejected with the reply of its error.
impl<S> FromRequest<S> for Notification
where
    S: ChooseNotifications + Send + Sync,
{
    type Rejection = NotificationError;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotificationError> {
        let (head, body) = request.into_parts();
        let notifications = state.choose_notifications(&head);
        #[cfg(feature = "tracing")]
        let start = std::time::Instant::now();
        match read(notifications.as_ref(), body).await {
            Ok((notifications, body)) => notifications.parse(&head.headers, &body),
            Err(kind) => {
                let rejected = Err(kind.into());
                #[cfg(feature = "tracing")]
                super::event::emit(start, &rejected);
                rejected
            }
        }
    }
}

/// Reads the body of a notification, if there are keys to verify it with.
async fn read(
    notifications: Option<&Notifications>,
    mut body: Body,
) -> Result<(&Notifications, Bytes), NotificationErrorKind> {
    let notifications = notifications.ok_or(NotificationErrorKind::NoKeys)?;
    let limit = notifications.body_limit;
    match collect(&mut body, limit).await {
        Ok(body) => Ok((notifications, body)),
        Err(CollectError::TooLarge) => Err(NotificationErrorKind::BodyTooLarge { limit }),
        Err(CollectError::Body(_)) => Err(NotificationErrorKind::BodyUnreadable),
    }
}

impl IntoResponse for Reply {
    fn into_response(self) -> Response {
        self.into()
    }
}

impl IntoResponse for NotificationError {
    fn into_response(self) -> Response {
        self.reply().into()
    }
}
