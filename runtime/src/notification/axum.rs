//! The extractor of the `axum` feature.

use std::sync::Arc;

use axum_core::{
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use hyper::http::request::Parts;

use super::{Notification, NotificationError, NotificationErrorKind, Notifications, Reply};
use crate::collect::{CollectError, collect};

/// A state that chooses the keys of a notification by its request: several merchants, each with a URL of
/// its own.
///
/// Every state from which `Notifications` can be taken by `FromRef` chooses those for every request. An
/// `Arc<Notifications>` is such a state.
///
/// The state must be a type of the application's own: Rust lets an application implement neither this trait
/// nor `FromRef` for `Arc<AppState>`. Put the `Arc` inside, as in the example.
///
/// ```
/// use std::{collections::HashMap, sync::Arc};
/// use wechatpay_client::notification::{ChooseNotifications, Notifications};
///
/// #[derive(Clone)]
/// struct Shops(Arc<HashMap<String, Notifications>>); // by mchid
///
/// impl ChooseNotifications for Shops {
///     fn choose_notifications(&self, head: &hyper::http::request::Parts) -> Option<Notifications> {
///         let mchid = head.uri.path().strip_prefix("/notify/")?; // a route `/notify/{mchid}`
///         self.0.get(mchid).cloned()
///     }
/// }
/// ```
pub trait ChooseNotifications {
    /// The keys for the request with this head. `None` if there are none: the request is rejected with
    /// [`NotificationErrorKind::NoKeys`] and 404.
    ///
    /// Nothing of the request is verified yet. In a nested router the path is what is left of it; the whole
    /// is axum's `OriginalUri` among the extensions.
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

/// Reads, verifies and opens a notification; one that is not taken is rejected with the right reply.
impl<S> FromRequest<S> for Notification
where
    S: ChooseNotifications + Send + Sync,
{
    type Rejection = NotificationError;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotificationError> {
        let (head, mut body) = request.into_parts();
        let notifications = state.choose_notifications(&head);
        let notifications = notifications.ok_or(NotificationErrorKind::NoKeys)?;
        let limit = notifications.body_limit;
        let body = match collect(&mut body, limit).await {
            Ok(body) => body,
            Err(CollectError::TooLarge) => {
                return Err(NotificationErrorKind::BodyTooLarge { limit }.into());
            }
            Err(CollectError::Body(_)) => return Err(NotificationErrorKind::BodyUnreadable.into()),
        };
        notifications.parse(&head.headers, &body)
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
