//! The extractor of the `axum` feature.

use axum_core::{
    extract::{FromRef, FromRequest, Request},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::{
    Notification, NotificationError, NotificationReason, NotificationReply, Notifications,
};

/// Reads, verifies and opens a notification; what is not taken is rejected with the right answer.
impl<S> FromRequest<S> for Notification
where
    S: Send + Sync,
    Notifications: FromRef<S>,
{
    type Rejection = NotificationError;

    async fn from_request(request: Request, state: &S) -> Result<Self, NotificationError> {
        let notifications = Notifications::from_ref(state);
        let (head, body) = request.into_parts();
        let limit = notifications.body_limit;
        let body = match Limited::new(body, limit).collect().await {
            Ok(body) => body.to_bytes(),
            Err(error) if error.is::<LengthLimitError>() => {
                return Err(NotificationReason::BodyTooLarge { limit }.into());
            }
            Err(_) => return Err(NotificationReason::BodyUnreadable.into()),
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
