import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** Certificates as PEM: the text itself, as a secret brings it, or the path of a file that holds it. */
export const pemText = z.string().transform((given, context) => {
  try {
    // A container's environment may carry line ends as two characters.
    const text = given.includes('-----BEGIN') ? given.replaceAll('\\n', '\n') : readFileSync(given, 'utf8')
    void new X509Certificate(text)
    return text
  } catch {
    context.addIssue({ code: 'custom', message: 'expected the path of a file with certificates (PEM), or their text' })
    return z.NEVER
  }
})
