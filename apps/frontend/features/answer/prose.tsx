import { memo } from 'react'
import Markdown, { type Components } from 'react-markdown'
import { Citation } from '../../components/citation.tsx'
import { rehypeCitations } from '../../lib/citations.ts'

/** What an answer is made of. Links, pictures and HTML are not among it: their words stay, as text. */
const allowed = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'h3', 'h4', 'blockquote', 'br', 'cite', 'span']

const components: Components = {
  cite: ({ node }) => {
    const n = Number(node?.properties.dataN)
    return n > 0 ? <Citation n={n} /> : null
  },
}

/** An answer's Markdown with its citations as chips. */
export const Prose = memo(function Prose({ text }: { text: string }) {
  return (
    <Markdown allowedElements={allowed} unwrapDisallowed rehypePlugins={[rehypeCitations]} components={components}>
      {text}
    </Markdown>
  )
})
