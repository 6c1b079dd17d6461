//! 消费者投诉.

mod consumer;

products! {
    consumer,
}
