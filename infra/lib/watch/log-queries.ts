/**
 * Queries for CloudWatch Logs Insights. Those for text are the customer's own, word for word, and read lines of `LOG_FORMAT=text`; those for JSON
 * give the same answers over lines of `LOG_FORMAT=json`, whose fields Logs Insights finds by itself. `tests/logs` runs all four over lines that the
 * services wrote.
 */
export const logQueries = {
  'errors-text': `fields @timestamp, @message
| filter @message like /ERROR/
| sort @timestamp desc
| limit 50`,

  'latency-text': `fields @timestamp, @message
| filter @message like /request completed/
| parse @message "* ms" as latency
| stats avg(latency), max(latency), min(latency) by bin(5m)`,

  'errors-json': `fields @timestamp, @message
| filter level = "ERROR"
| sort @timestamp desc
| limit 50`,

  'latency-json': `fields @timestamp, @message, ms as latency
| filter msg = "request completed"
| stats avg(latency), max(latency), min(latency) by bin(5m)`,
}
