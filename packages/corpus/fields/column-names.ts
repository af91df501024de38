import type { Field } from './field-names.ts'

/**
 * Usual names of columns, in the order in which they are preferred, as `plainName` makes them ("_" counts for nothing where they are compared): those of shops' and
 * sites' exports and of public data sets, with the most common words of other languages after them.
 */
export const usualNames: Record<Field, string> = {
  'item.id':
    'item_id product_id productid parent_asin asin asins sku gtin ean upc isbn business_id hotel_id place_id listing_id prod_id clothing_id app_id appid restaurant_id movie_id book_id game_id drug_id property_id location_id offering_id article_id gmap_id imdb_id tconst product_code product_sku isbn13 comment_post_id artikelnummer',
  'item.name':
    'item_name item product_name productname product product_title prod_name name business_name hotel_name hotel place_name company company_name model app_name app restaurant_name restaurant movie_title movie_name movie film_title film book_title book_name book drug_name drugname beer_name wine_name game_name game course_name vehicle_title car_name airline airline_name location_name property_name venue attraction business organization store_name title_name business_unit firm employer merchant shop school university doctor bank produkt produktname artikel produit nom_du_produit producto nombre_del_producto prodotto produto product_handle product_slug handle товар название продукт название_товара 商品名 商品 产品 商品名称 nazwa_produktu ürün',
  'item.kind': 'kind item_kind',
  'item.brand': 'brand item_brand brand_name manufacturer brands make marke marque marca winery brewery_name',
  'item.category':
    'category item_category product_category main_category category_name class_name department_name department product_type item_type beer_style variety kategorie categorie categoria categoría',
  'item.categories': 'categories primary_categories primarycategories category_path product_category_tree',
  'item.price':
    'price item_price product_price discounted_price sale_price actual_price prices_amountmin preis prix precio prezzo preço',
  'item.currency': 'currency price_currency item_currency prices_currency',
  'item.url': 'item_url product_url product_link',
  'item.image': 'image image_url item_image product_image product_image_url',
  'review.id': 'review_id reviews_id id_review unique_id review_no comment_id recommendation_id',
  'review.text':
    'review_text reviews_text text body review_body content review_content review_full comment_content review_description review_detail review_comment review_comments customer_review customer_reviews full_review user_review comment_text feedback_text message verbatim translated_review rezension bewertungstext avis commentaire reseña comentario opinión recensione commento comentário отзыв комментарий текст_отзыва レビュー レビュー本文 口コミ 评论 评论内容 评价内容 opinia recenzja yorum recensie beoordeling',
  'review.pros':
    'positive_review pros pro positive positives likes review_pros what_did_you_like liked advantages vorteile',
  'review.cons':
    'negative_review cons con negative negatives dislikes review_cons what_did_you_dislike disliked disadvantages nachteile',
  'review.title':
    'review_title reviews_title title_review title headline review_headline review_heading heading subject titel überschrift titre título titulo titolo',
  'review.rating':
    'rating reviews_rating review_rating star_rating stars overall rate score review_score review_stars star ratings reviewer_score review_overall user_rating customer_rating overall_rating rating_given rating_review user_score critic_score points number_of_stars stars_given nps nps_score bewertung sterne note étoiles calificación puntuación valoración estrellas voto valutazione nota avaliação оценка рейтинг 評価 评分 星级 ocena puan waardering betyg',
  'review.ratingScale': 'rating_scale rating_range best_rating max_rating out_of scale',
  'review.recommended':
    'voted_up recommended is_recommended recommendation recommend do_recommend reviews_do_recommend would_recommend recommended_ind thumbs thumb',
  'review.writtenAt':
    'written_at date review_date reviews_date date_of_review review_time unix_review_time timestamp time created_at published_at published_at_date date_published published_date date_posted posted_at posted_on reviewed_on written_on posted_date review_timestamp submitted_at submission_date timestamp_created create_time date_created comment_date comment_date_gmt date_of_experience experience_date stay_date at date_added datum fecha data дата 日付 投稿日 日期 评论时间 tarih',
  'review.author':
    'reviewer reviews_username user_name reviewer_name profile_name author_name review_author review_by reviewed_by display_name user_nickname nickname review_profilename comment_author author user taster_name customer_name customer consumer name_of_reviewer user_id reviewer_id customer_id author_id kunde verfasser auteur autor autore автор имя 投稿者 用户名 昵称 yazar',
  'review.verified':
    'verified verified_purchase reviews_did_purchase is_verified verified_buyer did_purchase is_verified_purchase',
  'review.helpfulVotes':
    'helpful_votes helpful_yes helpful helpful_vote helpfulness_numerator reviews_num_helpful num_helpful helpful_count vote votes n_votes votes_up review_votes useful useful_count upvotes thumbs_up thumbs_up_count found_helpful positive_feedback_count total_positive_feedback_count review_helpfulness helpfulness likes_count likes',
  'review.url': 'review_url reviews_source_urls review_link source_urls',
  'review.language': 'language lang review_language locale sprache langue idioma',
  source: 'source reviews_source site website platform review_source',
}

