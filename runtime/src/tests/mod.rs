mod uploads;
mod vectors;
