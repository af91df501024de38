import type { RunStage } from '../stage.ts'

/** Control characters but line breaks and tabs, and the invisible ones that reorder or hide text. */
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Personal data that a question may hold and that no stage needs. A card or phone number is ten digits or more, spaces and dashes between. */
const personal: [pattern: RegExp, replacement: string][] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, ' '],
  [/(?<![\d.])\+?\d(?:[\s().-]?\d){9,18}(?![\d.])/g, ' '],
]

/** Attempts to give orders to a language model. They are taken out and what is left of the question is answered. */
const orders =
  /\b(?:ignore|disregard|forget|override)\b[^.?!\n]{0,40}\b(?:instructions?|prompts?|rules?|guidelines?)\b[^.?!\n]*|\b(?:reveal|print|show|repeat)\b[^.?!\n]{0,30}\b(?:system prompt|hidden prompt|instructions)\b[^.?!\n]*|<\/?(?:system|assistant|user|im_start|im_end)[^>]*>|\byou are now\b[^.?!\n]*/gi

const harm: [pattern: RegExp, reply: string][] = [
  [
    /\b(?:kill|hurt|harm)(?:ing)? (?:myself|me)\b|\bsuicide\b|\bend my life\b/i,
    'I can only help with what to buy, book or use. If you are thinking of hurting yourself, please talk to someone now: your local emergency number, or a person you trust.',
  ],
  [
    /\b(?:make|build|buy|get)\b[^.?!]{0,30}\b(?:bombs?|explosives?|nerve agent|counterfeit|fake (?:id|passport))\b|\b(?:poison|stab|shoot|murder|kill) (?:someone|somebody|people|my|him|her|them)\b/i,
    'I will not help with that. Ask me about anything that people review.',
  ],
]

/** Cleans the question: invisible characters, personal data and orders to a model out; declines the few things that nobody should be helped with. */
export function createSafety(): RunStage {
  return ({ question }) => {
    const visible = question.normalize('NFC').replaceAll(invisible, '')
    const declined = harm.find(([pattern]) => pattern.test(visible))?.[1]
    if (declined) return { update: { text: visible, declined } }

    let text = visible
    for (const [pattern, replacement] of personal) text = text.replaceAll(pattern, replacement)
    const removed = text !== visible
    const asked = text.replaceAll(orders, ' ').replaceAll(/\s+/g, ' ').trim()
    return {
      update: {
        text: asked,
        notices: removed
          ? [
              {
                code: 'personal_data_removed',
                text: 'Contact details in your question were left out of the search; they are not needed.',
              },
            ]
          : [],
      },
    }
  }
}
