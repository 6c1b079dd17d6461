mod messages;
mod uploads;
mod vectors;
