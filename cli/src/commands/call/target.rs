//! The operation that the arguments name, with the values that stand in its path.

use percent_encoding::percent_decode_str;
use wechatpay_endpoints::{
    facts,
    facts::{Field, Location, Operation, Parameter, Type},
};

use crate::{
    commands::operations,
    failure::{Failure, Result},
    names::METHODS,
};

/// The most operations that a misspelt one is said to mean.
const NEAREST: usize = 3;

/// An operation, and the values that its path and its query have already.
pub(super) struct Target {
    pub(super) operation: Operation,
    /// `false` for an operation that the facts do not know.
    pub(super) is_listed: bool,
    pub(super) path: Vec<(String, String)>,
    pub(super) query: Vec<(String, String)>,
}

impl Target {
    /// Reads a name, or a method and a path. `may_be_unlisted` lets the path be one that the facts do not know.
    pub(super) fn parse(words: &[String], may_be_unlisted: bool) -> Result<Self> {
        let text = words.join(" ");
        let (method, place) = match text.trim().split_once(char::is_whitespace) {
            Some((method, place)) => (Some(method.to_ascii_uppercase()), place.trim()),
            None => (None, text.trim()),
        };
        if METHODS.contains(&&*place.to_ascii_uppercase()) {
            return Err(
                Failure::arguments(format!("`{place}` is a method without a path")).cure(format!(
                    "write METHOD and path: wechatpay call {place} /v3/…"
                )),
            );
        }
        let known_method = method.as_deref().filter(|method| METHODS.contains(method));
        if !place.contains('/') {
            let name = known_method.map_or_else(|| text.trim(), |_| place);
            let operation = facts()
                .find(name)
                .map_err(|error| unknown(name, &error.to_string()))?;
            check_method(operation, known_method)?;
            return Ok(Self::listed(operation, Vec::new(), Vec::new()));
        }
        if let Some(method) = method.as_deref().filter(|_| known_method.is_none()) {
            return Err(
                Failure::arguments(format!("`{method}` is no method of WeChat Pay"))
                    .cure(format!("use one of: {}", METHODS.join(", "))),
            );
        }
        let target = without_host(place)?;
        let target = target.split('#').next().unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let path = without_published_slash(path);
        check_segments(method.as_deref(), path)?;
        let query = pairs(query)?;
        match (Self::find(method.as_deref(), path, &query)?, method) {
            (Some(target), _) => Ok(target),
            (None, Some(method)) if may_be_unlisted => Self::unlisted(&method, path, query),
            (None, None) if may_be_unlisted => Err(Failure::arguments(
                "an operation that is not listed needs its method",
            )
            .cure(format!(
                "write `wechatpay call GET {path} --unlisted`, or another method"
            ))),
            (None, _) => {
                let error = facts().find(&text).err().map(|error| error.to_string());
                let error = error.unwrap_or_else(|| format!("no known operation is `{text}`"));
                Err(unknown(path, &error))
            }
        }
    }

    fn listed(
        operation: &Operation,
        path: Vec<(String, String)>,
        query: Vec<(String, String)>,
    ) -> Self {
        Self {
            operation: operation.clone(),
            is_listed: true,
            path,
            query,
        }
    }

    /// The operation whose path matches, with the fewest placeholders.
    fn find(method: Option<&str>, path: &str, query: &[(String, String)]) -> Result<Option<Self>> {
        let operations = facts().operations.iter();
        let matching = operations.filter_map(|operation| {
            let is_method = method.is_none_or(|method| method == operation.method);
            let values = is_method.then(|| values(&operation.path, path)).flatten()?;
            Some((operation, values))
        });
        let matching: Vec<_> = matching.collect();
        let count = |operation: &Operation| operation.path.matches('{').count();
        let least = matching.iter().map(|(operation, _)| count(operation)).min();
        let mut best: Vec<_> = matching
            .into_iter()
            .filter(|(operation, _)| Some(count(operation)) == least)
            .collect();
        if best.len() > 1 {
            let mut failure = Failure::arguments(format!("`{path}` may be several operations"));
            for (operation, _) in best {
                let (name, label) = (operation.full_name(), &operation.label);
                failure = failure.cure(format!("{operation}  {name}  {label}"));
            }
            return Err(failure.cure("name one by its method, or by its name"));
        }
        let Some((operation, values)) = best.pop() else {
            return Ok(None);
        };
        let values = values
            .into_iter()
            .map(|(name, value)| Ok((name, decoded(value)?)));
        let values = values.collect::<Result<_>>()?;
        Ok(Some(Self::listed(operation, values, query.to_vec())))
    }

