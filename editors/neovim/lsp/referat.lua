-- Neovim 0.11 and newer read this; older ones are served by plugin/referat.lua.
local referat = require("referat")
local config = referat.config()

-- Of the files in JSON only referat.json is the server's.
config.filetypes = { "referat", "json", "jsonc" }
config.root_dir = function(buffer, on_dir)
  local path = vim.api.nvim_buf_get_name(buffer)
  if vim.bo[buffer].filetype == "referat" or vim.fn.fnamemodify(path, ":t") == "referat.json" then
    on_dir(referat.root(path))
  end
end

return config
