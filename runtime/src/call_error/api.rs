//! Error responses: a response that is not a success, and what it proves about the request.

use std::{error, fmt};

use bytes::Bytes;
use http::{Method, Response};
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

use super::{
    detail,
    refusal::{self, RequestIdNumbers},
};
use crate::{
    advice::{Advice, Asked, Clues},
    diagnose::SignErrorDiagnosis,
    head::{Head, excerpt},
    outcome::Outcome,
    sign::Merchant,
    sign::message::SignedRequest,
    verify::{CheckedBody, Verified},
};

/// An error response of WeChat Pay: `{"code", "message", "detail"}`.
///
/// Branch on [`code`](Self::code). Before you decide anything about a payment, read the outcome of the call, which
/// takes earlier attempts into account: [`Error::outcome`](crate::Error::outcome).
///
/// ```
/// use wechatpay_client::{Error, Outcome};
///
/// fn is_refused(error: &Error, code: &str) -> bool {
///     error.code() == Some(code) && error.outcome() == Outcome::NotExecuted
/// }
/// ```
pub struct ApiError {
    head: Head,
    key_id: Option<String>,
    code: Option<String>,
    message: Option<String>,
    detail: Option<Box<RawValue>>,
    body: Bytes,
    /// The whole body is a JSON object whose message and detail are readable. Only then is the code certainly
    /// WeChat Pay's, and no hint at an earlier request is hidden.
    is_complete: bool,
    numbers: RequestIdNumbers,
    /// The request was a DELETE and the thing does not exist: an earlier DELETE may have removed it.
    may_be_deleted: bool,
    /// The product and the role of the request, for advice.
    asked: Asked,
    likely_cause: Option<SignErrorDiagnosis>,
}

#[derive(Default, Deserialize)]
struct Fields<'a> {
    #[serde(borrow)]
    code: Option<&'a RawValue>,
    #[serde(borrow)]
    message: Option<&'a RawValue>,
    #[serde(borrow)]
    detail: Option<&'a RawValue>,
}

impl ApiError {
    pub(crate) fn from_verified(response: &Verified<Bytes>) -> Self {
        Self {
            key_id: Some(response.key_id().to_owned()),
            ..Self::parse(response.head().clone(), response)
        }
    }

    /// The error of a checked response, verified or not.
    pub(crate) fn from_checked(response: &CheckedBody) -> Self {
        match response.verified() {
            Some(verified) => Self::from_verified(verified),
            None => Self::parse(response.head().clone(), response.bytes()),
        }
    }

    pub(crate) fn from_unverified(response: &Response<Bytes>) -> Self {
        let numbers = RequestIdNumbers::from_headers(response.headers());
        Self::parse(Head::of(response), response.body()).with_request_id_numbers(numbers)
    }

    /// Adds the numbers of all Request-IDs of the response.
    pub(crate) fn with_request_id_numbers(self, numbers: RequestIdNumbers) -> Self {
        Self { numbers, ..self }
    }

    /// Adds the method of the request.
    pub(crate) fn with_method(mut self, method: &Method) -> Self {
        let not_found = self.code().is_some_and(refusal::is_not_found);
        self.may_be_deleted = *method == Method::DELETE && not_found;
        self
    }

    /// Adds the product and the role that the request tells.
    pub(crate) fn with_asked(self, target: &str, body: &[u8]) -> Self {
        let asked = Asked::of(target, body);
        Self { asked, ..self }
    }

    /// Adds the likely cause of a 401 `SIGN_ERROR`, from the response and the `signed` request.
    pub(crate) fn with_diagnosis(
        mut self,
        response: &Response<Bytes>,
        signed: &SignedRequest<'_>,
        merchant: &Merchant,
    ) -> Self {
        if self.status() == 401 && self.code() == Some("SIGN_ERROR") {
            let message = self.message().unwrap_or_default();
            let detail = self.detail().unwrap_or_default();
            let headers = response.headers();
            self.likely_cause =
                SignErrorDiagnosis::from_response(message, &detail, headers, signed, merchant);
        }
        self
    }

