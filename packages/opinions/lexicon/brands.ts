/** Names of makers, sellers and systems of them, in lower case: whom a thing comes from is no aspect of it, in capitals or not. Written for this project. */
export const brands = new Set(
  `apple mac macs macbook macbooks imac iphone ipad ipod microsoft google samsung sony dell hp hewlett packard compaq toshiba acer asus lenovo ibm gateway alienware msi fujitsu panasonic philips lg sharp sanyo hitachi jvc pioneer yamaha bose jbl sennheiser
beats skullcandy anker logitech razer corsair canon nikon kodak olympus fuji fujifilm minolta pentax casio leica gopro nokia motorola ericsson sonyericsson siemens blackberry palm htc huawei xiaomi oneplus verizon sprint cingular t-mobile tmobile att vodafone
nextel virgin comcast xfinity amazon ebay walmart target costco bestbuy flipkart newegg epson lexmark brother xerox intel amd nvidia ati kenwood garmin tomtom fitbit dyson hoover shark bissell eureka miele bosch whirlpool kenmore ge kitchenaid cuisinart
oster hamilton keurig nespresso delonghi breville krups braun oral-b gillette graco evenflo chicco britax peg perego maclaren fisher-price netgear linksys belkin cisco creative sandisk lexar seagate maxtor kingston iriver archos apex zune kindle nook
nike adidas puma reebok levi levis gap ford toyota honda nissan bmw audi mercedes volkswagen vw hyundai kia mazda subaru chevrolet chevy chrysler jeep dodge lexus acura infiniti volvo saab marriott hilton hyatt sheraton westin starbucks mcdonalds`
    .split(/\s+/)
    .filter(Boolean),
)
