//! The error response of WeChat Pay in a failure, and the advice of its manuals.

use serde::Serialize;
use serde_json::Value;
use wechatpay_client::{
    ApiError, ErrorKind,
    advice::{Action, Advice, Subject},
};

use crate::{command_line::quoted, library_text::in_own_terms};

/// The parts of an error response.
#[derive(Debug, Default, Serialize)]
#[serde(default)]
pub(crate) struct ErrorResponse {
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    /// Left out if it may repeat a refused value, which may be personal. `error` has the message without the value.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// Without the refused values.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<String>,
    /// WeChat Pay's signature of the response is right.
    #[serde(skip_serializing_if = "Option::is_none")]
    verified: Option<bool>,
    /// The likely cause of a refused signature.
    #[serde(skip_serializing_if = "Option::is_none")]
    diagnosis: Option<String>,
    #[serde(skip)]
    explanation: Option<Explanation>,
}

/// The manuals' advice on an error response.
#[derive(Debug)]
pub(crate) struct Explanation {
    /// The code and the Request-ID, as arguments of `wechatpay explain`.
    clues: Vec<String>,
    /// The steps and their kind, if only one entry of the manuals is about the number of the Request-ID.
    steps: Option<(Action, String)>,
    /// The same request may succeed later, as far as the manuals know.
    may_repeat: bool,
}

impl ErrorResponse {
    /// A response of which only the Request-ID is shown.
    pub(crate) fn with_request_id(request_id: Option<String>) -> Self {
        Self {
            request_id,
            ..Self::default()
        }
    }

    pub(crate) const fn status(&self) -> Option<u16> {
        self.status
    }

    pub(crate) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }

    pub(crate) const fn explanation(&self) -> Option<&Explanation> {
        self.explanation.as_ref()
    }

    pub(crate) fn of(error: &wechatpay_client::Error) -> Self {
        let response = Self {
            status: error.status(),
            request_id: error.request_id().map(str::to_owned),
            ..Self::default()
        };
        let ErrorKind::Api(error) = error.kind() else {
            return response;
        };
        let mut detail = error.detail();
        let has_value = detail.as_mut().is_some_and(remove_values);
        let message = error.message().filter(|_| !has_value);
        Self {
            code: error.code().map(str::to_owned),
            message: message.map(str::to_owned),
            detail,
            verified: Some(error.is_authenticated()),
            diagnosis: error
                .likely_cause()
                .map(|cause| in_own_terms(&cause.to_string())),
            explanation: Some(Explanation::of(error)),
            ..response
        }
    }
}

impl Explanation {
    /// The steps, and the command that explains the response to a request with this path: the path tells the product.
    /// After a query, a step to query would lead in a circle.
    pub(crate) fn cures(&self, path: &str, is_query: bool) -> Vec<String> {
        let steps = self.steps.iter();
        let steps = steps.filter(|(action, _)| !(is_query && *action == Action::Query));
        let steps = steps.map(|(_, steps)| steps.clone());
        let clues = self.clues.join(" ");
        let path = quoted(path);
        let command = format!("see what it means: wechatpay explain {path} {clues}");
        let command = Some(command).filter(|_| !clues.is_empty());
        steps.chain(command).collect()
    }

    pub(crate) const fn may_repeat(&self) -> bool {
        self.may_repeat
    }

    fn of(error: &ApiError) -> Self {
        let advice = error.advice();
        // A clue stands in a shell, and comes from a response.
        let is_plain = |text: &&str| {
            let mut characters = text.chars();
            !text.starts_with('-')
                && characters.all(|c| c.is_ascii_alphanumeric() || "_-".contains(c))
        };
        let number = error.request_id_number().filter(|number| *number != 0);
        let request_id = error.request_id().filter(|_| number.is_some());
        let code = error.code().filter(|code| !code.is_empty());
        let clues = [code, request_id].into_iter().flatten().filter(is_plain);
        // The words of the manuals, and not those of the response.
        let words = advice.iter().find_map(|advice| match advice.subject() {
            Subject::Message(words) => Some(quoted(words)),
            _ => None,
        });
        let steps = match &*advice {
            [only] if number.map(Subject::Number) == Some(only.subject()) => {
                Some((only.action(), steps(only)))
            }
            _ => None,
        };
        // A status tells nothing of this request.
        let mut exact = advice
            .iter()
            .filter(|advice| !matches!(advice.subject(), Subject::Status(_)));
        let may_repeat = |action| {
            use Action::{None, Query, RepeatSame, SlowDown, Wait};
            matches!(action, RepeatSame | Wait | SlowDown | Query | None)
        };
        Self {
            clues: clues.map(str::to_owned).chain(words).collect(),
            steps,
            may_repeat: exact.all(|advice| may_repeat(advice.action())),
        }
    }
}

/// The steps of an entry of the manuals, in a line.
fn steps(advice: &Advice) -> String {
    let steps = advice.steps();
    match &*steps {
        [] => advice.action().to_string(),
        steps => format!("{}: {}", advice.action(), steps.join("; ")),
    }
}

/// Removes the members `value` of a detail at any depth; `true` if there was one.
fn remove_values(detail: &mut Value) -> bool {
    let mut removed = false;
    match detail {
        Value::Object(members) => {
            removed = members.remove("value").is_some();
            for inner in members.values_mut() {
                removed |= remove_values(inner);
            }
        }
        Value::Array(items) => {
            for inner in items {
                removed |= remove_values(inner);
            }
        }
        _ => {}
    }
    removed
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn refused_values_are_removed_at_any_depth() {
        let mut detail = json!([
            { "field": "a", "value": "张三", "detail": { "issue": "b", "value": 1 } },
            { "field": "c", "value": { "x": 1 } },
        ]);
        assert!(remove_values(&mut detail));
        let left = json!([{ "field": "a", "detail": { "issue": "b" } }, { "field": "c" }]);
        assert_eq!(detail, left);
        assert!(!remove_values(&mut detail));
    }
}
