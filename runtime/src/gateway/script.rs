//! The scripted responses of a gateway: finds the next response to a request, and lists those never sent.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use percent_encoding::{percent_decode_str, utf8_percent_encode};
use serde_json::json;

use super::{
    received::ReceivedRequest,
    scripted_response::{Fault, ScriptedResponse},
};
use crate::{head::MAX_EXCERPT, request::RESERVED};

const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// The operations with scripted responses, by method and by the shape of the path: the template without the names
/// of its placeholders.
#[derive(Default)]
pub(super) struct Script {
    operations: BTreeMap<(String, String), Operation>,
}

#[derive(Default)]
struct Operation {
    method: String,
    /// The template in the last call that scripted the operation.
    template: String,
    once: VecDeque<ScriptedResponse>,
    always: Responder,
    /// The response of `always` was sent at least once.
    used: bool,
}

/// The source of a response.
#[derive(Clone, Default)]
pub(super) enum Responder {
    #[default]
    None,
    Fixed(ScriptedResponse),
    Computed(Arc<dyn Fn(&ReceivedRequest) -> ScriptedResponse + Send + Sync>),
}

/// Refuses an operation that no request can match.
pub fn check_operation(method: &str, template: &str) -> Result<(), String> {
    if !METHODS.contains(&method) {
        let methods = METHODS.join(", ");
        return Err(format!("unknown method {method:?}: use one of {methods}"));
    }
    if !template.starts_with('/') {
        return Err(format!(
            "the path {template:?} does not begin with `/`: write it without scheme and host"
        ));
    }
    if template.contains(['?', '#']) {
        return Err(format!(
            "the path {template:?} has a query or a fragment: responses are chosen by the path only"
        ));
    }
    if template.contains("//") {
        return Err(format!(
            "the path {template:?} has an empty segment: write `/` in place of `//`"
        ));
    }
    let malformed = template
        .split('/')
        .find(|segment| !is_valid_segment(segment));
    malformed.map_or(Ok(()), |malformed| Err(format!(
        "no request has the segment {malformed:?} of the path {template:?}: a segment is a placeholder, \
         `{{name}}`, or text of ASCII letters, digits, `-`, `.`, `_` and `~`, with everything else \
         percent-encoded in upper case (`%2F`)"
    )))
}

/// `true` for a placeholder, and for text in the form that the client sends: percent-encoded in upper case, except
/// the unreserved characters.
fn is_valid_segment(segment: &str) -> bool {
    if let Some(rest) = segment.strip_prefix('{') {
        let name = rest.strip_suffix('}').unwrap_or_default();
        return !name.is_empty() && !name.contains(['{', '}']);
    }
    let text = percent_decode_str(segment).decode_utf8();
    text.is_ok_and(|text| {
        !matches!(&*text, "." | "..") && utf8_percent_encode(&text, RESERVED).to_string() == segment
    })
}

impl Script {
    pub(super) fn set(&mut self, method: &str, template: &str, always: Responder) {
        let operation = self.operation(method, template);
        operation.always = always;
        operation.used = false;
    }

    pub(super) fn push(&mut self, method: &str, template: &str, scripted: ScriptedResponse) {
        self.operation(method, template).once.push_back(scripted);
    }

    /// Takes the next response to this request: a response of `push` first, then the response of `set`.
    pub(super) fn next(&mut self, method: &str, path: &str) -> Responder {
        let Some(operation) = self.find(method, path) else {
            return Responder::None;
        };
        match operation.once.pop_front() {
            Some(scripted) => Responder::Fixed(scripted),
            None => {
                operation.used = true;
                operation.always.clone()
            }
        }
    }

    /// If the next response has the fault [`Fault::DropBeforeRead`], takes that response and returns `true`.
    pub(super) fn take_drop_before_read(&mut self, method: &str, path: &str) -> bool {
        let drops = |scripted: &ScriptedResponse| scripted.fault == Some(Fault::DropBeforeRead);
        let Some(operation) = self.find(method, path) else {
            return false;
        };
        let next = match (operation.once.front(), &operation.always) {
            (Some(next), _) | (None, Responder::Fixed(next)) => drops(next),
            (None, _) => false,
        };
        if next && operation.once.pop_front().is_none() {
            operation.used = true;
        }
        next
    }

