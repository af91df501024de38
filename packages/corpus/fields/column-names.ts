import type { Field } from './field-names.ts'

/**
 * Usual names of columns, in the order in which they are preferred, as `plainName` makes them: those of shops' and sites' exports and of public data sets,
 * with the most common words of other languages after them.
 */
export const usualNames: Record<Field, string> = {
  'item.id':
    'item_id product_id productid parent_asin asin asins sku gtin ean upc isbn business_id hotel_id place_id listing_id prod_id clothing_id app_id appid restaurant_id movie_id book_id game_id drug_id property_id location_id offering_id article_id artikelnummer',
  'item.name':
    'item_name item product_name productname product product_title prod_name name business_name hotel_name hotel place_name company company_name model app_name app restaurant_name restaurant movie_title movie_name movie film_title film book_title book_name book drug_name drugname beer_name wine_name game_name game course_name vehicle_title car_name airline airline_name location_name property_name venue attraction business organization store_name title_name domain produkt produktname artikel produit nom_du_produit producto nombre_del_producto prodotto produto',
  'item.kind': 'kind item_kind',
  'item.brand': 'brand item_brand brand_name manufacturer brands make marke marque marca winery brewery_name',
  'item.category':
    'category item_category product_category main_category category_name class_name department_name department product_type item_type beer_style variety kategorie categorie categoria categoría',
  'item.categories': 'categories primary_categories primarycategories category_path product_category_tree',
  'item.price':
    'price item_price product_price discounted_price sale_price actual_price prices_amountmin preis prix precio prezzo preço',
  'item.currency': 'currency price_currency item_currency prices_currency',
  'item.url': 'item_url product_url product_link',
  'item.image': 'image image_url item_image product_image imageurl',
  'review.id': 'review_id reviewid reviews_id id_review uniqueid unique_id review_no',
  'review.text':
    'review_text reviewtext reviews_text text body review_body reviewbody content review_content review_description review_detail review_comment review_comments customer_review customer_reviews full_review user_review comment_text feedback_text message verbatim rezension bewertungstext avis commentaire reseña comentario opinión recensione commento comentário',
  'review.pros':
    'positive_review pros pro positive positives likes review_pros what_did_you_like liked advantages vorteile',
  'review.cons':
    'negative_review cons con negative negatives dislikes review_cons what_did_you_dislike disliked disadvantages nachteile',
  'review.title':
    'review_title reviewtitle reviews_title title headline review_headline review_heading heading subject titel überschrift titre título titulo titolo',
  'review.rating':
    'rating reviews_rating review_rating star_rating stars overall rate score review_score review_stars star ratings reviewer_score review_overall user_rating customer_rating overall_rating rating_given points number_of_stars stars_given bewertung sterne note étoiles calificación puntuación valoración estrellas voto valutazione nota avaliação',
  'review.ratingScale': 'rating_scale ratingscale best_rating max_rating out_of scale',
  'review.writtenAt':
    'written_at writtenat date review_date reviews_date reviewdate date_of_review review_time reviewtime unixreviewtime timestamp time created_at createdat published_at date_published published_date publisheddate date_posted posted_at posted_on reviewed_on written_on posted_date review_timestamp submitted_at submission_date date_of_experience experience_date stay_date at date_added datum fecha data',
  'review.author':
    'author reviewer reviews_username username user_name reviewer_name reviewername user profile_name profilename author_name display_name nickname review_profilename taster_name customer_name customer consumer name_of_reviewer user_id userid reviewerid reviewer_id customer_id author_id kunde verfasser auteur autor autore',
  'review.verified':
    'verified verified_purchase reviews_didpurchase is_verified verified_buyer didpurchase verifiedpurchase is_verified_purchase',
  'review.helpfulVotes':
    'helpful_votes helpfulvotes helpful_yes helpful helpful_vote helpfulnessnumerator helpfulness_numerator reviews_numhelpful numhelpful helpful_count helpfulcount vote votes useful useful_count usefulcount upvotes thumbs_up thumbsup thumbsupcount thumbs_up_count found_helpful positive_feedback_count review_helpfulness helpfulness likes_count',
  'review.url': 'review_url reviews_sourceurls review_link sourceurls reviewurl',
  'review.language': 'language lang review_language locale sprache langue idioma',
  source: 'source reviews_source site website platform review_source',
}

const thing =
  '(?:product|item|article|hotel|restaurant|business|company|app|book|movie|film|drug|medicine|car|vehicle|place|course|game|property|venue|service|airline|beer|wine)'

/** What names look like that stand in no list; tried in this order after the lists, on the columns that are left. A second pattern names what it must not be. */
export const looseNames: [Field, RegExp, RegExp?][] = [
  [
    'review.text',
    /review.*(?:text|body|content|comment|detail|message|description)|(?:text|body|content|comments?)_.*review/,
    /title|count|length|word|date|lang/,
  ],
  ['review.title', /review.*(?:title|headline|heading|summary)|(?:title|headline|summary)_.*review/],
  ['item.name', new RegExp(`^(?:[a-z]+_)?${thing}_?(?:name|title)$|^name_of_(?:the_)?${thing}$`)],
  ['item.id', new RegExp(`^${thing}_?(?:id|code|no|number|key)$`)],
  ['item.category', /(?:^|_)category$/],
  [
    'review.rating',
    /rating|(?:^|_)stars?(?:_|$)|(?:^|_)score(?:_|$)/,
    /avg|average|mean|count|total|num|scale|max|date|sentiment|polarity|compound|_id$|price|value|service|food|location|clean|room|sleep/,
  ],
  [
    'review.writtenAt',
    /(?:^|_)date(?:_|$)|published|posted|timestamp|written|_time$/,
    /birth|purchase|release|update|edit|repl|response|count|since|trip/,
  ],
  [
    'review.author',
    /reviewer|author|username|user_name|customer_name|nickname|screen_name/,
    /count|image|avatar|url|link|country|nation|location|age|mail|rating|score|review_/,
  ],
  ['review.verified', /verified/],
  ['review.helpfulVotes', /helpful|useful|thumbs_?up|upvote/, /not|un|total|denominator|down|percent|ratio/],
]

/** A column's name as the lists have it: lower case, words joined by "_". */
export const plainName = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')

/** A category and a kind that the name of the item's column tells ("Hotel_Name", "drugName"), where no column says it. */
export function toldByName(column: string): { category?: string; kind?: 'place' | 'service' } {
  const name = plainName(column)
  const [what = ''] =
    /^(?:hotel|restaurant|movie|film|book|app|drug|car|vehicle|beer|wine|game|course|airline|listing|business|place|venue|attraction|property)/.exec(
      name,
    ) ?? []
  const kind = /^(?:hotel|restaurant|listing|business|place|venue|attraction|property)$/.test(what)
    ? 'place'
    : /^(?:course|airline)$/.test(what) || /^(?:company|domain|organization)/.test(name)
      ? 'service'
      : undefined
  const category = /^(?:|listing|business|place|venue|attraction|property)$/.test(what) ? undefined : `${what}s`
  return { category, kind }
}
