-- How a document is written: long lines are wrapped on the screen only, and nothing breaks them.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

vim.opt_local.commentstring = "<!-- %s -->"
vim.opt_local.textwidth = 0
vim.opt_local.formatoptions:remove({ "t", "c" })
vim.opt_local.wrap = true
vim.opt_local.linebreak = true
vim.opt_local.breakindent = true
vim.b.undo_ftplugin = "setlocal commentstring< textwidth< formatoptions< wrap< linebreak< breakindent<"
