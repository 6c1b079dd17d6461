//! The body of a declaration.

use super::Check;
use crate::{catalogue::Body, errors::Errors, flag::Flag};

impl Check<'_> {
    /// Reports a body of an operation that takes none.
    pub(super) fn surplus_body(&self, errors: &mut Errors) {
        let body = self.args.body.as_ref().filter(|body| !body.unlisted);
        if let (Some(body), Body::None) = (body, self.operation.body) {
            errors.at(
                &body.ident,
                format!(
                    "{} takes no body: remove `body`\nif this has changed, mark the body with `#[unlisted]`: \
                     `#[unlisted] body`",
                    self.operation
                ),
            );
        }
    }

    /// Reports a body or a file that the operation needs and that is not declared.
    pub(super) fn missing_body(&self, errors: &mut Errors) {
        if self.endpoint.flags.has(Flag::Upload) || !self.operation.body_confirmed {
            return;
        }
        let method_name = self.method_name;
        match self.operation.body {
            Body::Json if self.args.body.is_none() => {
                let problem = format!("needs a body: add `body: &…` to the method `{method_name}`");
                self.report_missing("body", &problem, errors);
            }
            Body::Upload => {
                let problem = format!(
                    "takes a file: add the option `upload`, and `file: &wechatpay_client::UploadFile` to \
                     the method `{method_name}`"
                );
                self.report_missing("upload", &problem, errors);
            }
            Body::None | Body::Json => {}
        }
    }
}
