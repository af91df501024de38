const positive =
  '😀 😃 😄 😁 😆 😊 🙂 😍 🥰 😘 🤩 😋 😎 🤗 👍 👌 👏 🙌 💯 ❤ ♥ 💕 💖 💗 💙 💚 💛 💜 🔥 ⭐ 🌟 ✨ 🎉 🏆 🥳 😌 😇 💪 ✅ :) :-) :D :-D ;) <3 =) (: ^_^'
const negative =
  "😞 😟 😠 😡 🤬 😢 😭 😤 😖 😣 😫 😩 🙁 ☹ 😕 👎 🤮 🤢 💔 😒 😑 🙄 😬 💩 ❌ 😱 😰 😓 🥱 :( :-( :/ :-/ :'( =( ):"

/** What an emoji or emoticon says: 1.2, -1.2, or undefined. */
export const emojiValence: ReadonlyMap<string, number> = new Map([
  ...positive.split(' ').map((mark): [string, number] => [mark, 1.2]),
  ...negative.split(' ').map((mark): [string, number] => [mark, -1.2]),
])
