mod catalogue;
mod golden;
mod messages;
