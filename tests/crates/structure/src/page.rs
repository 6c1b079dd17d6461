//! The two tables of CONTRIBUTING.md that repeat `CALL` and `ORDER`.

use crate::{call::CALL, order::ORDER};

/// The first difference between each table and the code.
pub fn differences(page: &str) -> Vec<String> {
    let functions = rows(page, "The way of one call").map(|row| {
        let mut names = quoted(row);
        let function = names.next().unwrap_or_default();
        let function = function.rsplit("::").next().unwrap_or_default();
        format!("{function} in {}", names.next().unwrap_or_default())
    });
    let call = CALL.iter().map(|(function, file)| {
        let folder = file.split(['/', '.']).next().unwrap_or_default();
        format!("{function} in {folder}")
    });
    let modules = rows(page, "The map").flat_map(|row| {
        let first = row.split('|').nth(1).unwrap_or_default();
        quoted(first).map(str::to_owned)
    });
    let order = ORDER.iter().map(|module| (*module).to_owned());
    let call = difference("The way of one call", functions.collect(), call.collect());
    let map = difference("The map", modules.collect(), order.collect());
    call.into_iter().chain(map).collect()
}

fn difference(heading: &str, table: Vec<String>, code: Vec<String>) -> Option<String> {
    let mut places = 0..table.len().max(code.len());
    let place = places.find(|place| table.get(*place) != code.get(*place))?;
    let at = |names: &[String]| names.get(place).map_or("nothing", |name| name).to_owned();
    Some(format!(
        "CONTRIBUTING.md, {heading}, place {}: {} where the code declares {}",
        place + 1,
        at(&table),
        at(&code)
    ))
}

/// The rows of the first table below a heading, except its head.
fn rows<'p>(page: &'p str, heading: &str) -> impl Iterator<Item = &'p str> {
    let heading = format!("## {heading}");
    let section = page.lines().skip_while(move |line| *line != heading);
    let section = section.skip(1).take_while(|line| !line.starts_with("## "));
    let table = section.skip_while(|line| !line.starts_with('|'));
    table.take_while(|line| line.starts_with('|')).skip(2)
}

/// The texts between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}
