//! The tests of the sandbox, in one program: it compiles sooner than one for each file, and tests that wait do so together.

mod bills;
mod clock;
mod codes;
mod combined;
mod control;
mod echo;
mod ecommerce;
mod faults;
mod files;
mod guard;
mod notifications;
mod notify_urls;
mod numbers;
mod orders;
mod page;
mod page_products;
mod papay;
mod payscore;
mod proxy;
mod refunds;
mod requests;
mod sharing;
mod shop;
mod start;
mod transfers;
mod versions;