const thing =
  '(?:product|item|article|hotel|restaurant|business|company|app|book|movie|film|drug|medicine|car|vehicle|place|course|game|property|venue|service|airline|beer|wine|merchant)'

/** What names look like that stand in no list; tried in this order after the lists, on the columns that are left. A second pattern names what it must not be. */
export const looseNames: [Field, RegExp, RegExp?][] = [
  [
    'review.text',
    /review.*(?:text|body|content|comment|detail|message|description)|(?:text|body|content|comments?)_.*review/,
    /title|count|length|word|date|lang/,
  ],
  ['review.title', /review.*(?:title|headline|heading|summary)|(?:title|headline|summary)_.*review/],
  [
    'item.name',
    new RegExp(`^(?:[a-z]+_)*?(?:${thing}|result|data|unit)(?:_display)?_?(?:name|title)$|^name_of_(?:the_)?${thing}$`),
    /author|user|reviewer|customer|consumer/,
  ],
  ['item.id', new RegExp(`^(?:[a-z]+_)?${thing}_?(?:id|code|no|number|key)$`), /author|user|reviewer|customer/],
  ['item.category', /(?:^|_)category$/],
  // Beside the ids of the things themselves, "domain" says where they belong.
  ['item.name', /^domain$/],
  [
    'review.rating',
    /rating|(?:^|_)stars?(?:_|$)|(?:^|_)score(?:_|$)/,
    /avg|average|mean|count|total|num|scale|max|date|sentiment|polarity|compound|_id$|price|value|service|food|location|clean|room|sleep|weighted|range|votes?(?:_|$)|^(?:ques|ans)|subj|predict|confidence|probab/,
  ],
  ['review.writtenAt', /publish|posted|written|review.*date/, /count|repl|response|owner/],
  [
    'review.writtenAt',
    /(?:^|_)date(?:_|$)|published|posted|timestamp|written|_time$/,
    /birth|purchase|release|update|edit|repl|response|count|since|trip|crawl|scrape/,
  ],
  [
    'review.author',
    /reviewer|author|user_name|customer_name|nickname|screen_name|display_name|review_by|reviewed_by/,
    /count|number|total|image|avatar|url|link|country|nation|location|age|mail|rating|score|review_(?!by)/,
  ],
  ['review.verified', /verified/],
  ['review.cons', /^what_.*(?:dislike|improve|better|hate|bad(?:_|$)|missing|wrong)/],
  ['review.pros', /^what_.*(?:like|love|enjoy|good(?:_|$))/, /dislike|improve|unlike/],
  [
    'review.helpfulVotes',
    /helpful|useful|thumbs_?up|upvote|(?:^|_)likes?_count/,
    /not|un|total|denominator|down|percent|ratio/,
  ],
]

/** A column's name as the lists have it: lower case, words joined by "_", of "drugName" and "reviewerID" too. */
export const plainName = (name: string): string =>
  name
    .trim()
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, '_')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '')

/** A category and a kind that the name of the item's column tells ("Hotel_Name", "drugName"), or the names of the others ("latitude"), where no column says it. */
export function toldByName(column: string, others: string[] = []): { category?: string; kind?: 'place' | 'service' } {
  const name = plainName(column)
  const [what = ''] =
    /^(?:hotel|restaurant|movie|film|book|app|drug|car|vehicle|beer|wine|game|course|airline|listing|business|place|venue|attraction|property)/.exec(
      name,
    ) ?? []
  const firm = /^(?:company|domain|organization|business_unit|merchant|firm|employer|bank|school|university)/.test(name)
  const kind = firm
    ? 'service'
    : /^(?:hotel|restaurant|listing|business|place|venue|attraction|property)$/.test(what)
      ? 'place'
      : /^(?:course|airline)$/.test(what)
        ? 'service'
        : undefined
  const category = /^(?:|listing|business|place|venue|attraction|property)$/.test(what) ? undefined : `${what}s`
  // What stands somewhere is a place.
  const located =
    kind === undefined && others.some((other) => /^(?:address|street_address|latitude|lat)$/.test(plainName(other)))
  return { category, kind: located ? 'place' : kind }
}

/** Whether what a column of ids is of has a title, as books do: then a "title" beside it is no headline. */
export const hasTitle = (idColumn: string): boolean =>
  /^(?:book|movie|film|game|app|course|isbn|imdb|tconst)/.test(plainName(idColumn))
