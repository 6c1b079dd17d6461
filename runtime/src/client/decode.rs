//! The last step of a call: decodes the checked body into the declared type.

use std::{any::TypeId, fmt, sync::Arc};

use serde::de::DeserializeOwned;
use tokio::time::Instant;

use super::CallRecord;
use crate::{
    call_error::{DecodeError, Error},
    json::{self, JsonError},
    request::sensitive::{self, FieldDecryptor, FindCiphertexts},
    sign::Merchant,
    verify::{CheckedBody, Verified},
};

/// A checked body, and the keys that decrypt its sensitive fields.
pub struct UndecodedResponse {
    body: CheckedBody,
    decryptor: FieldDecryptor,
    record: CallRecord,
}

impl UndecodedResponse {
    pub(crate) async fn new(
        body: CheckedBody,
        merchants: Arc<[Merchant]>,
        find_ciphertexts: FindCiphertexts,
        deadline: Instant,
        record: CallRecord,
    ) -> Self {
        let decryptor =
            FieldDecryptor::prepare(merchants, body.bytes(), find_ciphertexts, deadline).await;
        Self {
            body,
            decryptor,
            record,
        }
    }

    /// Decodes the value.
    pub(crate) fn decode<T: DeserializeOwned + 'static>(self) -> Result<T, Error> {
        let decoded = self.value::<T>();
        let Self { body, record, .. } = self;
        record.end(decoded.map_err(|source| DecodeError::new::<T>(body, source).into()))
    }

    /// Decodes the value and keeps the proof that WeChat Pay signed it.
    pub(crate) fn decode_verified<T: DeserializeOwned + 'static>(
        self,
    ) -> Result<Verified<T>, Error> {
        let decoded = self.value::<T>();
        let Self { body, record, .. } = self;
        record.end(match decoded {
            Ok(value) => body.try_into_verified(value).map_err(Error::from),
            Err(source) => Err(DecodeError::new::<T>(body, source).into()),
        })
    }

    /// `()` accepts any text. An empty body is read as `{}`, or as nothing. Any other body must be a JSON object.
    fn value<T: DeserializeOwned + 'static>(&self) -> Result<T, JsonError> {
        let body = self.body.bytes();
        if TypeId::of::<T>() == TypeId::of::<()>() {
            json::text(body)?;
            json::read_nothing()
        } else if body.is_empty() {
            json::read_empty()
        } else {
            sensitive::decrypting(&self.decryptor, || json::read_object(body))
        }
    }
}

impl fmt::Debug for UndecodedResponse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UndecodedResponse").finish_non_exhaustive()
    }
}

/// The ciphertexts that decoding a `T` meets in a body, and that `decryptor` has not decrypted yet.
pub(crate) fn find_ciphertexts<T: DeserializeOwned>(
    body: &[u8],
    decryptor: FieldDecryptor,
) -> Vec<String> {
    sensitive::collecting_ciphertexts(decryptor, || json::read::<T>(body))
}
