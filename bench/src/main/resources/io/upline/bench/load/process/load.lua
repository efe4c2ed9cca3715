-- What every load of `./upline bench` sends. Arguments, as name=value:
--   path         of the request; {id} in it becomes the id of a member
--   body         member: a registration; trigger: a bonus trigger; without it the request is a GET
--   sponsors     hot: all under member 1; random: each under any of the members
--   members      how many there are, numbered from 1; first: the lowest that is picked; ids: the only ones
--   key, secret  of an API key, which every request carries
--   tokens       file of tokens, a line each: the number of a member, and the token of this member; every request
--                carries one, and names its member
--   series, from ids of new members are made of this series, counted from here
--   threads      of this run; connections: of each thread; answers: after so many in all the run ends
local bit = require("bit")
local ffi = require("ffi")

ffi.cdef [[
  typedef struct { long seconds; long nanos; } upline_time;
  int clock_gettime(int clock, upline_time *time);
  int getpid(void);
  int kill(int process, int signal);
]]

local INTERRUPT = 2
local SERIES = 2 ^ 24
local SPREAD = 0x9E3779B1
local NUMBERS_A_LINE = 8 -- of the processor's cache, so that threads don't wait for each other

-- In the main state: how many answers each thread has had, where all threads read it.
local counts
local runners = {}

function setup(thread)
  counts = counts or ffi.new("double[512]")
  table.insert(runners, thread)
  thread:set("slot", #runners)
  thread:set("shared", tonumber(ffi.cast("intptr_t", counts)))
end

local time = ffi.new("upline_time")

local function now()
  ffi.C.clock_gettime(0, time)
  return tonumber(time.seconds) + tonumber(time.nanos) / 1e9
end

-- A key times an odd number, modulo 2^32: ids in no order, as random ones are, and each key its own.
local function spread(key)
  return bit.tobit((key % 65536) * SPREAD + ((math.floor(key / 65536) * SPREAD) % 65536) * 65536)
end

local function id(key)
  return bit.tohex(spread(key)) .. "-0000-4000-8000-0000" .. bit.tohex(bit.tobit(key))
end

local given = {}
local listed = {}
local whole = {}
local all
local before, after
local threads, connections, answers
local nextNumber
local calls = 0

local function number(name, fallback)
  return tonumber(given[name]) or fallback
end

local function anyMember()
  if #listed > 0 then
    return listed[math.random(#listed)]
  end
  return math.random(number("first", 1), number("members", 1))
end

local function newNumber()
  local new = nextNumber
  nextNumber = new + threads
  return new
end

local bodies = {
  member = function()
    local sponsor = given.sponsors == "hot" and 1 or anyMember()
    return '{"user_id": "' .. id(number("series", 0) * SERIES + newNumber()) .. '", "parent_id": "' .. id(sponsor) .. '"}'
  end,
  trigger = function()
    return '{"source_user_id": "' .. id(anyMember()) .. '", "trigger_type": "purchase", "reference": "order-'
      .. bit.tohex(newNumber()) .. '"}'
  end
}

local function splitAt(text, mark)
  local from, to = text:find(mark, 1, true)
  if not from then
    return text, nil
  end
  return text:sub(1, from - 1), text:sub(to + 1)
end

local function read(arguments)
  for _, argument in ipairs(arguments) do
    local name, value = argument:match("^(%w+)=(.*)$")
    given[name] = value
  end
  for one in (given.ids or ""):gmatch("%d+") do
    table.insert(listed, tonumber(one))
  end
  threads, connections, answers = number("threads", 1), number("connections", 1), number("answers", 0)
  nextNumber = number("from", 0) + slot - 1
end

local function credentials()
  return given.key and { ["X-Api-Key"] = given.key, ["X-Api-Secret"] = given.secret }
end

-- Made beforehand: putting a token into a request would cost the generator what no other request costs it.
local function readTokens()
  for line in io.lines(given.tokens) do
    local member, token = line:match("^(%d+) (%S+)$")
    local path = given.path:gsub("{id}", (id(tonumber(member))))
    table.insert(whole, wrk.format("GET", path, { Authorization = "Bearer " .. token }))
  end
end

function init(arguments)
  read(arguments)
  math.randomseed(number("series", 0) * 1000 + number("from", 0) + slot)
  all = ffi.cast("double *", ffi.cast("intptr_t", shared))
  if given.body then
    -- All bodies of a kind have one length, so the head of the request is the same.
    local body = bodies[given.body]()
    local post = wrk.format("POST", given.path, { ["Content-Type"] = "application/json" }, body)
    before, after = post:sub(1, #post - #body), nil
  elseif given.tokens then
    readTokens()
  else
    before, after = splitAt(wrk.format("GET", given.path, credentials()), "{id}")
  end
end

-- Each call says that one more request was answered, but for the first of every connection; and wrk itself calls the
-- first thread once before it begins.
local function count()
  calls = calls + 1
  local sent = calls - (slot == 1 and 1 or 0)
  if sent == 1 then
    started = now()
  elseif sent > connections then
    ended = now()
    all[slot * NUMBERS_A_LINE] = sent - connections
  end
end

local function answered()
  local sum = 0
  for thread = 1, threads do
    sum = sum + all[thread * NUMBERS_A_LINE]
  end
  return sum
end

function request()
  count()
  if answers > 0 and answered() >= answers then
    wrk.thread:stop()
    ffi.C.kill(ffi.C.getpid(), INTERRUPT)
  end
  if given.body then
    return before .. bodies[given.body]()
  end
  if given.tokens then
    return whole[math.random(#whole)]
  end
  -- Also picked where no id is asked for, so that what is compared costs the generator the same.
  local picked = id(anyMember())
  return after and before .. picked .. after or before
end

function done(summary, latency)
  local first, last, sum = math.huge, 0, 0
  for index, thread in ipairs(runners) do
    first = math.min(first, thread:get("started") or math.huge)
    last = math.max(last, thread:get("ended") or 0)
    sum = sum + counts[index * NUMBERS_A_LINE]
  end
  local errors = summary.errors
  print(string.format("result answers=%d seconds=%.6f p50=%d p99=%d max=%d failures=%d", sum, last - first,
    latency:percentile(50), latency:percentile(99), latency.max,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout))
end
