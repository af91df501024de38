import type { RunId } from '@reviewguide/contracts'
import { redisScript } from './redis-script.ts'

/** The names that a run has in Redis. One hash tag a run, so that they lie on one node of a cluster. */
export const runNames = (prefix: string, runId: RunId) => ({
  /** A stream: the event with the number n is the entry `0-n`, its part as JSON in the field `part`. */
  events: `${prefix}{${runId}}:events`,
  /** The epoch of the holder that may append. */
  fence: `${prefix}{${runId}}:fence`,
  /** Channels: that events have come, and that a stop is asked for. */
  news: `${prefix}{${runId}}:news`,
  stop: `${prefix}{${runId}}:stop`,
})

/** What the scripts give when another holder has the run. */
export const FENCED = -1

/**
 * Appends parts with the numbers from `first` unless a higher epoch has the log; gives the number of the last event then. Numbers that are there
 * already are passed over, since an earlier attempt may have got through without its reply; with a gap nothing is written, and the number given
 * is lower than that of the last part.
 * KEYS events, fence; ARGV epoch, milliseconds to keep, channel of news, most entries, first, parts ….
 */
export const appendScript = redisScript(`
local epoch = tonumber(ARGV[1])
local fence = tonumber(redis.call('get', KEYS[2]) or 0)
if fence > epoch then return ${FENCED} end
local top = redis.call('xrevrange', KEYS[1], '+', '-', 'COUNT', 1)[1]
local last = top and tonumber(string.sub(top[1], 3)) or 0
local first = tonumber(ARGV[5])
if first > last + 1 then return last end
for i = 6, #ARGV do
  local id = first + i - 6
  if id > last then
    redis.call('xadd', KEYS[1], 'MAXLEN', '~', ARGV[4], '0-' .. id, 'part', ARGV[i])
    last = id
  end
end
redis.call('pexpire', KEYS[1], ARGV[2])
redis.call('set', KEYS[2], epoch, 'PX', ARGV[2])
redis.call('publish', ARGV[3], '')
return last
`)

/** Takes the log over: from then on lower epochs are refused. KEYS fence; ARGV epoch, milliseconds to keep. */
export const takeScript = redisScript(`
if tonumber(redis.call('get', KEYS[1]) or 0) > tonumber(ARGV[1]) then return ${FENCED} end
redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 0
`)