    /// Reads each field by itself. The body may be empty, HTML of a proxy or JSON of another shape, and the
    /// message may end in half a character.
    fn parse(head: Head, body: &Bytes) -> Self {
        let numbers = RequestIdNumbers::from_request_ids(head.request_id());
        let text = String::from_utf8_lossy(body);
        let text = text.trim_start_matches('\u{feff}');
        // serde would read an array as the fields in order.
        let object = text.trim_start().starts_with('{');
        let parsed = object.then(|| serde_json::from_str(text).ok()).flatten();
        let is_object = parsed.is_some() && text.as_bytes() == &**body;
        let fields: Fields<'_> = parsed.unwrap_or_default();
        let string = |field: Option<&RawValue>| serde_json::from_str(field?.get()).ok();
        let message: Option<String> = string(fields.message);
        let is_null = |field: Option<&RawValue>| field.is_none_or(|json| json.get() == "null");
        let is_value = |field: &RawValue| serde_json::from_str::<Value>(field.get()).is_ok();
        let is_readable =
            (message.is_some() || is_null(fields.message)) && fields.detail.is_none_or(is_value);
        Self {
            head,
            key_id: None,
            code: string(fields.code),
            message,
            detail: fields.detail.map(ToOwned::to_owned),
            body: body.clone(),
            is_complete: is_object && is_readable,
            numbers,
            may_be_deleted: false,
            asked: Asked::default(),
            likely_cause: None,
        }
    }

