//! The responses of the page, which browsers read.

use std::io;

use hyper::{
    Response,
    header::{
        CACHE_CONTROL, CONTENT_LANGUAGE, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue,
        LOCATION, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    },
};
use maud::Markup;
use wechatpay_client::gateway::{
    ReceivedRequest, ScriptedResponse,
    sandbox::{Handler, ScriptedBody},
};

/// A page loads nothing from elsewhere, runs no code of its texts, sends forms nowhere else, and is in no frame.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The headers of each response.
const HEADERS: [(HeaderName, &str); 4] = [
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "no-store"),
];

/// A response of the page.
pub(super) struct Reply {
    status: u16,
    content_type: &'static str,
    body: String,
    /// The page to show after a form.
    location: Option<String>,
}

impl Reply {
    pub(super) fn html(markup: Markup) -> Self {
        Self::text("text/html; charset=utf-8", markup.into_string())
    }

    pub(super) fn text(content_type: &'static str, body: impl Into<String>) -> Self {
        Self {
            status: 200,
            content_type,
            body: body.into(),
            location: None,
        }
    }

    /// Shows another page, so that a browser that loads again sends no form again.
    pub(super) fn see_other(location: String) -> Self {
        Self {
            status: 303,
            location: Some(location),
            ..Self::text("text/plain", "")
        }
    }

    pub(super) fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The HTTP response.
    pub(super) async fn send(
        self,
        handler: &Handler,
        request: &ReceivedRequest,
    ) -> io::Result<Response<ScriptedBody>> {
        let scripted = ScriptedResponse::bytes(self.status, self.body)
            .with_content_type(self.content_type)
            .unsigned();
        let mut response = handler.send(request, &scripted).await?;
        let headers = response.headers_mut();
        headers.remove(CONTENT_LANGUAGE);
        for (name, value) in HEADERS {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if let Some(location) = self.location {
            let location = HeaderValue::try_from(location).map_err(io::Error::other)?;
            headers.insert(LOCATION, location);
        }
        Ok(response)
    }
}
