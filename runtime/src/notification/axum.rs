//! The extractor of the `axum` feature.

use axum_core::{
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};

use super::{
    Notification, NotificationError, NotificationReason, NotificationReply, Notifications,
};
use crate::collect::{CollectError, collect};

/// Reads, verifies and opens a notification; what is not taken is rejected with the right answer.
impl<S> FromRequest<S> for Notification
where
    S: Send + Sync,
    Notifications: FromRef<S>,
{
    type Rejection = NotificationError;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotificationError> {
        let notifications = Notifications::from_ref(state);
        let (head, mut body) = request.into_parts();
        let limit = notifications.body_limit;
        let body = match collect(&mut body, limit).await {
            Ok(body) => body,
            Err(CollectError::TooLarge) => {
                return Err(NotificationReason::BodyTooLarge { limit }.into());
            }
            Err(CollectError::Body(_)) => return Err(NotificationReason::BodyUnreadable.into()),
        };
        notifications.open(&head.headers, &body)
    }
}

impl IntoResponse for NotificationReply {
    fn into_response(self) -> Response {
        self.into()
    }
}

impl IntoResponse for NotificationError {
    fn into_response(self) -> Response {
        self.reply().into()
    }
}
