//! The response to a program, as WeChat Pay makes it, with the fault that the user of the sandbox has added.

use std::io;

use hyper::{Request, Response, body::Incoming};
use wechatpay_client::gateway::{ReceivedRequest, ScriptedResponse, sandbox::ScriptedBody};

use crate::{bill, certificates, request_log::Pending, server::Server, unknown};

impl Server {
    /// Responds to a request. An error closes the connection without a response.
    pub(crate) async fn exchange(
        &self,
        scheme: &str,
        request: Request<Incoming>,
        pending: &mut Pending<'_>,
    ) -> io::Result<Response<ScriptedBody>> {
        let (method, path) = (request.method().as_str(), request.uri().path());
        if let Some(fault) = self.faults.of_unread(method, path) {
            pending.note_fault(&fault);
            return Err(io::ErrorKind::ConnectionAborted.into());
        }
        let (read, _memory) = self.read(scheme, request).await?;
        let Some(mut request) = read else {
            return self.handler.too_large();
        };
        pending.note_sender(&request);
        let response = match self.handler.check(&mut request) {
            Ok(()) => self.execute(&request, pending).await,
            // A request that is refused gets no fault, and takes none.
            Err(refusal) => refusal,
        };
        pending.note_response(&request, &response);
        self.handler.send(&request, &response).await
    }

    /// Executes a checked request, unless it has a fault that prevents that.
    async fn execute(
        &self,
        request: &ReceivedRequest,
        pending: &mut Pending<'_>,
    ) -> ScriptedResponse {
        let operation = (request.method(), request.path());
        let before = self.faults.before(operation.0, operation.1);
        if let Some(fault) = &before {
            pending.note_fault(fault);
            if let Some(response) = fault.instead().await {
                return response;
            }
        }
        let sender = self.handler.sender(request);
        let now = self.now();
        let known = self.book.respond(&sender, request, now).await;
        let known = known.or_else(|| {
            let example = self.handler.known_response(request)?;
            let checked = certificates::check(request, &sender);
            let checked = checked.and_then(|()| bill::check(request, now));
            Some(checked.map_or_else(Into::into, |()| example))
        });
        let response = known.unwrap_or_else(|| unknown::response(request));
        if before.is_some() {
            return response;
        }
        match self.faults.after(operation, &response) {
            Some(fault) => {
                pending.note_fault(&fault);
                fault.spoil(response)
            }
            None => response,
        }
    }
}
