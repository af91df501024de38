import { AppError } from '@reviewguide/contracts'
import { describe, expect, it } from 'vitest'
import { mapColumns } from './columns.ts'

const map = (header: string, rows: Record<string, unknown>[] = [], given = {}) =>
  mapColumns({ columns: header.split(','), rows, given })

describe('mapColumns', () => {
  it('knows usual names', () => {
    expect(
      map('product_id,product_name,category,rating,title,text,date,reviewer,helpful_yes,helpful_total'),
    ).toMatchObject({
      'item.id': 'product_id',
      'item.name': 'product_name',
      'item.category': 'category',
      'review.rating': 'rating',
      'review.title': 'title',
      'review.text': 'text',
      'review.writtenAt': 'date',
      'review.author': 'reviewer',
      'review.helpfulVotes': 'helpful_yes',
    })
    expect(map('product_name,price_inr,rating,title,text,sentiment')).toMatchObject({
      'item.price': 'price_inr',
      'review.text': 'text',
    })
    expect(map('Review Text,Stars,Product')).toMatchObject({
      'review.text': 'Review Text',
      'review.rating': 'Stars',
      'item.name': 'Product',
    })
  })

  it.each<[string, string, Record<string, string>, Record<string, unknown>[]?]>([
    [
      'food of a shop',
      'Id,ProductId,UserId,ProfileName,HelpfulnessNumerator,HelpfulnessDenominator,Score,Time,Summary,Text',
      {
        'review.id': 'Id',
        'item.id': 'ProductId',
        'review.author': 'ProfileName',
        'review.helpfulVotes': 'HelpfulnessNumerator',
        'review.rating': 'Score',
        'review.writtenAt': 'Time',
        'review.title': 'Summary',
        'review.text': 'Text',
      },
    ],
    [
      "a shop's own export",
      'marketplace,customer_id,review_id,product_id,product_parent,product_title,product_category,star_rating,helpful_votes,total_votes,vine,verified_purchase,review_headline,review_body,review_date',
      {
        'review.author': 'customer_id',
        'review.id': 'review_id',
        'item.id': 'product_id',
        'item.name': 'product_title',
        'item.category': 'product_category',
        'review.rating': 'star_rating',
        'review.helpfulVotes': 'helpful_votes',
        'review.verified': 'verified_purchase',
        'review.title': 'review_headline',
        'review.text': 'review_body',
        'review.writtenAt': 'review_date',
      },
    ],
    [
      'clothes',
      ',Clothing ID,Age,Title,Review Text,Rating,Recommended IND,Positive Feedback Count,Division Name,Department Name,Class Name',
      {
        'item.id': 'Clothing ID',
        'review.title': 'Title',
        'review.text': 'Review Text',
        'review.rating': 'Rating',
        'review.helpfulVotes': 'Positive Feedback Count',
        'item.category': 'Class Name',
      },
    ],
    [
      'rooms to let',
      'listing_id,id,date,reviewer_id,reviewer_name,comments',
      {
        'item.id': 'listing_id',
        'review.id': 'id',
        'review.writtenAt': 'date',
        'review.author': 'reviewer_name',
        'review.text': 'comments',
      },
    ],
    [
      'hotels',
      'Hotel_Address,Review_Date,Average_Score,Hotel_Name,Reviewer_Nationality,Negative_Review,Total_Number_of_Reviews,Positive_Review,Reviewer_Score',
      {
        'item.name': 'Hotel_Name',
        'review.writtenAt': 'Review_Date',
        'review.rating': 'Reviewer_Score',
        'review.pros': 'Positive_Review',
        'review.cons': 'Negative_Review',
      },
    ],
    [
      'drugs',
      'uniqueID,drugName,condition,review,rating,date,usefulCount',
      {
        'review.id': 'uniqueID',
        'item.name': 'drugName',
        'review.text': 'review',
        'review.rating': 'rating',
        'review.writtenAt': 'date',
        'review.helpfulVotes': 'usefulCount',
      },
    ],
    [
      'apps',
      'reviewId,userName,userImage,content,score,thumbsUpCount,reviewCreatedVersion,at,replyContent,repliedAt,appId',
      {
        'review.id': 'reviewId',
        'review.author': 'userName',
        'review.text': 'content',
        'review.rating': 'score',
        'review.helpfulVotes': 'thumbsUpCount',
        'review.writtenAt': 'at',
        'item.id': 'appId',
      },
    ],
    [
      'books, whose title is no headline',
      'Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text',
      {
        'item.id': 'Id',
        'item.name': 'Title',
        'item.price': 'Price',
        'review.author': 'profileName',
        'review.helpfulVotes': 'review/helpfulness',
        'review.rating': 'review/score',
        'review.writtenAt': 'review/time',
        'review.title': 'review/summary',
        'review.text': 'review/text',
      },
      [
        { Id: '1', Title: 'A', 'review/score': '4.0' },
        { Id: '1', Title: 'A', 'review/score': '5.0' },
      ],
    ],
    [
      'a spreadsheet of somebody',
      'Name of product,Customer Review,Number of stars,Date of review,Reviewer name',
      {
        'item.name': 'Name of product',
        'review.text': 'Customer Review',
        'review.rating': 'Number of stars',
        'review.writtenAt': 'Date of review',
        'review.author': 'Reviewer name',
      },
    ],
    [
      'another language',
      'Produkt,Titel,Rezension,Bewertung,Datum,Verfasser',
      {
        'item.name': 'Produkt',
        'review.title': 'Titel',
        'review.text': 'Rezension',
        'review.rating': 'Bewertung',
        'review.writtenAt': 'Datum',
        'review.author': 'Verfasser',
      },
    ],
    [
      'a shop system that counts likes and names the scale',
      'ReviewId,ProductId,OriginalProductName,Rating,RatingRange,Title,ReviewText,SubmissionTime,UserNickname,TotalPositiveFeedbackCount,likes',
      {
        'review.id': 'ReviewId',
        'item.id': 'ProductId',
        'item.name': 'OriginalProductName',
        'review.rating': 'Rating',
        'review.ratingScale': 'RatingRange',
        'review.title': 'Title',
        'review.text': 'ReviewText',
        'review.writtenAt': 'SubmissionTime',
        'review.author': 'UserNickname',
        'review.helpfulVotes': 'TotalPositiveFeedbackCount',
      },
      [{ likes: '3' }],
    ],
    [
      'companies, nested two deep',
      'id,consumer.id,consumer.displayName,title,text,rating,likes,dates.experiencedDate,dates.publishedDate,businessUnit.identifyingName,businessUnit.displayName',
      {
        'review.id': 'id',
        'review.author': 'consumer.displayName',
        'review.title': 'title',
        'review.text': 'text',
        'review.rating': 'rating',
        'review.helpfulVotes': 'likes',
        'review.writtenAt': 'dates.publishedDate',
        'item.name': 'businessUnit.displayName',
      },
      [{ likes: 3, title: 'Great' }],
    ],
    [
      'a blog system',
      'comment_ID,comment_post_ID,comment_author,comment_date,comment_content,rating,product_title',
      {
        'review.id': 'comment_ID',
        'item.id': 'comment_post_ID',
        'review.author': 'comment_author',
        'review.writtenAt': 'comment_date',
        'review.text': 'comment_content',
        'review.rating': 'rating',
        'item.name': 'product_title',
      },
    ],
    [
      'games, with thumbs for stars',
      'appid,voted_up,votes_up,weighted_vote_score,review,timestamp_created,language',
      {
        'item.id': 'appid',
        'review.recommended': 'voted_up',
        'review.helpfulVotes': 'votes_up',
        'review.text': 'review',
        'review.writtenAt': 'timestamp_created',
        'review.language': 'language',
      },
      [{ voted_up: 'True', votes_up: 3, weighted_vote_score: 0.52 }],
    ],
    [
      'a survey',
      'Product,NPS,What did you like best?,What could be better?',
      {
        'item.name': 'Product',
        'review.rating': 'NPS',
        'review.pros': 'What did you like best?',
        'review.cons': 'What could be better?',
      },
    ],
    [
      'books with their writers beside the reviewers',
      'bookID,title,author,rating,review,reviewer',
      {
        'item.id': 'bookID',
        'item.name': 'title',
        'review.author': 'reviewer',
        'review.rating': 'rating',
        'review.text': 'review',
      },
    ],
    [
      'beers, each key with its group',
      'beer/name,beer/beerId,beer/brewerId,beer/ABV,beer/style,review/appearance,review/overall,review/time,review/profileName,review/text',
      {
        'item.name': 'beer/name',
        'item.id': 'beer/beerId',
        'item.category': 'beer/style',
        'review.rating': 'review/overall',
        'review.writtenAt': 'review/time',
        'review.author': 'review/profileName',
        'review.text': 'review/text',
      },
    ],
    [
      'a shop in Russia',
      'Товар,Оценка,Отзыв,Дата,Автор',
      {
        'item.name': 'Товар',
        'review.rating': 'Оценка',
        'review.text': 'Отзыв',
        'review.writtenAt': 'Дата',
        'review.author': 'Автор',
      },
    ],
    [
      'hotels, whose counts are no names',
      'Hotel_Name,Review,Total_Number_of_Reviews_Reviewer_Has_Given',
      { 'item.name': 'Hotel_Name', 'review.text': 'Review' },
    ],
  ])('knows the columns of %s', (_, header, expected, rows) => {
    expect(map(header, rows)).toEqual(expected)
  })

  it('takes no column for the rating that holds none', () => {
    const rows = [{ note: 'a long text about it' }, { note: 'another' }]
    expect(map('product,text,note', rows)).not.toHaveProperty(['review.rating'])
    expect(map('product,text,note', [{ note: '4' }])).toMatchObject({ 'review.rating': 'note' })
  })

  it('takes "id" for the item\'s where the reviews have columns of their own, else for the review\'s', () => {
    expect(
      map('id,name,asins,categories,reviews.id,reviews.rating,reviews.text,reviews.title,reviews.username'),
    ).toMatchObject({
      'item.id': 'id',
      'item.name': 'name',
      'review.id': 'reviews.id',
      'review.text': 'reviews.text',
      'review.title': 'reviews.title',
    })
    expect(map('id,product_name,text')).toMatchObject({ 'review.id': 'id', 'item.name': 'product_name' })
  })

  it("keeps what is the item's apart from what is the reviews' where they have columns of their own", () => {
    expect(
      map(
        'id,title,rating,date,description,reviews.title,reviews.comment,reviews.stars,reviews.user.name,reviews.date',
      ),
    ).toEqual({
      'item.id': 'id',
      'item.name': 'title',
      'review.title': 'reviews.title',
      'review.text': 'reviews.comment',
      'review.rating': 'reviews.stars',
      'review.author': 'reviews.user.name',
      'review.writtenAt': 'reviews.date',
    })
    expect(map('id,name,reviews_count,rating,review')).toMatchObject({ 'review.text': 'review' })
  })

  it("takes no shop's description of its goods for a review", () => {
    expect(() => map('id,title,description,price,image_link')).toThrow(AppError)
    expect(map('title,description,points')).toMatchObject({ 'review.text': 'description' })
  })

  it('tells from the content which of two ambiguous columns is the text', () => {
    const rows = [{ Review: 'super!', Summary: 'great cooler with excellent air flow' }]
    expect(map('product_name,Rate,Review,Summary', rows)).toMatchObject({
      'review.text': 'Summary',
      'review.title': 'Review',
    })
    expect(map('asin,overall,reviewText,summary')).toMatchObject({
      'review.text': 'reviewText',
      'review.title': 'summary',
    })
  })

  it('tells whose name and whose title it is from rows of the same item', () => {
    const people = [
      { asin: 'B1', name: 'Janet', title: 'Good', body: 'a' },
      { asin: 'B1', name: 'Luke', title: 'Bad', body: 'b' },
    ]
    expect(map('asin,name,title,body', people)).toEqual({
      'item.id': 'asin',
      'review.author': 'name',
      'review.title': 'title',
      'review.text': 'body',
    })
    const things = people.map((row) => ({ ...row, name: 'Kettle' }))
    expect(map('asin,name,title,body', things)).toMatchObject({ 'item.name': 'name', 'review.title': 'title' })
    const titled = people.map((row) => ({ ...row, title: 'Kettle' }))
    expect(map('asin,title,body', titled)).toMatchObject({ 'item.name': 'title' })
    expect(map('title,name,text', titled)).toMatchObject({ 'item.name': 'title', 'review.author': 'name' })
    expect(map('user_id,name,text,gmap_id')).toMatchObject({ 'item.id': 'gmap_id', 'review.author': 'name' })
  })

  it('takes a column for what it is called only where it holds that', () => {
    const row = { product: 'A', reviews: '120', text: 'Works.', likes: 'the sound', time: '12', date: '2 March 2020' }
    expect(map('product,reviews,text,likes,time,date', [row])).toEqual({
      'item.name': 'product',
      'review.text': 'text',
      'review.pros': 'likes',
      'review.writtenAt': 'date',
    })
    expect(map('product,text,date', [{ date: '2 years ago' }])).toMatchObject({ 'review.writtenAt': 'date' })
  })

  it('takes for the text what reads like one where no name tells it, and nothing that others wrote', () => {
    const long = 'It broke after a week and nobody answered.'
    const rows = [{ product: 'A', uwagi: long, opis: 'x', reply: `${long} We are sorry.` }]
    expect(map('product,uwagi,opis,reply', rows)).toMatchObject({ 'review.text': 'uwagi' })
    const ids = [{ hotel_name: 'A', doc_id: 'usa_san francisco_fairmont_heritage_place' }]
    expect(() => map('hotel_name,doc_id', ids)).toThrow(AppError)
    expect(() => map('product,reply', [{ product: 'A', reply: long }])).toThrow(AppError)
  })

  it("takes neither a domain beside an item's id for its name nor a question's score for its rating", () => {
    const mapping = { 'item.id': 'item_id', 'review.text': 'review' }
    expect(map('item_id,domain,review,ques_subj_score', [{ ques_subj_score: 1 }])).toEqual(mapping)
    expect(map('domain,review')).toMatchObject({ 'item.name': 'domain' })
  })

  it('needs no column for an item that is known', () => {
    const mapping = mapColumns({ columns: ['name', 'title', 'text'], rows: [], itemKnown: true })
    expect(mapping).toEqual({ 'review.author': 'name', 'review.title': 'title', 'review.text': 'text' })
  })

  it('puts what is given first, and names a column that is not there', () => {
    expect(map('product,text,note', [], { 'review.text': 'note' })).toMatchObject({ 'review.text': 'note' })
    expect(() => map('product,text', [], { 'review.text': 'nope' })).toThrow(AppError)
  })

  it('says which column is missing', () => {
    expect(() => map('product,stars')).toThrow(
      expect.objectContaining({ details: expect.stringContaining("the review's text") }),
    )
    expect(() => map('text,stars')).toThrow(expect.objectContaining({ details: expect.stringContaining('the item') }))
  })
})
