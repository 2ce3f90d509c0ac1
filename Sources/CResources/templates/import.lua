-- Makes of a document what a letter in Markdown can hold: every cell of a table is one line, notes stand at
-- the end in Markdown's own way, nothing is lost to metadata. What is left out is counted on standard error.

local pictures = 0
local notes = {}

local function append(list, more)
  for _, item in ipairs(more) do list[#list + 1] = item end
end

-- The inlines of blocks, `mark` between two of them.
local function flat(blocks, mark)
  local result = {}
  local function add(inlines)
    if #inlines == 0 then return end
    if #result > 0 then append(result, mark()) end
    append(result, inlines)
  end
  local function items(list, label)
    for number, item in ipairs(list) do
      local inlines = { pandoc.Str(label(number)), pandoc.Space() }
      append(inlines, flat(item, mark))
      add(inlines)
    end
  end
  for _, block in ipairs(blocks) do
    if block.t == 'Para' or block.t == 'Plain' or block.t == 'Header' then
      add(block.content)
    elseif block.t == 'BulletList' then
      items(block.content, function() return '•' end)
    elseif block.t == 'OrderedList' then
      local start = block.start or 1
      items(block.content, function(number) return (start + number - 1) .. '.' end)
    elseif block.t == 'LineBlock' then
      for _, line in ipairs(block.content) do add(line) end
    elseif block.t == 'CodeBlock' then
      add({ pandoc.Code((block.text:gsub('%s+', ' '))) })
    elseif block.t == 'DefinitionList' then
      for _, entry in ipairs(block.content) do
        add(entry[1])
        for _, meaning in ipairs(entry[2]) do add(flat(meaning, mark)) end
      end
    elseif block.t == 'Table' then
      local simple = pandoc.utils.to_simple_table(block)
      local rows = { simple.headers }
      append(rows, simple.rows)
      for _, row in ipairs(rows) do
        local line = {}
        for _, cell in ipairs(row) do
          local content = flat(cell, function() return { pandoc.Space() } end)
          if #line > 0 and #content > 0 then append(line, { pandoc.Str(','), pandoc.Space() }) end
          append(line, content)
        end
        add(line)
      end
    elseif block.content then
      add(flat(block.content, mark))
    end
  end
  return result
end

-- In a cell of a pipe table only this ends a line.
local function cell_break() return { pandoc.RawInline('commonmark', '<br>') } end

local function space() return { pandoc.Space() } end

-- Line ends within a cell would end its row.
local in_cell = {
  LineBreak = cell_break,
  SoftBreak = function() return pandoc.Space() end,
}

local function line_cell(blocks)
  local inlines = flat(blocks, cell_break)
  if #inlines == 0 then return {} end
  return { pandoc.walk_block(pandoc.Plain(inlines), in_cell) }
end

-- What stands before the first word of a row that is a head, where pandoc's reader knows no heads (ODT).
local head_mark = '\u{E002}'

-- Whether a row is marked as a head; the mark is taken away.
local function is_marked(row)
  local found = false
  for i, cell in ipairs(row) do
    row[i] = pandoc.walk_block(pandoc.Div(cell), {
      Str = function(word)
        if word.text:sub(1, #head_mark) ~= head_mark then return nil end
        found = true
        return pandoc.Str(word.text:sub(#head_mark + 1))
      end,
    }).content
  end
  return found
end

local function to_table(block)
  local simple = pandoc.utils.to_simple_table(block)
  if simple.rows[1] and is_marked(simple.rows[1]) then simple.headers = table.remove(simple.rows, 1) end
  local empty = true
  for i, cell in ipairs(simple.headers) do
    simple.headers[i] = line_cell(cell)
    empty = empty and #simple.headers[i] == 0
  end
  for _, row in ipairs(simple.rows) do
    for i, cell in ipairs(row) do row[i] = line_cell(cell) end
  end
  local caption = simple.caption
  simple.caption = {}
  -- Widths would make the writer give up pipes.
  for i in ipairs(simple.widths) do simple.widths[i] = 0 end
  local result = {}
  if #caption > 0 then result[1] = pandoc.Para(caption) end
  -- A table of one column without a head is a frame, not a table.
  if #simple.aligns == 1 and empty then
    for _, row in ipairs(simple.rows) do
      if #row[1] > 0 then
        local lines, line = {}, {}
        for _, inline in ipairs(row[1][1].content) do
          if inline.t == 'RawInline' and inline.text == '<br>' then
            lines[#lines + 1] = pandoc.Para(line)
            line = {}
          else
            line[#line + 1] = inline
          end
        end
        lines[#lines + 1] = pandoc.Para(line)
        append(result, lines)
      end
    end
    return result
  end
  result[#result + 1] = pandoc.utils.from_simple_table(simple)
  return result
end

local function to_mark(note)
  local number = #notes + 1
  local mark = '[^' .. number .. ']'
  local content = { pandoc.RawInline('commonmark', mark .. ':'), pandoc.Space() }
  append(content, flat(note.content, space))
  notes[number] = pandoc.walk_block(pandoc.Para(content), { LineBreak = space, SoftBreak = space })
  return pandoc.RawInline('commonmark', mark)
end

-- Pages have no notes as such, only links that lead to one another: a mark to a paragraph or an item of a list, and
-- that back to the mark.
local function linked_notes(document)
  local marks, bodies = {}, {}
  pandoc.walk_block(pandoc.Div(document.blocks), {
    Link = function(link)
      if link.identifier ~= '' and link.target:sub(1, 1) == '#' then marks[link.identifier] = link.target:sub(2) end
    end,
  })
  if next(marks) == nil then return nil end

  -- A way back leads to a mark that leads here.
  local function leads_back(link, id) return marks[link.target:sub(2)] == id and link.target:sub(1, 1) == '#' end

  local function paragraph(block)
    if block.t ~= 'Para' and block.t ~= 'Plain' then return false end
    local link = block.content[1]
    if not link or link.t ~= 'Link' or not leads_back(link, link.identifier) then return false end
    local content = {}
    for i = 2, #block.content do content[#content + 1] = block.content[i] end
    while content[1] and (content[1].t == 'Space' or content[1].t == 'SoftBreak') do table.remove(content, 1) end
    bodies[link.identifier] = { pandoc.Para(content) }
    return true
  end

  local function item(blocks)
    local div = blocks[1]
    if not div or div.t ~= 'Div' or div.identifier == '' then return nil end
    local found = false
    local body = pandoc.walk_block(div, {
      Link = function(link)
        if leads_back(link, div.identifier) then
          found = true
          return {}
        end
      end,
    })
    return found and { id = div.identifier, content = body.content } or nil
  end

  local function list(block)
    if block.t ~= 'OrderedList' or #block.content == 0 then return false end
    local items = {}
    for _, blocks in ipairs(block.content) do
      local found = item(blocks)
      if not found then return false end
      items[#items + 1] = found
    end
    for _, found in ipairs(items) do bodies[found.id] = found.content end
    return true
  end

  local blocks = {}
  for _, block in ipairs(document.blocks) do
    if list(block) then
      if #blocks > 0 and blocks[#blocks].t == 'HorizontalRule' then blocks[#blocks] = nil end
    elseif not paragraph(block) then
      blocks[#blocks + 1] = block
    end
  end
  local result = pandoc.walk_block(pandoc.Div(blocks), {
    Link = function(link)
      local body = link.target:sub(1, 1) == '#' and bodies[link.target:sub(2)]
      if body then return pandoc.Note(body) end
    end,
  })
  return pandoc.Pandoc(result.content, document.meta)
end

local function to_caption(image)
  pictures = pictures + 1
  return image.caption
end

-- A document's title, authors and date stand in its text too.
local function from_metadata(meta)
  local blocks = {}
  local function add(value, make)
    if value == nil then return end
    local kind = pandoc.utils.type and pandoc.utils.type(value) or value.t
    if kind == 'List' or kind == 'MetaList' then
      for _, item in ipairs(value) do add(item, make) end
    elseif kind == 'Blocks' or kind == 'MetaBlocks' then
      append(blocks, value)
    elseif kind == 'Inlines' or kind == 'MetaInlines' then
      blocks[#blocks + 1] = make(value)
    end
  end
  add(meta.title, function(text) return pandoc.Header(1, text) end)
  add(meta.subtitle, pandoc.Para)
  add(meta.author, pandoc.Para)
  add(meta.date, pandoc.Para)
  add(meta.abstract, pandoc.Para)
  return blocks
end

local function to_letter(document)
  local blocks = TAKES_METADATA and from_metadata(document.meta) or {}
  append(blocks, document.blocks)
  if #notes > 0 then
    blocks[#blocks + 1] = pandoc.Para({ pandoc.Str('\u{E000}') })
    append(blocks, notes)
  end
  if pictures > 0 then io.stderr:write('pictures: ' .. pictures .. '\n') end
  return pandoc.Pandoc(blocks, document.meta)
end

return {
  { Pandoc = linked_notes },
  { Table = to_table, Note = to_mark, Image = to_caption },
  { Pandoc = to_letter },
}
