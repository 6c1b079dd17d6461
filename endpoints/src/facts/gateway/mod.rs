//! The facts as the known operations of a [`Gateway`](wechatpay_client::gateway::Gateway).
//!
//! The gateway checks each request against the facts, and responds with the example of the operation.

mod check;
mod mistake;
mod notify_urls;
mod respond;
mod sandbox;
mod sent;
mod slot;
#[cfg(test)]
mod tests;
mod time;

use std::slice;

use wechatpay_client::gateway::{OperationRequest, Operations, ParamError, ScriptedResponse};

use self::{check::Checker, notify_urls::NotifyUrls, respond::Responder, sent::Sent};
use super::{Example, Facts, FindErrorKind, Location, Operation, Type};

/// Checks each value by itself, and reports the first mistake as WeChat Pay does:
///
/// - parameters and members that the operation requires, and those that it does not know; an empty text is missing;
/// - a parameter that is no list is sent once;
/// - JSON types, and the published limits: of a sensitive member, those of its plaintext;
/// - values of enums: a request may have only listed ones;
/// - times: in the form of RFC 3339;
/// - sensitive members: encrypted with the key that `Wechatpay-Serial` names;
/// - `null`: only in a member that may be `null`. Such a member may also be missing, because the client leaves `null` out;
/// - uploads: a multipart form.
///
/// The gateway does not compare members, and accepts every address: `validate()` of a typed request checks sums, counts
/// and `notify_url`.
///
/// The response is the example of the operation. Its sensitive members are encrypted for the merchant, and the gateway
/// serves a file at each `download_url`. A top-level member of the response, such as `out_trade_no`, takes the value of
/// the parameter, or of the top-level member of the body, that the request sent with the same name and type: texts,
/// integers and booleans, unless they are sensitive.
impl Operations for Facts {
    fn check(&self, request: &OperationRequest<'_>) -> Result<(), ParamError> {
        self.check_request(request, NotifyUrls::Any)
    }

    fn allows_null(&self, request: &OperationRequest<'_>, pointer: &str) -> bool {
        self.requested(request)
            .is_some_and(|operation| self.is_nullable(operation, pointer))
    }

    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        let operation = self.requested(request)?;
        Some(Responder::new(self, operation, request).respond())
    }

    fn similar(&self, method: &str, path: &str) -> Vec<String> {
        let found = self.find(&format!("{method} {path}"));
        let operations = match &found {
            Ok(operation) => slice::from_ref(operation),
            Err(error) => match error.kind() {
                FindErrorKind::Several(operations) | FindErrorKind::OtherMethod(operations) => {
                    operations
                }
                FindErrorKind::Unknown(Some(nearest)) => slice::from_ref(nearest),
                _ => &[],
            },
        };
        operations.iter().map(ToString::to_string).collect()
    }
}

impl Facts {
    /// Checks the values of a request as a gateway does, but without a gateway: sensitive members are plaintext (明文),
    /// and the headers that the client writes by itself may be missing. A text may stand for a parameter of any type.
    /// The response of `request` is not read.
    ///
    /// ```
    /// use serde_json::json;
    /// use wechatpay_endpoints::{facts, facts::Example};
    ///
    /// let refund = facts().find("refund.create_refund").map_err(|error| error.to_string())?;
    /// let mut request = Example::default();
    /// request.request = Some(json!({ "out_trade_no": "1217752501", "out_refund_no": "1217752501", "amount": {} }));
    /// let error = facts().check_values(refund, &request).unwrap_err();
    /// assert_eq!(error.to_string(), "`/amount/refund` of the body is missing: send the member");
    /// # Ok::<_, String>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ParamError`]: the first mistake.
    pub fn check_values(&self, operation: &Operation, request: &Example) -> Result<(), ParamError> {
        let first = self.of_values(operation, request, None).into_iter().next();
        first.map_or(Ok(()), Err)
    }

