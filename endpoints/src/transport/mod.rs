//! 交通出行.

pub mod etc;
pub mod parking;
pub mod ride;
pub mod taxi_invoices;