    /// An operation without facts. A segment that would be encoded becomes a placeholder with its value.
    fn unlisted(method: &str, path: &str, query: Vec<(String, String)>) -> Result<Self> {
        let mut values = Vec::new();
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~');
        let segments = path.split('/').map(|segment| {
            if placeholder(segment).is_some() || segment.chars().all(is_plain) {
                return Ok(segment.to_owned());
            }
            let name = format!("segment_{}", values.len() + 1);
            values.push((name.clone(), decoded(segment)?));
            Ok(format!("{{{name}}}"))
        });
        let template = segments.collect::<Result<Vec<_>>>()?.join("/");
        let mut operation = Operation::new(method, &template);
        for name in template.split('/').filter_map(placeholder) {
            operation.params.push(parameter(Location::Path, name));
        }
        Ok(Self {
            operation,
            is_listed: false,
            path: values,
            query,
        })
    }

    /// Lets an operation without facts take a header.
    pub(super) fn declare_header(&mut self, name: &str) {
        self.operation
            .params
            .push(parameter(Location::Header, name));
    }

    /// Tests if a name is that of a placeholder.
    pub(super) fn has_placeholder(&self, name: &str) -> bool {
        let mut segments = self.operation.path.split('/');
        segments.any(|segment| placeholder(segment) == Some(name))
    }
}

/// The values that stand in a path at the placeholders of a template; `None` if the path is another one.
fn values<'a>(template: &str, path: &'a str) -> Option<Vec<(String, &'a str)>> {
    let template = template.strip_suffix('/').unwrap_or(template);
    if template.split('/').count() != path.split('/').count() {
        return None;
    }
    let mut values = Vec::new();
    for (known, given) in template.split('/').zip(path.split('/')) {
        match placeholder(known) {
            // A placeholder of the user has no value yet.
            Some(_) if placeholder(given).is_some() => {}
            Some(name) => values.push((name.to_owned(), given)),
            None if known == given => {}
            None => return None,
        }
    }
    Some(values)
}

/// A text of an operation without facts.
fn parameter(location: Location, name: &str) -> Parameter {
    Parameter::new(location, Field::new(name, Type::String))
}

