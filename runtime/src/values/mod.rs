//! Values of requests and responses that are more than their JSON: amounts of money and times.

mod date_time;
mod fen;

pub use self::{
    date_time::{DateTime, DateTimeError},
    fen::{Fen, FenError},
};
