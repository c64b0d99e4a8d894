vim.api.nvim_create_autocmd({ "BufRead", "BufNewFile" }, {
  pattern = { "*.referat", "*.dagsorden" },
  command = "setfiletype referat",
})
