//! 消费者投诉.

pub mod consumer;
