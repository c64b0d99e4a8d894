-- Starts the server with the first document, and with a referat.json.
if vim.g.loaded_referat then
  return
end
vim.g.loaded_referat = true

if vim.lsp.config and vim.lsp.enable then
  -- Neovim 0.11 and newer: lsp/referat.lua says how, and vim.lsp.config("referat", …) can say otherwise.
  vim.lsp.enable("referat")
  return
end

local group = vim.api.nvim_create_augroup("referat", {})
vim.api.nvim_create_autocmd("FileType", {
  group = group,
  pattern = "referat",
  callback = function(event)
    require("referat").start(event.buf)
  end,
})
vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  group = group,
  pattern = "referat.json",
  callback = function(event)
    require("referat").start(event.buf)
  end,
})
