-- The language server of Referat, for Neovim 0.7 and newer. Two variables say otherwise than what stands here, set before
-- the first document is opened:
--   vim.g.referat_cmd = { "node", "/sti/til/dist/cli.js", "lsp", "--stdio" }
--   vim.g.referat_settings = { language = "en", diagnostics = { delay = 200 } }
local M = {}

--- The folder whose documents belong together: that of the nearest referat.json, the repository, or the document's own.
function M.root(path)
  local folder = path == "" and vim.fn.getcwd() or vim.fn.fnamemodify(path, ":p:h")
  local above = folder .. ";"
  local config = vim.fn.findfile("referat.json", above)
  if config ~= "" then
    return vim.fn.fnamemodify(config, ":p:h")
  end
  local repository = vim.fn.finddir(".git", above)
  if repository ~= "" then
    return vim.fn.fnamemodify(repository, ":p:h:h")
  end
  return folder
end

--- What every version of Neovim starts the server with.
function M.config()
  local settings = vim.g.referat_settings or vim.empty_dict()
  return {
    name = "referat",
    cmd = vim.g.referat_cmd or { "referat", "lsp", "--stdio" },
    init_options = settings,
    settings = { referat = settings },
    on_attach = M.on_attach,
  }
end

--- The keys that Neovim 0.11 brings itself, where they mean nothing yet; and completion with CTRL-X CTRL-O.
function M.on_attach(_, buffer)
  vim.bo[buffer].omnifunc = "v:lua.vim.lsp.omnifunc"
  if vim.fn.has("nvim-0.11") == 1 then
    return
  end
  for keys, action in pairs({
    K = vim.lsp.buf.hover,
    gra = vim.lsp.buf.code_action,
    grn = vim.lsp.buf.rename,
    grr = vim.lsp.buf.references,
    gO = vim.lsp.buf.document_symbol,
    ["<C-]>"] = vim.lsp.buf.definition,
  }) do
    if vim.fn.maparg(keys, "n") == "" then
      vim.keymap.set("n", keys, action, { buffer = buffer })
    end
  end
end

local clients = {}

--- Neovim 0.7 to 0.10: one server for each folder serves all documents in it.
function M.start(buffer)
  local config = M.config()
  config.root_dir = M.root(vim.api.nvim_buf_get_name(buffer))
  if vim.lsp.start then
    vim.lsp.start(config, { bufnr = buffer })
    return
  end
  local client = clients[config.root_dir]
  if not client or vim.lsp.client_is_stopped(client) then
    client = vim.lsp.start_client(config)
    clients[config.root_dir] = client
  end
  if client then
    vim.lsp.buf_attach_client(buffer, client)
  end
end

return M
