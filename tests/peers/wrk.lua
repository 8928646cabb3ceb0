-- Replays the requests of the file that PATHS names, one after the other, again and again.
local requests, at = {}, 0

init = function()
  for path in io.lines(os.getenv("PATHS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

request = function()
  at = at % #requests + 1
  return requests[at]
end
