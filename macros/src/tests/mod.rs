mod golden;
mod messages;
