//! The settings, as a user sees them who has forgotten one.

#![allow(clippy::unwrap_used, reason = "a test that panics fails")]

use std::process::Command;

#[test]
fn a_variable_that_is_missing_is_named() {
    let output = Command::new(env!("CARGO_BIN_EXE_cashier"))
        .env_clear()
        .env("WECHATPAY_MCHID", "1900000109")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(
        errors.contains("not set in the environment: WECHATPAY_SERIAL_NO"),
        "{errors}"
    );
}