fn placeholder(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// The path of a URL of WeChat Pay; a path as it is.
fn without_host(place: &str) -> Result<&str> {
    let Some((_, rest)) = place.split_once("://") else {
        return match place.starts_with('/') {
            true => Ok(place),
            false => Err(Failure::arguments(format!("`{place}` is no path"))
                .cure("begin the path with `/v3/`, `/brand/` or `/hk/v3/`")),
        };
    };
    let (host, _) = rest.split_once('/').unwrap_or((rest, ""));
    let is_wechat_pay = |suffix: &str| host.ends_with(suffix);
    match [".weixin.qq.com", ".wechatpay.cn"]
        .into_iter()
        .any(is_wechat_pay)
    {
        true => Ok(rest.get(host.len()..).unwrap_or_default()),
        false => Err(
            Failure::arguments(format!("`{host}` is no host of WeChat Pay"))
                .cure("give only the path; --base-url names another server"),
        ),
    }
}

/// The path without the slash at the end that a few operations are published with.
fn without_published_slash(path: &str) -> &str {
    let mut operations = facts().operations.iter();
    let is_published = operations.any(|operation| operation.path == path);
    path.strip_suffix('/')
        .filter(|_| is_published)
        .unwrap_or(path)
}

/// Refuses segments that lead elsewhere, and empty ones. WeChat Pay compares paths byte by byte, and an empty segment is
/// often a value that the shell left out.
fn check_segments(method: Option<&str>, path: &str) -> Result<()> {
    let segments: Vec<_> = path.split('/').skip(1).collect();
    if let Some(dots) = segments
        .iter()
        .find(|segment| matches!(**segment, "." | ".."))
    {
        return Err(
            Failure::configuration(format!("the path `{path}` has the segment `{dots}`"))
                .cure("write the whole path without `.` and `..`"),
        );
    }
    if !segments.iter().any(|segment| segment.is_empty()) {
        return Ok(());
    }
    let segments = segments.into_iter().filter(|segment| !segment.is_empty());
    let tidy: String = segments.map(|segment| format!("/{segment}")).collect();
    let call = method.map_or_else(|| tidy.clone(), |method| format!("{method} {tidy}"));
    Err(
        Failure::configuration(format!("the path `{path}` has an empty segment"))
            .cure(format!(
                "write `{call}`, without `//` and without `/` at the end"
            ))
            .cure("or write the value that belongs between or after the slashes"),
    )
}

fn pairs(query: &str) -> Result<Vec<(String, String)>> {
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    let pairs = pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    pairs
        .map(|(name, value)| Ok((decoded(name)?, decoded(value)?)))
        .collect()
}

/// Decodes percent-encoding. A wrong one is an error: sent as it is, it would be another value.
fn decoded(text: &str) -> Result<String> {
    let is_encoding = |after: &str| {
        let digits = after.as_bytes().first_chunk::<2>();
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let decoded = percent_decode_str(text).decode_utf8();
    match (decoded, text.split('%').skip(1).all(is_encoding)) {
        (Ok(decoded), true) => Ok(decoded.into_owned()),
        _ => Err(
            Failure::arguments(format!("`{text}` is no percent-encoded UTF-8"))
                .cure("write %25 for a percent sign, or give the value with -q NAME=VALUE"),
        ),
    }
}

/// Refuses another method than that of the named operation.
fn check_method(operation: &Operation, method: Option<&str>) -> Result<()> {
    match method.filter(|method| *method != operation.method) {
        None => Ok(()),
        Some(method) => {
            let name = operation.full_name();
            Err(
                Failure::arguments(format!("`{name}` is {operation}, not a {method}"))
                    .cure(format!("leave out the method: wechatpay call {name}")),
            )
        }
    }
}

/// The failure of a search for a name or a path, with the nearest operations, and without the advice for declarations in
/// Rust.
fn unknown(place: &str, error: &str) -> Failure {
    let error = error.split("\nwrite `METHOD").next().unwrap_or_default();
    let failure = Failure::arguments(error);
    let nearest = match error.contains("did you mean") {
        true => Vec::new(),
        false => operations::nearest(place),
    };
    let nearest = nearest.into_iter().take(NEAREST).map(|operation| {
        let name = operation.full_name();
        format!("did you mean `{operation}`, which is `{name}`?")
    });
    nearest
        .fold(failure, Failure::cure)
        .cure("search: `wechatpay operations WORD`")
        .cure("if WeChat Pay has the operation: METHOD and path with --unlisted, which checks and encrypts nothing")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_operation_and_a_wrong_method_are_told() {
        let failure = |text: &str| Target::parse(&[text.to_owned()], false).err().unwrap();
        let wrong = failure("GET refund.create_refund");
        assert_eq!(
            wrong.to_string(),
            "`refund.create_refund` is POST /v3/refund/domestic/refunds, not a GET"
        );
        assert_eq!(
            wrong.cures(),
            ["leave out the method: wechatpay call refund.create_refund"]
        );
        assert!(Target::parse(&["POST refund.create_refund".to_owned()], false).is_ok());
        for (text, name) in [
            ("refund.crate_refund", "refund.create_refund"),
            ("POST refund.crate_refund", "refund.create_refund"),
            ("POST /v3/refund/domestic/refund", "refund.create_refund"),
            ("GET /v3/certificate", "certificates.download_certificates"),
            ("pay.natve", "pay_merchant.prepay_native"),
            ("/v3/pay/transaction/native", "pay_merchant.prepay_native"),
        ] {
            let operation = facts().find(name).unwrap();
            let failure = failure(text);
            let step = format!("did you mean `{operation}`, which is `{name}`?");
            let lines = format!("{failure}\n{}", failure.cures().join("\n"));
            assert!(lines.contains(&step), "{text}: {lines}");
        }
    }

    fn target(text: &str) -> Target {
        Target::parse(&[text.to_owned()], true).unwrap()
    }

    #[test]
    fn values_stand_in_the_path() {
        for (text, value) in [
            ("GET /v3/refund/domestic/refunds/1217", "1217"),
            // A word of letters only, which a search would not take for a value.
            ("get /v3/refund/domestic/refunds/abc", "abc"),
            (
                "GET https://api.mch.weixin.qq.com/v3/refund/domestic/refunds/a%2Fb?sub_mchid=1",
                "a/b",
            ),
        ] {
            let target = target(text);
            assert_eq!(target.operation.name, "query_refund");
            assert_eq!(
                target.path,
                [("out_refund_no".to_owned(), value.to_owned())]
            );
            assert!(target.is_listed);
        }
        let target = target("GET /v3/refund/domestic/refunds/1?sub_mchid=19%30&x");
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(target.query, [pair("sub_mchid", "190"), pair("x", "")]);
    }

    #[test]
    fn an_unlisted_path_keeps_its_values() {
        let target = target("POST /v3/new/{id}/商品/a%2Fb");
        assert_eq!(
            target.operation.to_string(),
            "POST /v3/new/{id}/{segment_1}/{segment_2}"
        );
        let values: Vec<_> = target.path.iter().map(|(_, value)| &**value).collect();
        assert_eq!(values, ["商品", "a/b"]);
        assert!(!target.is_listed && target.has_placeholder("id"));
    }

    #[test]
    fn wrong_percent_encoding_is_refused() {
        for (text, wrong) in [
            ("GET /v3/refund/domestic/refunds/%ff", "%ff"),
            ("GET /v3/refund/domestic/refunds/a%zz", "a%zz"),
            ("GET /v3/refund/domestic/refunds/1?sub_mchid=1%2", "1%2"),
            ("GET /v3/new/%", "%"),
        ] {
            let failure = Target::parse(&[text.to_owned()], true).err().unwrap();
            let error = format!("`{wrong}` is no percent-encoded UTF-8");
            assert_eq!(failure.to_string(), error);
        }
    }

    #[test]
    fn empty_segments_are_refused_with_the_tidy_path() {
        for (text, path, tidy) in [
            (
                "get /v3/refund//domestic/refunds/1?a=//",
                "/v3/refund//domestic/refunds/1",
                "GET /v3/refund/domestic/refunds/1",
            ),
            (
                "/v3/refund/domestic/refunds/",
                "/v3/refund/domestic/refunds/",
                "/v3/refund/domestic/refunds",
            ),
            ("POST //v3/new", "//v3/new", "POST /v3/new"),
            (
                "https://api.mch.weixin.qq.com/v3/certificates/",
                "/v3/certificates/",
                "/v3/certificates",
            ),
        ] {
            let failure = Target::parse(&[text.to_owned()], true).err().unwrap();
            let error = format!("the path `{path}` has an empty segment");
            assert_eq!(failure.to_string(), error);
            let cures = [
                format!("write `{tidy}`, without `//` and without `/` at the end"),
                "or write the value that belongs between or after the slashes".to_owned(),
            ];
            assert_eq!(failure.cures(), cures);
        }
        assert!(Target::parse(&["GET /v3/certificates".to_owned()], false).is_ok());
        // Published with the slash.
        for path in ["applyment4sub/applyment/", "applyment4sub/applyment"] {
            let target = Target::parse(&[format!("POST /v3/{path}")], false).unwrap();
            assert_eq!(target.operation.path, "/v3/applyment4sub/applyment/");
        }
        for (text, error) in [
            (
                "GET /v3/new/../x",
                "the path `/v3/new/../x` has the segment `..`",
            ),
            ("GET /v3/./x", "the path `/v3/./x` has the segment `.`"),
            ("POST", "`POST` is a method without a path"),
        ] {
            let failure = Target::parse(&[text.to_owned()], true).err().unwrap();
            assert_eq!(failure.to_string(), error);
        }
    }

    #[test]
    fn the_path_with_the_fewest_placeholders_is_meant() {
        let target = target("POST /v3/profitsharing/orders/unfreeze");
        assert_eq!(target.path, []);
    }
}
