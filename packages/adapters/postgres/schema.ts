import type {
  ChatId,
  FeedbackReason,
  ImportId,
  ImportReport,
  ItemId,
  Kind,
  MessageId,
  MessageMetadata,
  OwnerId,
  Polarity,
  ReviewId,
  RunId,
  ShareToken,
  StoredPart,
  Trust,
} from '@reviewguide/contracts'
import type { TrustContext } from '@reviewguide/corpus/ports'
import type { TurnMemory } from '@reviewguide/workflow/ports'
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** timestamptz: read as ISO 8601 in UTC (see connect.ts), written as that or as a Date. */
type Timestamp = ColumnType<string, Date | string, Date | string>
type DefaultedTimestamp = ColumnType<string, Date | string | undefined, Date | string>

/** jsonb: read as a value, written as its JSON text, because the driver would turn an array into a Postgres array. */
type Json<T> = ColumnType<T, string, string>

/** The tables of the schema `reviewguide`, as migrations/ makes them; what a column means stands there. */
export interface Database {
  corpus_state: { only_row: Generated<boolean>; version: Generated<number> }
  imports: {
    import_id: ImportId
    file: string
    source: string
    format: string
    started_at: DefaultedTimestamp
    finished_at: Timestamp | null
    report: Json<ImportReport> | null
    undone_at: Timestamp | null
  }
  items: {
    item_id: ItemId
    source: string
    external_id: string | null
    name: string
    kind: Kind
    brand: string | null
    category: string
    price_minor: number | null
    price_currency: string | null
    url: string | null
    image: string | null
    attributes: ColumnType<Record<string, string | number | boolean>, string | undefined, string>
    search: GeneratedAlways<string>
    nameless: Generated<boolean>
    described_by: Generated<ImportId | null>
  }
  reviews: {
    review_id: ReviewId
    item_id: ItemId
    import_id: ImportId
    source: string
    external_id: string | null
    title: string | null
    body: string
    rating: number | null
    rating_original: number | null
    rating_scale: number | null
    written_at: Timestamp | null
    author: string | null
    verified: boolean | null
    helpful_votes: number | null
    url: string | null
    language: string | null
    trust_weight: Generated<number>
    trust_signals: ColumnType<Trust['signals'], string | undefined, string>
    fingerprint: string | null
    tone: number | null
    trust_context: Json<Partial<TrustContext>> | null
    content: Generated<string | null>
  }
  opinions: {
    item_id: ItemId
    aspect: string
    review_id: ReviewId
    polarity: Polarity
    term_start: number
    term_end: number
    quote_start: number
    quote_end: number
    term: Generated<string>
    definite: boolean | null
  }
  item_quotes: {
    item_id: ItemId
    aspect: string
    polarity: Polarity
    place: number
    review_id: ReviewId
    quote_start: number
    quote_end: number
  }
  item_ratings: {
    item_id: ItemId
    reviews: number
    count: number
    mean: number | null
    adjusted: number | null
    weight: number
    histogram: number[]
    weighted_mean: number | null
    tone: number | null
  }
  item_trust: {
    item_id: ItemId
    reviews: number
    dated: number
    authored: number
    verification_known: number
    lowered: number
    below_half: number
    signals: Json<Record<string, number>>
  }
  review_sketches: { review_id: ReviewId; fingerprint: string; keys: number[] }
  stale_sources: { source: string }
  review_sources: { source: string }
  item_aspects: {
    item_id: ItemId
    aspect: string
    positive: number
    negative: number
    undecided: number
    mentions: number
    positive_weight: number
    negative_weight: number
    open_uses: Generated<number>
    definite_uses: Generated<number>
  }
  category_aspects: {
    category: string
    aspect: string
    mentions: number
    positive: number
    negative: number
    terms: string[]
    share: number | null
    tone: number | null
    slope: number | null
    strength: number | null
  }
  categories: {
    category: string
    as_of: Timestamp | null
    half_life_days: number
    age_weights: number[]
    share: Generated<number>
    tone: Generated<number>
    slope: Generated<number>
    strength: Generated<number>
  }
  item_terms: { item_id: ItemId; aspect: string; term: string; uses: number }
  stale_items: { item_id: ItemId; category: string }
  moved_items: { item_id: ItemId }
  chats: {
    chat_id: ChatId
    owner: OwnerId
    title: string
    created_at: DefaultedTimestamp
    updated_at: DefaultedTimestamp
    revision: string | null
    title_folded: string | null
  }
  messages: {
    message_id: MessageId
    chat_id: ChatId
    position: GeneratedAlways<number>
    parent_id: string | null
    hidden_at: Timestamp | null
    client_id: string | null
    role: 'user' | 'assistant'
    parts: Json<StoredPart[]>
    metadata: Json<MessageMetadata> | null
    memory: Json<TurnMemory> | null
    created_at: DefaultedTimestamp
  }
  runs: {
    run_id: RunId
    chat_id: ChatId
    owner: OwnerId
    answer_id: MessageId
    idempotency_key: string | null
    status: 'active' | 'finished' | 'stopped' | 'failed'
    error_code: string | null
    started_at: DefaultedTimestamp
    finished_at: Timestamp | null
    holder: string | null
    epoch: Generated<number>
    lease_until: Timestamp | null
    stop_asked: Generated<boolean>
    request_id: string | null
    asked_at: Timestamp | null
    checkpoint: Json<unknown> | null
    events: number | null
    question_id: MessageId | null
    hid_at: Timestamp | null
  }
  shares: {
    token: ShareToken
    chat_id: ChatId
    title: string
    message_ids: MessageId[]
    shared_at: DefaultedTimestamp
  }
  feedback: {
    message_id: MessageId
    verdict: 'up' | 'down'
    reason: FeedbackReason | null
    comment: string | null
    given_at: DefaultedTimestamp
  }
  message_texts: {
    message_id: MessageId
    chat_id: ChatId
    owner: OwnerId
    place: GeneratedAlways<number>
    folded: string
  }
  claims: {
    message_id: MessageId
    position: number
    body: string
    evidence: number[]
    verdict: 'supported' | 'plain'
  }
}