    /// The names of the operations with responses that were never sent, sorted by path.
    pub(super) fn unused(&self) -> Vec<String> {
        let mut unused: Vec<_> = self
            .operations
            .values()
            .filter(|operation| operation.is_unused())
            .collect();
        unused.sort_by_key(|operation| (&operation.template, &operation.method));
        unused.into_iter().map(Operation::name).collect()
    }

    /// The 404 for a request without a scripted response. Lists the operations that have a response left, the most
    /// similar first, and before them the `similar` ones of the operations that the gateway knows, if it knows any. The
    /// message is cut to the length that an error shows.
    pub(super) fn unscripted(
        &self,
        method: &str,
        path: &str,
        similar: Option<Vec<String>>,
    ) -> ScriptedResponse {
        let candidates = self.operations.values();
        let mut candidates: Vec<_> = candidates
            .filter(|operation| operation.has_response())
            .collect();
        candidates.sort_by_key(|operation| Reverse(operation.similarity(method, path)));
        let scripted: Vec<_> = candidates.into_iter().map(Operation::name).collect();
        let mut detail = json!({ "scripted": scripted });
        let message = match similar {
            None => {
                let message = format!("no scripted response for {method} {path}; scripted: ");
                with_operations(message, &scripted)
            }
            Some(similar) => {
                let reason = match scripted.is_empty() {
                    true => "not a known operation",
                    false => "neither a known operation nor a scripted response",
                };
                let message = format!("{reason}: {method} {path}; similar: ");
                let names = [&*similar, &*scripted].concat();
                if let Some(detail) = detail.as_object_mut() {
                    detail.insert("similar".to_owned(), json!(similar));
                }
                with_operations(message, &names)
            }
        };
        ScriptedResponse::json(
            404,
            json!({ "code": "NOT_FOUND", "message": message, "detail": detail }),
        )
    }

    fn operation(&mut self, method: &str, template: &str) -> &mut Operation {
        let key = (shape(template), method.to_owned());
        let operation = self.operations.entry(key).or_default();
        method.clone_into(&mut operation.method);
        template.clone_into(&mut operation.template);
        operation
    }

    /// The operation that matches this request and has a response left; of several, the one with the fewest
    /// placeholders.
    fn find(&mut self, method: &str, path: &str) -> Option<&mut Operation> {
        let fitting = self.operations.values_mut().filter(|operation| {
            operation.method == method
                && operation.has_response()
                && matches(&operation.template, path)
        });
        fitting.min_by_key(|operation| operation.template.matches('{').count())
    }
}

impl Operation {
    /// `true` if there is a response to the next request.
    fn has_response(&self) -> bool {
        !matches!(self.always, Responder::None) || !self.once.is_empty()
    }

    /// The similarity to a request: a matching template first, then equal segments, then the method.
    fn similarity(&self, method: &str, path: &str) -> (bool, usize, bool) {
        let pairs = self.template.split('/').zip(path.split('/'));
        let equal = pairs.filter(|(expected, found)| expected == found).count();
        (matches(&self.template, path), equal, self.method == method)
    }

    /// `true` if a response was never sent.
    fn is_unused(&self) -> bool {
        let always = !matches!(self.always, Responder::None) && !self.used;
        always || !self.once.is_empty()
    }

    fn name(&self) -> String {
        format!("{} {}", self.method, self.template)
    }
}

/// Appends operations to the message, at least one, and as many as an error shows.
fn with_operations(mut message: String, operations: &[String]) -> String {
    if operations.is_empty() {
        message.push_str("nothing");
    }
    for (index, operation) in operations.iter().enumerate() {
        let separator = if index == 0 { "" } else { ", " };
        let more = if index + 1 == operations.len() {
            ""
        } else {
            ", …"
        };
        let length = [&message, separator, operation, more].map(|text| text.chars().count());
        if index > 0 && length.iter().sum::<usize>() > MAX_EXCERPT {
            message.push_str(", …");
            break;
        }
        message.push_str(separator);
        message.push_str(operation);
    }
    message
}

/// The template with `{}` in place of each placeholder.
fn shape(template: &str) -> String {
    let segments = template.split('/').map(|segment| match segment {
        segment if segment.starts_with('{') => "{}",
        segment => segment,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// `true` if the path fits the template.
pub fn matches(template: &str, path: &str) -> bool {
    template.split('/').count() == path.split('/').count()
        && template
            .split('/')
            .zip(path.split('/'))
            .all(|(expected, found)| expected == found || expected.starts_with('{'))
}
