import type {
  ChatId,
  ChatMessage,
  Feedback,
  FeedbackReason,
  MessageId,
  MessageMetadata,
  StoredPart,
} from '@reviewguide/contracts'
import { type RawBuilder, sql } from 'kysely'
import type { ReviewGuideDatabase } from './connect.ts'

/** A message with what stands in other tables about it. */
export interface MessageRow {
  message_id: MessageId
  chat_id: ChatId
  parent_id: string | null
  position: number
  shown: boolean
  role: 'user' | 'assistant'
  parts: StoredPart[]
  metadata: MessageMetadata | null
  created_at: string
  /** All versions of the message, where there are several; oldest first. */
  versions: MessageId[] | null
  verdict: Feedback['verdict'] | null
  reason: FeedbackReason | null
  comment: string | null
}

/** The messages `m` of one chat for which the condition holds, in their order. */
export async function readMessageRows(
  db: ReviewGuideDatabase,
  where: RawBuilder<unknown>,
  { order, limit }: { order: 'oldest' | 'newest'; limit?: number },
): Promise<MessageRow[]> {
  const direction = order === 'oldest' ? sql`asc` : sql`desc`
  const { rows } = await sql<MessageRow>`
    with found as (
      select * from reviewguide.messages m where ${where} order by position ${direction} ${limit === undefined ? sql`` : sql`limit ${limit}`}
    ), versions as (
      select parent_id, array_agg(message_id order by position) as ids from reviewguide.messages
      where chat_id in (select chat_id from found) and parent_id is not null
      group by parent_id having count(*) > 1
    )
    select found.message_id, found.chat_id, found.parent_id, found.position, found.hidden_at is null as shown, found.role, found.parts,
      found.metadata, found.created_at, versions.ids as versions, feedback.verdict, feedback.reason, feedback.comment
    from found
    left join versions on versions.parent_id = found.parent_id
    left join reviewguide.feedback on feedback.message_id = found.message_id
    order by found.position ${direction}`.execute(db)
  return rows
}

/** The row as the contract has it. */
export function messageOf(row: MessageRow): ChatMessage {
  const { message_id: id, role, parts, metadata, created_at: createdAt, versions, verdict, reason, comment } = row
  return {
    id,
    role,
    parts,
    ...(metadata && { metadata }),
    createdAt,
    ...(versions && { version: { index: versions.indexOf(id) + 1, count: versions.length, ids: versions } }),
    ...(verdict && {
      feedback: { verdict, ...(reason !== null && { reason }), ...(comment !== null && { comment }) },
    }),
  }
}