    /// The fixed name `api`, for metrics. The [`code`](Self::code) tells more: codes are an open set.
    #[must_use]
    pub fn name(&self) -> &'static str {
        "api"
    }

    /// The HTTP status of the error response.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.head.status()
    }

    /// The `Request-ID` of the error response (应答请求ID), which WeChat Pay's support asks for.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.head.request_id()
    }

    /// The error code (错误码), such as `PARAM_ERROR`. WeChat Pay may add codes. `None` if the body has no code.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    /// The `message` of the body, which WeChat Pay writes for people. `None` if the body has no message.
    ///
    /// The message may quote a refused value, such as a name. The `Display` text of this error shows `…` in place of each
    /// `value` that [`detail`](Self::detail) has.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// The `detail` of the body, which has no fixed shape. `None` if the body has no detail. The `Display` text of this
    /// error may show the `field` and the `issue` of the detail, but never its `value`.
    #[must_use]
    pub fn detail(&self) -> Option<Value> {
        serde_json::from_str(self.detail.as_ref()?.get()).ok()
    }

    /// The likely cause of a 401 `SIGN_ERROR`, found by comparing the request with the response. `None` for every other
    /// error, and if no cause was found.
    #[must_use]
    pub fn likely_cause(&self) -> Option<&SignErrorDiagnosis> {
        self.likely_cause.as_ref()
    }

    /// The body of the response, as received. If a proxy on the way sent the response, the body may not be JSON.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// True if a verified signature proves that WeChat Pay itself sent the response.
    ///
    /// WeChat Pay signs an error only if it could authenticate the request, so a 401 `SIGN_ERROR` is never signed. A
    /// proxy cannot sign. An unsigned response proves nothing.
    #[must_use]
    pub fn is_authenticated(&self) -> bool {
        self.key_id.is_some()
    }

    /// The ID of the WeChat Pay key that verified the response: the serial number (证书序列号) of a platform certificate,
    /// or the ID of a public key, `PUB_KEY_ID_…`. `None` if the response is not verified.
    #[must_use]
    pub fn key_id(&self) -> Option<&str> {
        self.key_id.as_deref()
    }

    /// True if the merchant calls the operation too often: the status is 429, or the code is about a rate limit, such as
    /// `FREQUENCY_LIMITED` or `RATELIMIT_EXCEEDED`, or `RULE_LIMIT` with a message about too many requests.
    ///
    /// Call the operation less often. The request, above all a refund, may have been executed nevertheless: query its
    /// result, or repeat the request later with the same numbers. The client does not retry after such a response.
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        let message = self.message().unwrap_or_default();
        let is_limit = |code| refusal::is_rate_limit(code, message);
        self.status() == 429 || self.code().is_some_and(is_limit)
    }

    /// Searches the message and every text of the detail.
    fn hints_at_earlier_request(&self) -> bool {
        self.message()
            .is_some_and(refusal::hints_at_earlier_request)
            || self
                .detail()
                .is_some_and(|detail| refusal::detail_hints_at_earlier_request(&detail))
    }

    /// True if a retry may succeed: 202, 5xx or `SYSTEM_ERROR`, and no rate limit.
    pub(crate) fn is_transient(&self) -> bool {
        let trouble = self.code().is_some_and(refusal::is_system_error);
        !self.is_rate_limited() && (self.status() == 202 || self.status() >= 500 || trouble)
    }

    /// The number after the last `-` of the `Request-ID`, which says more exactly than the [`code`](Self::code) why
    /// WeChat Pay refused the request: `268498688`, for example. `Some(0)` stands for a success. `None` if there is no
    /// number.
    ///
    /// The `Request-ID` is not signed, so the number proves nothing. If there are several `Request-ID`s, a number that
    /// hints at an earlier request with the same order number wins over the first number.
    #[must_use]
    pub fn request_id_number(&self) -> Option<u64> {
        self.numbers.number()
    }

    /// Advice on this error, from the troubleshooting manuals of WeChat Pay: causes and steps. The most exact advice is
    /// first; several are returned if the error is ambiguous, and none if no manual names it.
    ///
    /// Advice is looked up by the [`request_id_number`](Self::request_id_number) and the [`message`](Self::message), else by
    /// the [`code`](Self::code), else by the [`status`](Self::status). If the request tells the product or the role of the
    /// caller, advice for others is left out.
    ///
    /// The `Request-ID` is not signed, so advice is for people and for logs only: it never changes the
    /// [outcome](crate::Error::outcome).
    ///
    /// ```
    /// use wechatpay_client::{Error, ErrorKind};
    ///
    /// fn log(error: &Error) {
    ///     if let ErrorKind::Api(refusal) = error.kind() {
    ///         for advice in refusal.advice() {
    ///             eprintln!("{}: {}", advice.action(), advice.causes().join("; "));
    ///         }
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn advice(&self) -> Vec<Advice> {
        let mut clues = Clues::new().asked_by(self.asked).with_status(self.status());
        if let Some(number) = self.request_id_number() {
            clues = clues.with_number(number);
        }
        if let Some(code) = self.code() {
            clues = clues.with_code(code);
        }
        if let Some(message) = self.message() {
            clues = clues.with_message(message);
        }
        let issue = self.detail();
        let issue = issue
            .as_ref()
            .and_then(|detail| detail.get("issue")?.as_str());
        if let Some(issue) = issue {
            clues = clues.with_message(issue);
        }
        clues.advice()
    }

    /// The outcome of the request, as far as this response proves it. Not public, because an earlier attempt may have
    /// been executed, which only the error of the call knows.
    ///
    /// [`Outcome::NotExecuted`] only if a verified response proves that WeChat Pay refused the request: its status is
    /// 400, 401, 403, 404 or 405, its body is a JSON object, and its code always means a refusal (`PARAM_ERROR`,
    /// `NO_AUTH` and some others).
    ///
    /// [`Outcome::Unknown`] otherwise, above all:
    ///
    /// - for every other status and code, such as `INVALID_REQUEST`, `SYSTEM_ERROR`, `ORDERPAID`,
    ///   `OUT_TRADE_NO_USED` and rate limits,
    /// - if the message, the detail or the [`request_id_number`](Self::request_id_number) hints at an earlier request with the same order
    ///   number (`out_trade_no`, `out_refund_no` …), which may have been executed,
    /// - if a DELETE finds nothing to delete, because an earlier DELETE may have been executed,
    /// - for `NOT_ENOUGH` and other codes about the account that pays, if the request is a transfer or another payment
    ///   of the merchant: it may wait for the money, and be paid later.
    pub(crate) fn outcome(&self) -> Outcome {
        let is_payout = self.asked.is_payout();
        let is_refusal = |code| refusal::is_refusal(self.status(), code, is_payout);
        let earlier = self.may_be_deleted
            || self.numbers.hint_at_earlier_request
            || self.hints_at_earlier_request();
        let is_proven = self.is_authenticated() && self.is_complete && !earlier;
        if is_proven && self.code().is_some_and(is_refusal) {
            Outcome::NotExecuted
        } else {
            Outcome::Unknown
        }
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, entries) = detail::redacted(self.message(), self.detail.as_deref());
        f.debug_struct("ApiError")
            .field("status", &self.status())
            .field("request_id", &self.request_id())
            .field("authenticated_by", &self.key_id)
            .field("code", &self.code().map(excerpt))
            .field("message", &message)
            .field("detail", &entries)
            .field("likely_cause", &self.likely_cause)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_authenticated() {
            f.write_str("unverified response: ")?;
        }
        match self.code() {
            Some(code) => write!(f, "{}", excerpt(code).escape_debug())?,
            None if self.status() == 202 => f.write_str("accepted, but not done yet")?,
            None => f.write_str("an error response without a code")?,
        }
        let (message, entries) = detail::redacted(self.message(), self.detail.as_deref());
        if let Some(message) = message {
            write!(f, ": {}", message.escape_debug())?;
        }
        match self.likely_cause() {
            Some(cause) => write!(f, "; likely: {cause}")?,
            None => {
                for entry in entries {
                    write!(f, "; {entry}")?;
                }
            }
        }
        if self.is_rate_limited() {
            f.write_str(
                "; call less often, then query the request or repeat it with the same numbers",
            )?;
        }
        write!(f, " {}", self.head)
    }
}

