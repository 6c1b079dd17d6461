//! 境外收单.

mod complaints;
mod customs;
mod merchants;
mod papay;
mod payments;
mod profit_sharing;

products! {
    complaints,
    customs,
    merchants,
    papay,
    payments,
    profit_sharing,
}
