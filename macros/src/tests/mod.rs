mod catalogue;
mod deserialize;
mod golden;
mod messages;
mod sdks;
