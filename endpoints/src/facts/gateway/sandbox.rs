//! The facts as the known operations of `wechatpay sandbox`, which sends notifications.

use wechatpay_client::{
    gateway::{OperationRequest, Operations, ParamError, ScriptedResponse},
    validation::ViolationKind,
};

use super::{Example, Facts, Operation, notify_urls::NotifyUrls};

/// As strict as [`Facts`], and refuses addresses that no notification can be sent to.
struct SandboxOperations<'a>(&'a Facts);

impl Facts {
    /// The known operations of `wechatpay sandbox`.
    #[doc(hidden)]
    pub fn for_sandbox(&self) -> impl Operations + '_ {
        SandboxOperations(self)
    }

    /// The [mistakes](Facts::mistakes) in a request to `wechatpay sandbox`, which sends notifications to this machine.
    #[doc(hidden)]
    #[must_use]
    pub fn sandbox_mistakes(&self, operation: &Operation, request: &Example) -> Vec<ParamError> {
        self.of_values(operation, request, Some(NotifyUrls::Local))
    }

    /// The reason why `wechatpay sandbox` can send no notification to an address.
    #[doc(hidden)]
    #[must_use]
    pub fn sandbox_notify_url_violation(url: &str) -> Option<ViolationKind> {
        NotifyUrls::Local.violation_of(&url.into())
    }
}

impl Operations for SandboxOperations<'_> {
    fn check(&self, request: &OperationRequest<'_>) -> Result<(), ParamError> {
        self.0.check_request(request, NotifyUrls::Local)
    }

    fn allows_null(&self, request: &OperationRequest<'_>, pointer: &str) -> bool {
        self.0.allows_null(request, pointer)
    }

    fn respond(&self, request: &OperationRequest<'_>) -> Option<ScriptedResponse> {
        self.0.respond(request)
    }

    fn similar(&self, method: &str, path: &str) -> Vec<String> {
        self.0.similar(method, path)
    }
}
