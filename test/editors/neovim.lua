-- Run by test/editors/run.mjs in a Neovim without a window, with the document open: does what a user does, and writes what came
-- of it to $REFERAT_RESULTS, a line each. It lives with Neovim 0.7 and newer.
local results = assert(io.open(vim.env.REFERAT_RESULTS, "w"))
local buffer = vim.api.nvim_get_current_buf()

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n"
end

--- Waits until `happened` gives something.
local function await(what, happened)
  local found
  local arrived = vim.wait(20000, function()
    found = happened()
    return found and true or false
  end, 10)
  if not arrived then
    error("no " .. what .. "; messages: " .. vim.fn.execute("messages"))
  end
  return found
end

local function step(name, work)
  local fine, problem = pcall(work)
  problem = fine and "" or tostring(problem):gsub("\n", " ")
  results:write((fine and "ok" or "failed") .. "\t" .. name .. "\t" .. problem .. "\n")
  results:flush()
end

local function same(found, wanted)
  if not vim.deep_equal(found, wanted) then
    error(vim.inspect(found) .. " instead of " .. vim.inspect(wanted), 2)
  end
end

local function client()
  local clients = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)
  for _, each in pairs(clients) do
    return each
  end
end

local function finding(code)
  for _, each in ipairs(vim.diagnostic.get(buffer)) do
    if each.code == code then
      return each
    end
  end
end

--- Puts the caret at words that stand in the document once.
local function go(words)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 })
      return
    end
  end
  error("not there: " .. words)
end

step("the document is known, and the server starts for it", function()
  same(vim.bo.filetype, "referat")
  local started = await("server", client)
  same(started.name, "referat")
  same(vim.fn.fnamemodify(started.config.root_dir, ":t"), vim.fn.fnamemodify(vim.fn.expand("%:p:h"), ":t"))
end)

step("what the editor colours itself is coloured", function()
  go("Punkt 1")
  same(vim.fn.synIDattr(vim.fn.synID(vim.fn.line("."), 1, 1), "name"), "referatItem")
end)

step("diagnostics lie under the words that they are about, behind æ and 😀 too", function()
  local weekday = await("finding of weekday", function()
    return finding("weekday")
  end)
  local line = vim.api.nvim_buf_get_lines(buffer, weekday.lnum, weekday.lnum + 1, false)[1]
  same(line:sub(weekday.col + 1, weekday.end_col), "tirsdag")
  same(weekday.source, "referat")
  assert(finding("section-name"), "the misspelt heading is found")
end)

step("the outline has the meeting, its items and sections", function()
  vim.lsp.buf.document_symbol()
  local entries = await("outline", function()
    local found = vim.list_extend(vim.fn.getqflist(), vim.fn.getloclist(0))
    return #found > 0 and found
  end)
  local names = table.concat(
    vim.tbl_map(function(entry)
      return entry.text
    end, entries),
    "\n"
  )
  for _, name in ipairs({ "Kulturudvalget i Sandby", "Ny svømmehal ved Strandvejen", "Sagsfremstilling", "Beslutning" }) do
    assert(names:find(name, 1, true), name .. " is not in " .. names)
  end
  vim.cmd("cclose | lclose")
end)

step("hover says what a date is", function()
  go("tirsdag")
  vim.lsp.buf.hover()
  local shown = await("hover", function()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= "" then
        return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), "\n")
      end
    end
  end)
  assert(shown:find("2026"), shown)
  vim.cmd("normal! j")
end)

step("completion offers what can stand there, in a form that the editor takes", function()
  assert(vim.bo.omnifunc:find("lsp.omnifunc"), vim.bo.omnifunc)
  go("Godkendt. Karen")
  vim.cmd("normal! o")
  vim.cmd("normal! o")
  local params = vim.lsp.util.make_position_params(0, client().offset_encoding)
  local answers = vim.lsp.buf_request_sync(buffer, "textDocument/completion", params, 20000)
  local _, answer = next(answers)
  local items = answer.result.items
  assert(#items > 0, "nothing is offered")
  local item_support = vim.lsp.protocol.make_client_capabilities().textDocument.completion.completionItem
  for _, item in ipairs(items) do
    assert(item_support.snippetSupport or item.insertTextFormat == 1, item.label .. " is a snippet")
  end
  vim.cmd("silent undo")
  vim.cmd("silent undo")
end)

step("a quick fix mends the weekday, and nothing else", function()
  local text = lines()
  go("tirsdag")
  local offered
  vim.ui.select = function(items, options, choose)
    offered = vim.tbl_map(options.format_item or tostring, items)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  await("fix", function()
    return lines() ~= text
  end)
  same(lines(), (text:gsub("tirsdag", "onsdag")))
  assert(offered[1]:find("nsdag"), offered[1])
end)

step("one undo takes the fix back, and a redo makes it again", function()
  local text = lines()
  vim.cmd("silent undo")
  assert(lines():find("tirsdag"), "the fix is undone")
  vim.cmd("silent redo")
  same(lines(), text)
end)

step("the finding is gone then", function()
  await("end of the finding", function()
    return not finding("weekday")
  end)
end)

step("formatting takes the blanks away", function()
  if vim.lsp.buf.format then
    vim.lsp.buf.format({ async = false, timeout_ms = 20000 })
  else
    vim.lsp.buf.formatting_sync(nil, 20000)
  end
  assert(lines():find("planen\n\nBeslutning", 1, true), lines())
end)

step("a person is renamed everywhere", function()
  go("Karen Høst, A")
  vim.lsp.buf.rename("Karen Holm")
  await("new name", function()
    return not lines():find("Karen Høst", 1, true)
  end)
end)

step("it is saved as it stands", function()
  vim.cmd("silent write")
end)

step("a referat.json is checked too, by the same server", function()
  local server = client().id
  vim.cmd("silent edit referat.json")
  local json = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(json, 0, -1, false, { '{ "rules": { "weekday": "nej" } }' })
  local problem = await("finding of config", function()
    return vim.diagnostic.get(json)[1]
  end)
  same(problem.code, "config")
  vim.cmd("buffer! " .. buffer)
  same(client().id, server)
end)

step("the server ends with the editor's word", function()
  local running = client()
  if vim.lsp.get_clients and vim.fn.has("nvim-0.11") == 1 then
    running:stop()
  else
    running.stop()
  end
  await("end of the server", function()
    return not client()
  end)
end)

results:close()
vim.cmd("qall!")
