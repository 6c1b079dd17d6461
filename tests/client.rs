//! The tests of the client, in one program: it compiles sooner than one for each file, and tests that wait do so together.
//!
//! Tests that need a process of their own are programs of their own (Cargo.toml).

mod advice;
mod bodies;
mod calls;
mod certificate_downloads;
mod certificate_lists;
mod certificates;
mod connections;
mod declarations;
mod decoding;
mod deserialize;
mod diagnosis;
mod downloads;
mod encoding;
mod faults;
mod files;
mod gateway;
mod gateway_merchants;
mod headers;
mod hosts;
mod keys;
mod mocks;
mod notification_servers;
mod notifications;
mod operations;
mod pay;
mod pkcs12;
mod proxy;
mod queries;
mod redaction;
mod repeats;
mod sensitive_fields;
mod sensitive_members;
mod shared_connections;
mod signers;
mod tls;
mod trait_objects;
mod uploads;
mod validation;
mod values;
mod vectors;
mod verification;
