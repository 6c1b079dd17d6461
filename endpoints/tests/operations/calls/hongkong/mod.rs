//! 香港钱包.

mod payments;

products! {
    payments,
}
