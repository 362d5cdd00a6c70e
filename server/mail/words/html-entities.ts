// The named characters that mail programs write into HTML.

const PAIRS =
  `amp & lt < gt > quot " apos ' copy © reg ® trade ™ hellip … mdash — ndash – lsquo ‘ rsquo ’ sbquo ‚ ldquo “
   rdquo ” bdquo „ laquo « raquo » lsaquo ‹ rsaquo › bull • middot · sect § para ¶ deg ° plusmn ± times × divide ÷
   frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ micro µ euro € pound £ yen ¥ cent ¢ curren ¤ iexcl ¡ iquest ¿
   ordf ª ordm º not ¬ macr ¯ acute ´ cedil ¸ uml ¨ brvbar ¦ dagger † Dagger ‡ permil ‰ larr ← rarr → uarr ↑ darr ↓
   szlig ß aring å Aring Å aelig æ AElig Æ oslash ø Oslash Ø oelig œ OElig Œ ccedil ç Ccedil Ç ntilde ñ Ntilde Ñ
   agrave à aacute á acirc â atilde ã auml ä egrave è eacute é ecirc ê euml ë igrave ì iacute í icirc î iuml ï
   ograve ò oacute ó ocirc ô otilde õ ouml ö ugrave ù uacute ú ucirc û uuml ü yacute ý yuml ÿ
   Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä Egrave È Eacute É Ecirc Ê Euml Ë Igrave Ì Iacute Í Icirc Î Iuml Ï
   Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö Ugrave Ù Uacute Ú Ucirc Û Uuml Ü Yacute Ý Scaron Š scaron š eth ð thorn þ`
    .trim()
    .split(/\s+/)

/** From the name between `&` and `;` to the character. */
export const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ...['shy', 'zwnj', 'zwj'].map((name): [string, string] => [name, '']),
  ...PAIRS.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, PAIRS[at + 1] ?? '']] : [])),
])
