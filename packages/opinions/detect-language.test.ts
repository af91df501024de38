import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect-language.ts'

describe('detectLanguage', () => {
  it.each<[string, string]>([
    ['The battery is great and it was not expensive.', 'en'],
    ['Good product, very nice', 'en'],
    ['Das ist ein sehr gutes Gerät und ich bin zufrieden mit der Qualität.', 'de'],
    ['Le produit est très bien et la livraison est rapide pour le prix.', 'fr'],
    ['El producto es muy bueno y la batería no dura más de un día.', 'es'],
    ['とても良い商品でした', 'ja'],
    ['Очень хороший товар', 'ru'],
    ['ok', 'und'],
    ['12345 !!!', 'und'],
    ['', 'und'],
  ])('%j is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })
})
