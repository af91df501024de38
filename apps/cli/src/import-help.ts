/** What `reviewguide import --help` says of formats and limits. */
export const importHelp = `
Formats, told from the content (gzip or not; UTF-8, UTF-16 or Windows-1252) or named with --format:
  jsonl            an object a line: the canonical form, or flat with usual names
  json             an array of objects, also within an object; objects over several lines; reviews within their item
  csv, tsv         a table with a header; fields by comma, semicolon, tab or bar, quoted or not
  blocks           records of lines "key: value", an empty line between them
  xml              <review> (or <row>, <record>, <entry>, <item>) elements; a file with a DTD is refused
  html             a web page's JSON-LD
and data sets, known by their keys in any of these:
  amazon-2018      Amazon Review Data (2014, 2018): reviews, and metadata of items
  amazon-2023      Amazon Reviews 2023: reviews, and metadata of items
  yelp             Yelp Open Dataset: review.json, tip.json, business.json
  google-reviews   Google's product review feeds
  google-products  Google's product feeds, whose items they describe
  schema.org       Product, LocalBusiness and Review in JSON-LD, in pages or files
Metadata may come before or after the reviews.

Columns are understood by their names and by what they hold. To see how, and to put it right:
  reviewguide import reviews.csv --dry-run
  reviewguide import reviews.csv --map text=Kommentar rating=Note item.name=Produkt
  reviewguide import reviews.csv --item "Blue Door Hotel"

A review that has an id and comes again with another content replaces the stored one; without an id it is another review.
A row is at most 1 MB long and a text 100,000 characters; JSON and XML may be nested 100 deep.
Rows that cannot be taken go to FILE.rejects.jsonl beside the file, with line number and reason.`
