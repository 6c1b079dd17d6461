//! OpenSSL runs out of random bytes after a request was sent: the outcome stays unknown, and the error holds the
//! frozen request.

use std::{
    ffi::c_int,
    fs::File,
    io::Read,
    slice,
    sync::atomic::{AtomicBool, Ordering},
};

use serde_json::{Value, json};
use wechatpay_client::{
    Outcome, Result,
    gateway::{Fault, Gateway, ScriptedResponse},
    wechatpay_api,
};

const REFUNDS: &str = "/v3/refund/domestic/refunds";

static EXHAUSTED: AtomicBool = AtomicBool::new(false);

#[wechatpay_api]
trait Refunds {
    #[wechatpay_api(POST "/v3/refund/domestic/refunds")]
    async fn refund(&self, body: &Value) -> Result<Value>;

    #[wechatpay_api(POST "/v3/refund/domestic/refunds", idempotent)]
    async fn refund_with_retries(&self, body: &Value) -> Result<Value>;
}

/// `RAND_METHOD` of OpenSSL.
#[repr(C)]
struct RandMethod {
    seed: Option<extern "C" fn()>,
    bytes: extern "C" fn(*mut u8, c_int) -> c_int,
    cleanup: Option<extern "C" fn()>,
    add: Option<extern "C" fn()>,
    pseudorand: extern "C" fn(*mut u8, c_int) -> c_int,
    status: extern "C" fn() -> c_int,
}

static METHOD: RandMethod = RandMethod {
    seed: None,
    bytes,
    cleanup: None,
    add: None,
    pseudorand: bytes,
    status,
};

extern "C" fn bytes(buffer: *mut u8, length: c_int) -> c_int {
    let Ok(length) = usize::try_from(length) else {
        return 0;
    };
    if EXHAUSTED.load(Ordering::SeqCst) {
        return 0;
    }
    // Safety: OpenSSL gives a buffer of this length.
    let buffer = unsafe { slice::from_raw_parts_mut(buffer, length) };
    let random = File::open("/dev/urandom").and_then(|mut file| file.read_exact(buffer));
    c_int::from(random.is_ok())
}

extern "C" fn status() -> c_int {
    1
}

unsafe extern "C" {
    fn RAND_set_rand_method(method: *const RandMethod) -> c_int;
}

#[cfg(not(unix))]
fn main() {}

#[cfg(unix)]
fn main() {
    openssl_sys::init();
    // Safety: the method is static, and of the layout that OpenSSL declares.
    assert_eq!(unsafe { RAND_set_rand_method(&METHOD) }, 1);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(the_outcome_of_a_request_that_was_sent_stays_unknown());
    runtime.block_on(a_request_that_was_not_sent_is_not_executed());
    println!("ok");
}

async fn the_outcome_of_a_request_that_was_sent_stays_unknown() {
    let gateway = Gateway::start().await.unwrap();
    // The request is read whole; from then on there are no random bytes.
    gateway.respond_with("POST", REFUNDS, |_| {
        EXHAUSTED.store(true, Ordering::SeqCst);
        ScriptedResponse::ok(json!({})).with_fault(Fault::DropAfterRead)
    });
    let body = json!({ "out_refund_no": "1" });
    for retries in [false, true] {
        EXHAUSTED.store(false, Ordering::SeqCst);
        let client = gateway.client().build().unwrap();
        let error = match retries {
            false => client.refund(&body).await.unwrap_err(),
            true => client.refund_with_retries(&body).await.unwrap_err(),
        };
        assert!(EXHAUSTED.load(Ordering::SeqCst));
        assert_eq!(
            error.outcome(),
            Outcome::Unknown,
            "retries: {retries}: {error:?}"
        );
        let frozen = error.frozen_request().expect("the frozen request is lost");
        assert_eq!(frozen.body(), serde_json::to_vec(&body).unwrap());
        assert!(!frozen.id().is_empty());
        // The frozen request can still be stored, for another process to repeat.
        serde_json::to_string(frozen).unwrap();
    }
    assert_eq!(gateway.requests().len(), 2);
}

async fn a_request_that_was_not_sent_is_not_executed() {
    EXHAUSTED.store(false, Ordering::SeqCst);
    let gateway = Gateway::start().await.unwrap();
    gateway.respond("POST", REFUNDS, ScriptedResponse::ok(json!({})));
    let client = gateway.client().build().unwrap();
    EXHAUSTED.store(true, Ordering::SeqCst);
    let error = client.refund(&json!({})).await.unwrap_err();
    EXHAUSTED.store(false, Ordering::SeqCst);
    assert_eq!(error.outcome(), Outcome::NotExecuted, "{error:?}");
    assert!(gateway.requests().is_empty());
    client.refund(&json!({})).await.unwrap();
}
