mod golden;
mod known;
mod messages;
