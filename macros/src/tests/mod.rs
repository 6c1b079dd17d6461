mod catalogue;
mod golden;
mod messages;
mod sdks;
