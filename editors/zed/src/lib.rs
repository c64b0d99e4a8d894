use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result, Worktree};

struct Referat;

impl zed::Extension for Referat {
    fn new() -> Self {
        Referat
    }

    /// The command that the settings name (`lsp.referat.binary`), or `referat` from the PATH.
    fn language_server_command(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<zed::Command> {
        let binary = LspSettings::for_worktree(id.as_ref(), worktree)
            .ok()
            .and_then(|settings| settings.binary);
        let named = binary.as_ref().and_then(|binary| binary.path.clone());
        let command = named
            .or_else(|| worktree.which("referat"))
            .ok_or("referat er ikke installeret: npm install -g referat-server-<version>.tgz")?;
        let args = binary
            .and_then(|binary| binary.arguments)
            .unwrap_or_else(|| vec!["lsp".into(), "--stdio".into()]);
        Ok(zed::Command {
            command,
            args,
            env: worktree.shell_env(),
        })
    }

    /// What the settings say under `lsp.referat.initialization_options`.
    fn language_server_initialization_options(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        Ok(LspSettings::for_worktree(id.as_ref(), worktree)?.initialization_options)
    }
}

zed::register_extension!(Referat);