impl error::Error for ApiError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// A verified refusal with this Request-ID.
    fn refusal(request_id: &str) -> ApiError {
        let body = Bytes::from_static(br#"{"code":"PARAM_ERROR","message":"m"}"#);
        ApiError {
            key_id: Some("3A86".to_owned()),
            ..ApiError::parse(Head::for_testing(400, request_id), &body)
        }
    }

    #[test]
    fn advice_warns_of_every_number_that_hints_at_an_earlier_request() {
        for number in refusal::earlier_request_numbers() {
            let error = refusal(&format!("08F5-{number}"));
            let [advice] = &*error.advice() else {
                panic!("{number}: {:?}", error.advice())
            };
            assert!(advice.earlier_request_may_exist(), "{number}");
            assert_eq!(error.outcome(), Outcome::Unknown);
        }
        // Advice on an earlier request changes no outcome.
        let error = refusal("08F5-0").with_asked("/v3/refund/domestic/refunds", b"");
        assert_eq!(error.advice().len(), 1);
        assert_eq!(error.outcome(), Outcome::NotExecuted);
    }

    #[test]
    fn a_number_that_hints_at_an_earlier_request_makes_the_outcome_unknown() {
        for (request_id, number, outcome) in [
            ("08F5-268435461", Some(268_435_461), Outcome::NotExecuted),
            ("08F5-0", Some(0), Outcome::NotExecuted),
            ("08F5", None, Outcome::NotExecuted),
            ("08F5-268498688", Some(268_498_688), Outcome::Unknown),
            ("08F5-268512536", Some(268_512_536), Outcome::Unknown),
            ("08F5-272756745", Some(272_756_745), Outcome::Unknown),
        ] {
            let error = refusal(request_id);
            assert_eq!(error.request_id_number(), number, "{request_id}");
            assert_eq!(error.outcome(), outcome, "{request_id}");
        }
    }

    #[test]
    fn a_number_does_not_prove_a_refusal() {
        let body = Bytes::from_static(br#"{"code":"INVALID_REQUEST"}"#);
        let error = ApiError {
            key_id: Some("3A86".to_owned()),
            ..ApiError::parse(Head::for_testing(400, "08F5-268435461"), &body)
        };
        assert_eq!(error.outcome(), Outcome::Unknown);
        let unsigned = ApiError {
            key_id: None,
            ..refusal("08F5-268435461")
        };
        assert_eq!(unsigned.outcome(), Outcome::Unknown);
    }
}
