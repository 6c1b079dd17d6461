//! The check of a response: success or error, verified or not.

use bytes::Bytes;
use http::{Response, StatusCode};
use tokio::time::Instant;

use super::{Shared, core::SigningInputs};
use crate::{
    call_error::{ApiError, RequestIdNumbers, Result},
    request::FrozenRequest,
    verify::{CheckedBody, RefreshReason, Verified, is_signed},
};

impl Shared {
    /// Returns the body if the response verifies and is a success; an error response becomes an [`ApiError`].
    pub(super) async fn check_response(
        &self,
        request: &FrozenRequest,
        response: Response<Bytes>,
        inputs: &SigningInputs,
        deadline: Instant,
    ) -> Result<CheckedBody> {
        let success = is_success(response.status(), request.options.accepted);
        if success && request.options.unsigned && !is_signed(response.headers()) {
            return Ok(CheckedBody::declared_unsigned(response));
        }
        if !response.status().is_success() && !is_signed(response.headers()) {
            let error = ApiError::from_unverified(&response);
            let error = error.with_diagnosis(&response, &inputs.signed(request), &inputs.merchant);
            let error = error.with_asked(request.target(), request.body());
            return Err(error.into());
        }
        if success {
            return Ok(self.verify(response, deadline).await?.into());
        }
        let numbers = RequestIdNumbers::from_headers(response.headers());
        let verified = self.verify(response, deadline).await?;
        let error = ApiError::from_verified(&verified).with_request_id_numbers(numbers);
        let error = error.with_asked(request.target(), request.body());
        Err(error.with_method(&request.method).into())
    }

    /// Verifies a response. If its key is unknown, downloads the platform certificates and verifies again.
    async fn verify(
        &self,
        response: Response<Bytes>,
        deadline: Instant,
    ) -> Result<Verified<Bytes>> {
        let verifier = &self.core.verifier;
        let clock = self.core.network.clock;
        let failure = match verifier.verify(response, clock.now()) {
            Ok(verified) => return Ok(verified),
            Err(failure) => failure,
        };
        let downloadable = verifier
            .platform_certificates()
            .zip(failure.kind().downloadable_key_id());
        let Some((certificates, key_id)) = downloadable else {
            return Err(failure.into());
        };
        // A failed download needs no report of its own: the second verification fails with the reason.
        drop(
            self.refresh_and_wait(certificates, RefreshReason::UnknownKeyId(key_id), deadline)
                .await,
        );
        Ok(verifier.verify(failure.into_response(), clock.now())?)
    }
}

/// True for every 2xx but 202, which means "accepted, not yet done". If the operation is declared `accepted`, 202
/// is its success.
pub(super) fn is_success(status: StatusCode, accepted: bool) -> bool {
    status.is_success() && (status != StatusCode::ACCEPTED || accepted)
}
