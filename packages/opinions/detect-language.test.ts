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
    ['Sehr gut', 'de'],
    ['Leider nach zwei Wochen kaputt gegangen.', 'de'],
    ['Bon rapport qualité prix', 'fr'],
    ['La chambre était propre et le personnel accueillant', 'fr'],
    ['Llegó rápido y en buen estado', 'es'],
    ['Mala calidad, no lo compren', 'es'],
    ['Ottimo prodotto, consigliato', 'it'],
    ['Non mi è piaciuto, la qualità è scarsa', 'it'],
    ['Chegou antes do prazo', 'pt'],
    ['Gostei muito do produto', 'pt'],
    ['Erg tevreden met deze aankoop', 'nl'],
    ['Werkt niet goed, jammer', 'nl'],
    ['Jag är mycket nöjd med köpet', 'sv'],
    ['Jeg er meget tilfreds med købet', 'da'],
    ['Nie polecam, słaba jakość', 'pl'],
    ['Kargo hızlı geldi, teşekkürler', 'tr'],
    ['Ok, всё хорошо', 'ru'],
    ['Sony のカメラは音質が良い', 'ja'],
    ['质量不错，推荐购买', 'zh'],
    ['아주 좋은 제품입니다', 'ko'],
    ['منتج رائع', 'ar'],
    ['बहुत अच्छा उत्पाद', 'hi'],
    // Names and borrowed words do not make a text foreign.
    ['The hotel Le Meridien in Paris was lovely', 'en'],
    ['We had crème brûlée at the café and it was great', 'en'],
    ['The Samsung 삼성 phone I bought works very well', 'en'],
  ])('%j is %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    'Great!',
    'good product',
    'Super',
    'Perfect fit',
    'Value for money',
    'A+',
    'so so',
    'Die cast metal',
    'osm',
    'El cheapo',
    'Excellent article',
    'Nice pan',
    'War hat gut made',
  ])('%j is never foreign', (text) => {
    expect(['en', 'und']).toContain(detectLanguage(text))
  })

  it('finds English in every longer English text, whatever stands beside it', () => {
    const english = 'I bought this for my sister and she says that it works well, but the battery could last longer.'
    for (const brand of ['De’Longhi', 'L’Oréal', 'Ñandú', 'Ærø', 'Żubr', '任天堂'])
      expect(detectLanguage(`${brand} ${english}`)).toBe('en')
  })
})