    /// All mistakes that [`check_values`](Self::check_values) finds, in the order of path, query, headers and body, and
    /// all broken rules of several members, such as sums, and addresses that WeChat Pay cannot send notifications to.
    /// Published examples may break these rules. Each parameter or member
    /// has at most one mistake. Of members that may stand for one another, only the first is missing.
    ///
    /// ```
    /// use serde_json::json;
    /// use wechatpay_endpoints::{facts, facts::Example};
    ///
    /// let refund = facts().find("refund.create_refund").map_err(|error| error.to_string())?;
    /// let mut request = Example::default();
    /// request.request = Some(json!({ "out_trade_no": "1217752501", "amount": { "refund": 1, "total": "2", "currency": "CNY" } }));
    /// let mistakes = facts().mistakes(refund, &request);
    /// let mistakes: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
    /// assert_eq!(
    ///     mistakes,
    ///     [
    ///         "`/out_refund_no` of the body is missing: send the member",
    ///         "`/amount/total` of the body is a text: send an integer",
    ///     ]
    /// );
    /// # Ok::<_, String>(())
    /// ```
    #[must_use]
    pub fn mistakes(&self, operation: &Operation, request: &Example) -> Vec<ParamError> {
        self.of_values(operation, request, Some(NotifyUrls::Public))
    }

    /// The mistakes in a request: broken rules of several members and addresses of notifications only if `strict` names the
    /// addresses.
    fn of_values(
        &self,
        operation: &Operation,
        request: &Example,
        strict: Option<NotifyUrls>,
    ) -> Vec<ParamError> {
        let mut operation = operation.clone();
        operation.params.retain(|parameter| {
            parameter.location != Location::Header || !parameter.field.is_written_by_client()
        });
        let decrypt = |text: &str| Some(text.to_owned());
        let checker = Checker::new(self, &operation, &decrypt);
        let checker = match strict {
            Some(notify_urls) => checker.comparing().with_notify_urls(notify_urls),
            None => checker,
        };
        match Sent::of_values(&operation, request) {
            Ok(sent) => checker.mistakes(&sent),
            Err(mistake) => vec![mistake],
        }
    }

    /// Checks a request that a gateway received. A request of an unknown operation is accepted.
    fn check_request(
        &self,
        request: &OperationRequest<'_>,
        notify_urls: NotifyUrls,
    ) -> Result<(), ParamError> {
        let Some(operation) = self.requested(request) else {
            return Ok(());
        };
        let sent = Sent::new(operation, request);
        let decrypt = |ciphertext: &str| request.decrypt(ciphertext);
        let checker = Checker::new(self, operation, &decrypt);
        checker.with_notify_urls(notify_urls).check(&sent)
    }

    /// The operation of a request: of several that match, the one with the fewest placeholders.
    fn requested(&self, request: &OperationRequest<'_>) -> Option<&Operation> {
        let operations = self.operations.iter();
        let matching = operations.filter(|operation| {
            operation.method == request.method() && request.path_values(&operation.path).is_some()
        });
        matching.min_by_key(|operation| operation.path.matches('{').count())
    }

    /// Tests if the member at a JSON pointer into the body of a request may be `null`.
    fn is_nullable(&self, operation: &Operation, pointer: &str) -> bool {
        let mut place = operation.request.as_ref().map(|ty| (ty, false));
        for name in pointer.split('/').skip(1) {
            place = place.and_then(|(ty, _)| self.inside(operation, ty, name));
        }
        place.is_some_and(|(_, nullable)| nullable)
    }

    /// The type of a member of an object, or of an item of a list, and `true` if the member may be `null`.
    fn inside<'a>(
        &'a self,
        operation: &Operation,
        ty: &'a Type,
        name: &str,
    ) -> Option<(&'a Type, bool)> {
        match ty {
            Type::Json(ty) => self.inside(operation, ty, name),
            Type::Array(item) => Some((item, false)),
            ty => {
                let name = name.replace("~1", "/").replace("~0", "~");
                let mut members = self.members(&operation.product, ty)?.iter();
                let field = members.find(|field| field.name == name)?;
                Some((&field.ty, field.nullable))
            }
        }
    }
}
