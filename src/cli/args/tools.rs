//! What was said to the subcommands around specs: formatting, shell completions, manual pages, the schema for editors.

use std::path::PathBuf;

use clap::Args;
use clap_complete::Shell;

use super::MessageFormat;

const FMT_HELP: &str = "\
Without PATH all specs below the working folder are formatted: files that end in .yaml or .yml
and have `synth:` as a key. Folders whose names begin with a dot are left out.

What is canonical:
  the order of the keys that the language names; tables, columns, choices and outputs keep theirs
  two blanks a level, brackets on one line of up to 120 characters, else a line for each entry
  quotes around texts, none around names, counts and durations
Comments, blank lines, blocks and columns of values stay.";

/// `synth fmt`.
#[derive(Debug, Args)]
#[command(after_help = FMT_HELP)]
pub struct Fmt {
    /// Specs, or folders of them; `-` formats standard input to standard output
    #[arg(value_name = "PATH", default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// Write nothing; name the files that would change and how, and exit with 1 if there are any
    #[arg(long)]
    pub check: bool,
    /// Write shorthands in their long form
    #[arg(long)]
    pub explicit: bool,
    #[command(flatten)]
    pub form: MessageFormat,
}

const COMPLETIONS_HELP: &str = "\
Where the script goes:
  bash        synth completions bash > ~/.local/share/bash-completion/completions/synth
  zsh         synth completions zsh > a folder of $fpath/_synth
  fish        synth completions fish > ~/.config/fish/completions/synth.fish
  powershell  synth completions powershell >> $PROFILE
  elvish      synth completions elvish >> ~/.config/elvish/rc.elv";

/// `synth completions`.
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS_HELP)]
pub struct Completions {
    /// The shell
    pub shell: Shell,
}

/// `synth man`.
#[derive(Debug, Args)]
pub struct Man {
    /// Write a page for each subcommand into this folder
    #[arg(long, value_name = "DIR")]
    pub dir: Option<PathBuf>,
}

const SCHEMA_HELP: &str = "\
With --install the schema goes to .synth/synth-1.schema.json below the working folder, which should
be the project's, and is named in the editor's settings of this project:
  vscode   .vscode/settings.json, for the extension redhat.vscode-yaml
  neovim   .nvim.lua, for yaml-language-server by way of nvim-lspconfig; needs `vim.o.exrc = true`
  helix    .helix/languages.toml, for yaml-language-server
What stands in these files already stays. Where that cannot be had, what to add is printed.";

/// `synth schema`.
#[derive(Debug, Args)]
#[command(after_help = SCHEMA_HELP)]
pub struct Schema {
    /// Make this editor check and complete the specs of the project
    #[arg(long, value_name = "EDITOR", value_enum)]
    pub install: Option<Editor>,
    /// Files that the editor takes for specs; by default the specs below the working folder, or specs/**/*.yaml
    #[arg(long, value_name = "GLOB", requires = "install")]
    pub glob: Vec<String>,
}

/// Editors whose settings are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Editor {
    /// Visual Studio Code.
    Vscode,
    /// Neovim.
    Neovim,
    /// Helix.
    Helix,
}
