/**
 * Small and frequent words of reviews by language (ISO 639-1), written for this project. A word that is also English stands in the English list too, so that it
 * speaks for no other language alone.
 */
export const languageWords: Record<string, string> = {
  en: `the and is it was this that for with not but very are have my you they of to in on as so good great product nice i a be at all would from had has were we our there an if
    or me he she his her its it's i'm don't didn't doesn't can't won't isn't wasn't i've i'd you're that's their them your what which who when how why where than then too also just only more most much many
    some any no yes one two well really quite pretty little bit lot easy use used using works work worked working bought buy love like loved best better bad worst poor cheap price quality money value item
    time day week month year after before because about out up down over back again still never always every get got getting make made makes look looks looking feel feels size small big large long short fit
    fits comfortable recommend recommended perfect awesome excellent amazing fine ok okay happy satisfied disappointed broke broken waste return returned sound battery screen light fast quick slow delivery
    will can could should do does did am been being into by go going went come came thing things other another same different first last new old thanks thank super top design camera phone mobile worth must
    even though while for since until off however is't cant dont im ive star stars five four three bed room hotel staff food service place location clean friendly stay stayed breakfast restaurant no none
    die war hat man hut an am also fast so bin not rot tag gut arm art wand see fern roman most gift bald hell stern stand band box case mode sale pour on or car son mine pain sans plus elle me se sin con come
    once red mayor real total mal color genial normal final actual solo due sono dove ma per via pure fare stare vale mare do as os no de la le les en van is in dat over had beter water bed bad men man val
    var den dem det er for til to by let god under ting bra fin men over fall barn ten jest lub ale to go co pan on by sen ben kit article correct personnel encore hotel genial standard normal prima material fine place note data menu en iki var bile at bu o ne`,
  de: `der die das und ist nicht ein eine einen einem einer sehr ich mit für auf es den dem des zu auch aber gut wir war haben sind von im bei nur wie man noch nach wenn oder als um am aus werden wird
    wurde kann mich mir mein meine meiner sich habe hatte hat bin dass daß schon mehr immer alles leider einfach super gute guter gutes toll tolle tolles klasse preis qualität ware lieferung produkt gerät zufrieden
    empfehlen empfehlenswert schnell schlecht schlechte gerne wieder leicht bisschen etwas ganz durch über unter dann doch hier kein keine wirklich perfekt funktioniert gekauft kaufen geld paar so zum zur vom beim sehr
    angekommen verarbeitung größe klang akku zimmer essen wochen tage monate kaputt gegangen stimmt leistung preisleistung nachdem erst freundlich personal sauber frühstück jederzeit schön schöne schönes nie alle diese dieser dieses weil denn damit absolut danke hervorragend prima`,
  fr: `le la les et est un une des du pour pas très je il elle dans avec sur ce cette ces qui que mais bien plus sont nous vous au aux en ne se sa son ses mon ma mes par ou où tout tous toute comme j'ai c'est n'est
    qu'il d'un d'une l'on être avoir fait faire peut même aussi trop sans été était ont produit prix qualité livraison rapide bon bonne bons parfait parfaite recommande conforme satisfait satisfaite déçu déçue excellent
    excellente facile utilisation rien jamais encore après avant peu beaucoup cher achat acheté article taille beau belle super merci chambre hôtel repas personnel propre accueil leur leurs donc alors lorsque quand
    vraiment correct correcte mauvais mauvaise bonjour depuis fonctionne vendeur reçu commande top nickel ça cela`,
  es: `el la los las y es un una unos unas muy no que de en con por para pero me se lo le les está estaba bien del al mi mis su sus son más como todo todos toda ha he han hay fue era este esta esto ese esa si sin
    sobre cuando porque ya también tan desde hasta nada buen buena bueno buenos buenas producto precio calidad recomiendo recomendable excelente perfecto perfecta llegó llega compra comprar compré rápido rápida fácil mal
    mala malo peor mejor genial encanta gusta gustó funciona tiempo envío entrega contento contenta día días dinero poco mucho mucha siempre nunca cumple servicio habitación hotel comida limpio personal tiene tienen
    trae viene queda además aunque gracias bonito bonita tamaño pantalla batería vale pena sonido bastante`,
  it: `il lo la gli le i e è un una uno molto non che di in con per ma mi si bene del della dei delle nel nella al alla sono più questo questa anche come da dal ho ha hanno era stato stata tutto tutti ottimo ottima ottimi
    buono buona buon prodotto prezzo qualità consiglio consigliato consigliatissimo perfetto perfetta arrivato arrivata spedizione veloce acquisto acquistato soddisfatto soddisfatta bello bella bellissimo facile troppo poco
    sempre mai dopo prima ancora se solo davvero quando perché però fatto fare funziona materiale peccato pessimo cattivo giorni tempo soldi camera colazione personale pulito gentile posizione ottimo cibo comodo leggero
    conforme descrizione suono batteria schermo già quindi senza abbastanza`,
  pt: `o a os as e é um uma muito muita não que de em com por para mas me se do da dos das no na nos nas bem meu minha são mais foi está estava eu ele ela isso este esta esse essa também como já só quando até sem pelo pela
    produto preço qualidade recomendo ótimo ótima bom boa bons boas excelente perfeito perfeita chegou entrega rápida rápido compra comprei comprar gostei adorei amei funciona fácil ruim péssimo melhor pior tudo nada dia
    dias antes depois prazo tamanho bonito bonita vale pena super veio tem ter fiquei estou satisfeito satisfeita quarto comida atendimento limpo café manhã localização você tela bateria som`,
  nl: `de het een en is niet van ik met voor op zeer maar goed goede dat te zijn ook wij heel dit deze die er aan bij om als dan nog naar uit wel geen mijn je we ze was had heb heeft hebben kan kon meer veel alles
    erg prima mooi mooie fijn fijne snel snelle levering product prijs kwaliteit tevreden aanrader gekocht kopen werkt makkelijk slecht slechte jammer helaas lekker lekkere kamer eten vriendelijk personeel schoon ontbijt
    wat door over onder weer altijd nooit omdat echt gewoon beetje geleverd besteld bestelling geluid batterij scherm klein groot`,
  sv: `och det är en ett jag inte som på för med av till den har var men mycket bra så att om man från han hon vi de du kan ska var vara blev blir mig min mitt mina sig också när efter över under bara lite mer än väldigt
    fungerar funkar köpt köpte köpa produkt pris kvalitet leverans snabb nöjd rekommenderar rekommenderas perfekt dålig dåligt fin fint lätt storlek rum mat personal trevlig trevliga rent frukost alla allt detta denna
    skön skönt ljud batteri enkel enkelt tyvärr utan igen`,
  da: `og det er en et jeg ikke som på for med af til den har var men meget god godt så at om man fra han hun vi de du kan skal være blev bliver mig min mit mine sig også når efter over under bare lidt mere end
    fungerer virker købt købte købe produkt pris kvalitet levering hurtig tilfreds anbefale anbefales perfekt dårlig dårligt fin fint let størrelse værelse mad personale venlig venligt rent morgenmad alle alt dette
    denne dejlig lyd batteri desværre uden igen rigtig super`,
  nb: `og det er en et jeg ikke som på for med av til den har var men veldig meget bra så at om man fra han hun vi de du kan skal være ble blir meg min mitt mine seg også når etter over under bare litt mer enn fungerer
    virker kjøpt kjøpte kjøpe produkt pris kvalitet levering rask fornøyd anbefaler anbefales perfekt dårlig fin fint lett størrelse rom mat personalet hyggelig rent frokost alle alt dette denne deilig lyd dessverre uten igjen`,
  pl: `i w z na nie to jest się do że o jak po za ale od co tak są był była było mam ma już tylko bardzo dla przez przy jej jego ich mnie mi ten ta te tego tym być może można jeszcze też oraz który która które gdy
    polecam jestem zakupu produkt cena cenę jakość dobry dobra dobre dobrze super świetny świetna świetne zakup kupiłem kupiłam kupić zadowolony zadowolona działa szybko szybka dostawa przesyłka niestety słaby słaba pokój hotel jedzenie
    obsługa czysto śniadanie ładny ładna ładne wszystko bez trochę łatwy łatwe towar zgodny opisem`,
  tr: `ve bir bu çok için ile da de ama gibi daha en ne var yok iyi güzel kötü ürün ürünü fiyat kalite kalitesi kaliteli kargo hızlı tavsiye ederim ederiz aldım aldık geldi oldu olarak değil her şey şekilde kadar sonra
    önce biraz hiç tam memnun memnunum kaldım teşekkürler mükemmel harika gayet kullanıyorum kullandım kolay pil ses ekran oda otel yemek personel temiz kahvaltı kesinlikle bence fena ben bana benim`,
  fi: `ja on ei se että en hyvä hyvin hyvää mutta kun oli ovat tai kuin niin myös joka tämä tuote hinta laatu suosittelen toimii erittäin todella ihan vain ostin helppo nopea toimitus sopiva mukava minun olen ole voi
    kaikki paljon vähän huone ruoka henkilökunta siisti aamiainen huono`,
  cs: `a je to na se že v s z do pro ale jak už jsem jsou byl byla bylo velmi velice dobrý dobrá dobré dobře kvalita cena výrobek zboží doporučuji spokojený spokojená spokojenost funguje rychlé dodání není jen také
    pokoj jídlo personál čisté snídaně po při tak který která které nebo když bohužel hezký pěkný`,
  hu: `a az és nem hogy egy is van volt nagyon jó jól de csak már még mint meg termék ár minőség minőségű ajánlom mindenkinek elégedett vagyok gyors szállítás szép könnyű ez ezt azt minden szoba étel személyzet tiszta
    reggeli tökéletes kiváló sajnos`,
  ro: `și este nu o un în la de cu pe care ce mai foarte bun bună bine produs produsul preț calitate recomand mulțumit mulțumită livrare rapidă dar sunt era am ai fost din pentru că să se pentru decât camera mâncare
    personal curat mic dejun bun`,
  id: `dan yang di ini itu tidak dengan untuk saya sangat bagus barang barangnya cepat sampai sesuai harga kualitas produk pengiriman terima kasih bisa ada sudah juga tapi banget puas mantap baik dari ke kamar makanan
    bersih ramah lokasi nyaman`,
  vi: `và là của không có cho được rất tốt này hàng giao nhanh đẹp chất lượng sản phẩm với mình shop nên đã như thì cũng ok giá đúng phòng khách sạn`,
  hi: `hai hain bahut accha achha acha nahi nhi bhi aur ka ki ke ko se mein kya sahi mast bekar ghatiya bilkul yaar paisa vasool kharab wala badhiya badiya`,
}

/** Letters that few languages have; each speaks for those. */
export const languageLetters: Record<string, string> = {
  ß: 'de',
  ä: 'de sv fi',
  ö: 'de sv fi tr hu',
  ü: 'de tr hu',
  ñ: 'es',
  '¿': 'es',
  '¡': 'es',
  ã: 'pt vi',
  õ: 'pt vi',
  ç: 'fr pt tr',
  è: 'fr it',
  ê: 'fr pt vi',
  œ: 'fr',
  ù: 'it fr',
  ò: 'it',
  ì: 'it',
  å: 'sv da nb',
  ø: 'da nb',
  æ: 'da nb',
  ł: 'pl',
  ą: 'pl',
  ę: 'pl',
  ś: 'pl',
  ż: 'pl',
  ź: 'pl',
  ć: 'pl',
  ń: 'pl',
  ş: 'tr',
  ğ: 'tr',
  ı: 'tr',
  ř: 'cs',
  ů: 'cs',
  ě: 'cs',
  š: 'cs',
  č: 'cs',
  ž: 'cs',
  ő: 'hu',
  ű: 'hu',
  ă: 'ro vi',
  ș: 'ro',
  ț: 'ro',
  ơ: 'vi',
  ư: 'vi',
  đ: 'vi',
}
