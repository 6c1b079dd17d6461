//! 交通出行.

mod etc;
mod parking;
mod ride;
mod taxi_invoices;

products! {
    etc,
    parking,
    ride,
    taxi_invoices,
}
