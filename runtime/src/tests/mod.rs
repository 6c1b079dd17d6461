mod errors;
mod messages;
mod uploads;
mod vectors;
