//! The log of requests: the last ones, what was wrong in them, and the fault that they got. It holds no body and no query.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use hyper::Response;
use serde::Serialize;
use serde_json::Value;
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse, sandbox::Handler};

use crate::{clock::Time, fault::FaultRule};

/// The number of requests that are kept, in memory.
pub(crate) const KEPT: usize = 1_000;

/// The longest text that is kept, in characters.
const LONGEST_TEXT: usize = 400;

/// The longest `detail` that is kept, in bytes.
const LONGEST_DETAIL: usize = 4 << 10;

/// The last requests. A restart forgets them.
#[derive(Default)]
pub(crate) struct RequestLog {
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    /// The oldest first.
    entries: VecDeque<Arc<Entry>>,
    /// The number of requests so far.
    count: u64,
}

/// A request that the sandbox received, and its response.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Entry {
    pub(crate) number: u64,
    pub(crate) time: String,
    pub(crate) scheme: &'static str,
    /// The number of the merchant or brand that the request names.
    pub(crate) sender: Option<String>,
    pub(crate) method: String,
    pub(crate) path: String,
    /// The status that was sent. `None` if the connection was closed before.
    pub(crate) status: Option<u16>,
    pub(crate) code: Option<String>,
    pub(crate) message: Option<String>,
    pub(crate) detail: Option<Value>,
    pub(crate) request_id: Option<String>,
    pub(crate) fault: Option<&'static str>,
    /// The reason of a refusal, which WeChat Pay does not tell.
    pub(crate) reason: Option<String>,
    pub(crate) milliseconds: u64,
}

/// A request that has no response yet. The log gets its entry at its end, also if the client has left.
pub(crate) struct Pending<'l> {
    log: &'l RequestLog,
    begun: Instant,
    entry: Option<Entry>,
}

impl RequestLog {
    /// Begins the entry of a request.
    pub(crate) fn begin(
        &self,
        now: Time,
        scheme: &'static str,
        (method, path): (&str, &str),
    ) -> Pending<'_> {
        let entry = Entry {
            number: 0,
            time: now.to_string(),
            scheme,
            sender: None,
            method: shortened(method),
            path: shortened(path),
            status: None,
            code: None,
            message: None,
            detail: None,
            request_id: None,
            fault: None,
            reason: None,
            milliseconds: 0,
        };
        Pending {
            log: self,
            begun: Instant::now(),
            entry: Some(entry),
        }
    }

    /// The newest entries, the newest first; with `before`, only those with smaller numbers.
    pub(crate) fn newest(&self, before: Option<u64>, limit: usize) -> Vec<Arc<Entry>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let entries = kept.entries.iter().rev();
        let entries = entries.filter(|entry| before.is_none_or(|before| entry.number < before));
        entries.take(limit).cloned().collect()
    }

    fn push(&self, mut entry: Entry) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.count += 1;
        entry.number = kept.count;
        kept.entries.push_back(Arc::new(entry));
        if kept.entries.len() > KEPT {
            kept.entries.pop_front();
        }
    }
}

impl Pending<'_> {
    /// Notes the sender of the request.
    pub(crate) fn note_sender(&mut self, request: &ReceivedRequest) {
        self.change(|entry| entry.sender = Handler::named_sender(request).map(shortened));
    }

    /// Notes the fault that the request gets.
    pub(crate) fn note_fault(&mut self, fault: &FaultRule) {
        self.change(|entry| entry.fault = Some(fault.name()));
    }

    /// Notes the response of WeChat Pay, also if a fault loses it.
    pub(crate) fn note_response(&mut self, request: &ReceivedRequest, response: &ScriptedResponse) {
        let error = match response.status() {
            200..400 => None,
            _ => serde_json::from_slice::<Value>(response.body()).ok(),
        };
        let error = error.unwrap_or_default();
        let text = |name: &str| error.get(name).and_then(Value::as_str).map(shortened);
        self.change(|entry| {
            (entry.code, entry.message) = (text("code"), text("message"));
            entry.detail = error
                .get("detail")
                .and_then(|detail| shown(detail, request));
            entry.reason = response.reason().map(shortened);
        });
    }

    /// Notes the head of the response that is sent.
    pub(crate) fn note_sent<B>(&mut self, response: &Response<B>) {
        let request_id = response.headers().get("request-id");
        let request_id = request_id.and_then(|value| value.to_str().ok());
        self.change(|entry| {
            entry.status = Some(response.status().as_u16());
            entry.request_id = request_id.map(str::to_owned);
        });
    }

    fn change(&mut self, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = &mut self.entry {
            change(entry);
        }
    }
}

impl Drop for Pending<'_> {
    fn drop(&mut self) {
        if let Some(mut entry) = self.entry.take() {
            let elapsed = self.begun.elapsed().as_millis();
            entry.milliseconds = elapsed.try_into().unwrap_or(u64::MAX);
            self.log.push(entry);
        }
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// The detail without the query of the request, which may have the plaintext of a sensitive field.
fn shown(detail: &Value, request: &ReceivedRequest) -> Option<Value> {
    let mut text = detail.to_string();
    if let Some(query) = request
        .target()
        .strip_prefix(request.path())
        .filter(|q| !q.is_empty())
    {
        // The form of the query inside a JSON text.
        let query = Value::from(query).to_string();
        text = text.replace(query.trim_matches('"'), "?…");
    }
    (text.len() <= LONGEST_DETAIL).then(|| serde_json::from_str(&text).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begin<'l>(log: &'l RequestLog, path: &str) -> Pending<'l> {
        log.begin(Time::now(0), "https", ("GET", path))
    }

    #[test]
    fn the_last_requests_are_kept() {
        let log = RequestLog::default();
        for number in 1..=KEPT + 5 {
            drop(begin(&log, &format!("/{number}")));
        }
        let numbers = |before, limit| {
            let entries = log.newest(before, limit).into_iter();
            entries.map(|entry| entry.number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(None, 2), [1_005, 1_004]);
        assert_eq!(numbers(Some(8), 10), [7, 6]);
        assert_eq!(numbers(None, usize::MAX).len(), KEPT);
    }

    #[test]
    fn a_request_whose_client_leaves_is_in_the_log() {
        let log = RequestLog::default();
        drop(begin(&log, &"é".repeat(500)));
        let [entry] = &*log.newest(None, 10) else {
            unreachable!("another number of entries");
        };
        assert_eq!((entry.status, entry.path.chars().count()), (None, 401));
    }
}
