declare module '*.css'
declare module '@fontsource-variable/newsreader/opsz.css'
declare module '@fontsource-variable/newsreader/opsz-italic.css'
declare module '@fontsource-variable/public-sans'
