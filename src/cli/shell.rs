//! The command line's definition -> completions for shells and manual pages.

use std::io;

use clap::CommandFactory;
use clap_mangen::Man as Page;

use super::args::{Cli, Completions, Man};
use super::exit::Exit;
use super::report::{Reporter, say};
use super::terminal::{Terminal, put};
use super::write::replace;

/// Runs `synth completions`.
///
/// # Errors
/// Standard output cannot be written.
pub fn completions(args: &Completions) -> io::Result<Exit> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "synth", &mut script);
    put(&String::from_utf8_lossy(&script)).map(|()| Exit::Done)
}

/// Runs `synth man`.
///
/// # Errors
/// Standard output cannot be written.
pub fn man(args: &Man, terminal: Terminal) -> io::Result<Exit> {
    let mut command = Cli::command();
    command.build();
    let Some(folder) = &args.dir else {
        return put(&page(&Page::new(command))?).map(|()| Exit::Done);
    };
    let subcommands: Vec<_> = command.get_subcommands().filter(|sub| !sub.is_hide_set()).cloned().collect();
    let pages: Vec<Page> = [command].into_iter().chain(subcommands).map(Page::new).collect();
    for made in &pages {
        if let Err(error) = replace(&folder.join(made.get_filename()), &page(made)?) {
            let found = error.into();
            Reporter::new("full", terminal).report(&found, None);
            return Ok(Exit::of(&found));
        }
    }
    say(&format!("wrote {} pages into {}\n", pages.len(), folder.display()));
    Ok(Exit::Done)
}

/// A page's text.
fn page(page: &Page) -> io::Result<String> {
    let mut text = Vec::new();
    page.render(&mut text)?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}
