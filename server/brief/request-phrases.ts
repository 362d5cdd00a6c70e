// Phrases by which people ask, close politely and chat, and by which machines give themselves away.
// A phrase is a piece of a regular expression in lower case; it is sought as whole words, whatever their case.

/** Phrases of one strength, from 0 (says nothing) to 1 (says it outright). */
type Phrases = { strength: number; pattern: RegExp }

function phrases(strength: number, ...sources: string[]): Phrases {
  return { strength, pattern: anyOf(...sources) }
}

/** As `phrases`, but they count only where a question mark follows in the same sentence. */
function questions(strength: number, ...sources: string[]): Phrases {
  return { strength, pattern: new RegExp(`${anyOf(...sources).source}.{0,300}[?？]`, 'iu') }
}

function anyOf(...sources: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

/**
 * What asks the reader for something; the strongest phrase of a sentence counts. English comes first because it was
 * tried on real mail; German, French and Spanish have the openers that a grammar book gives.
 */
export const ASKING: readonly Phrases[] = [
  phrases(
    0.9,
    '(?:could|can|would|will) you',
    '(?:need|want|like|love|appreciate|await|awaiting|waiting for|seek|seeking|value) your',
    "(?:need|want|would like|i'd like|expect|ask|asking|request) you to",
    '(?:what|how|who|when|where|which|why)(?: \\w+)? (?:do|did|would|should|are|were) you',
  ),
  questions(0.9, '(?:your|any) (?:thoughts|views?|comments|opinion|feedback|advice|guidance|approval)'),
  phrases(
    0.85,
    'let (?:me|us) know',
    'please,? (?!find|note|see|be advised|accept|join us|click|visit|disregard|ignore)\\p{L}+',
    'get back to me',
    '(?:give me a )?(?:call|ring) me',
    '(?:appreciated?|grateful|thankful|great|helpful) if you',
  ),
  phrases(
    0.8,
    '(?:comments|thoughts|feedback|input|suggestions) (?:is|are|would be) (?:\\w+ )?(?:appreciated|welcome)',
  ),
  questions(0.8, '(?:do|did|are|have|were) you', '(?:may|shall|should|can) (?:i|we)'),
  phrases(
    0.7,
    'for your (?:review|consideration|approval|comments?|signature|input|feedback|decision)',
    'if you (?:agree|approve)',
  ),
  phrases(
    0.6,
    '(?:need|want|like|hope) to (?:meet|talk|speak|discuss|check|sit down|get together) [^.]{0,40}you',
    'request(?:ing|ed)? (?:that|your)',
  ),
  // A question whose writer was in too much of a hurry for the question mark.
  { strength: 0.6, pattern: /^\W*(?:do|did|are|have|is|can|should|shall) (?:you|we|i|there)\b/i },
  phrases(
    0.5,
    'please (?:see|note)',
    'rsvp',
    'asap',
    'by (?:noon|close of business|cob|eod)',
    "let's (?:talk|discuss|meet)",
  ),

  questions(
    0.9,
    '(?:könnt?en|können|würden|haben) sie',
    '(?:kannst|könntest|würdest|hast) du',
    '(?:könnt|könntet|habt) ihr',
  ),
  phrases(
    0.85,
    'bitte (?:um|geben|gib|senden|schicken|schick|sagen|sag|teilen|prüfen|prüf|lassen|lass)',
    '(?:gib|geben sie) (?:mir|uns) (?:bitte )?bescheid',
    'was (?:hältst du|halten sie|meinst du|meinen sie|meint ihr)',
    'brauchen? (?:ihre|deine|eure)n?',
  ),

  phrases(0.9, '(?:pourriez|pouvez|voulez|voudriez|auriez)[- ]vous', '(?:pourrais|peux|veux|aurais)[- ]tu'),
  phrases(
    0.85,
    'merci de (?:me|nous|bien vouloir)',
    'di(?:tes|s)[- ]moi',
    "qu'en pense[zs][- ](?:vous|tu)",
    'besoin de (?:votre|ton|ta)',
    'veuillez (?!trouver|noter|agréer)\\p{L}+',
  ),

  questions(0.9, '(?:podr[ií]as?|podr[ií]an|puedes?|pueden|quieres?|tienes?)'),
  phrases(
    0.85,
    'por favor',
    'qué (?:opinas?|opina usted|piensas?|te parece|le parece)',
    '(?:d[ií]game|dime|av[ií]same|av[ií]seme)',
    'necesit(?:o|amos) (?:su|tu)',
  ),
]

/** Polite closings, which are cut out of their sentence, so that what else it says still counts. */
export const POLITE = new RegExp(
  [
    "(?:please |just )?(?:feel free to |(?:do not|don['’]t) hesitate to )?(?:(?:let|give|call|contact|e-?mail|write|reach) [^.,;:?!]{0,40}?)?" +
      '(?:(?:if|should) (?:you|there)[^.,;:?!]{0,40}|with any )' +
      '(?:questions?|concerns|anything else|further information|problems)' +
      "(?:,? (?:please )?(?:feel free|(?:do not|don['’]t) hesitate|let|call|contact|e-?mail|give)[^.?!]*)?",
    '(?:bei|für) (?:weiteren? )?(?:fragen|rückfragen)[^.?!]*',
    "n['’]hésite[zs]? pas[^.?!]*",
    'no dud(?:es?|en) en[^.?!]*',
  ].join('|'),
  'giu',
)

/** Small talk, rhetoric and sales patter: such a sentence asks for next to nothing, whatever its question mark says. */
export const IDLE = anyOf(
  'how are you(?: doing)?',
  "how(?:'s| is) it going",
  'how have you been',
  'hope (?:all|you|this)',
  'who knows',
  'why not',
  'guess what',
  'remember when',
  "(?:isn|wouldn|don)['’]t (?:it|you)",
  '(?:can|could|would) you (?:believe|imagine)',
  'did you know',
  'tired of',
  'ready to (?:save|buy|earn)',
  'want to (?:save|earn|win|learn more)',
  'click',
  'subscribe',
  'visit our',
  'sign up',
  'order (?:now|today)',
  "wie geht(?:['’]s| es)",
  'comment (?:allez|vas|ça va)',
  'cómo est[áa]s?',
)

/** Openings by which the author says that nothing is asked for. */
export const INFORMING =
  /^\W*(?:fyi|for your information|zur info|zur kenntnis|pour info|para (?:tu|su) información)\b/iu

/** Senders that are no person. Of the strengths below one whole decides, or two halves. */
export const AUTOMATIC_FROM: readonly Phrases[] = [
  phrases(
    1,
    '(?:no-?_?reply|do-?_?not-?_?reply|mailer-daemon|postmaster|bounces?|listserv|majordomo)[^@]*@.*',
  ),
  phrases(1, '(?:newsletters?|announcements?|notifications?|alerts?|digests?|promotions?|offers)[^@]*@.*'),
  phrases(0.5, '(?:news|info|marketing|service|support|updates?|webmaster|mailing|system)[^@]*@.*', 'bot'),
]

export const AUTOMATIC_SUBJECT: readonly Phrases[] = [
  phrases(
    1,
    'out of (?:the )?office',
    'auto(?:matic)?[- ]?(?:reply|response)',
    'abwesenheit(?:snotiz)?',
    'automatische antwort',
    'absence du bureau',
    'réponse automatique',
    'fuera de (?:la )?oficina',
    'respuesta automática',
  ),
  phrases(
    1,
    'undeliverable',
    'delivery (?:status )?(?:notification|failure)',
    'returned mail',
    'read receipt',
    'unzustellbar',
  ),
  {
    strength: 1,
    pattern:
      /^(?:accepted|declined|tentative|cancell?ed|zugesagt|abgesagt|accepté|refusé|aceptado|rechazado): /iu,
  },
  phrases(1, 'newsletter', 'rundbrief', "bulletin d['’]information", 'boletín', 'digest,? vol'),
  phrases(1, '(?:daily|weekly|monthly).*(?:news|digest|briefing|clips|headlines)'),
  phrases(
    0.5,
    'daily|weekly|monthly|quarterly|hourly',
    '(?:schedule|calendar|itinerary) (?:for|of)',
    'press release|reminder|notification|alert',
  ),
]

export const AUTOMATIC_BODY: readonly Phrases[] = [
  phrases(
    1,
    'automat(?:ed|ically generated|ic) (?:e-?mail|message|notification|response|reply)',
    "(?:do not|don['’]t) (?:reply|respond) to this (?:e-?mail|message|address)",
    'automatisch (?:erstellt|generiert|erzeugt)',
  ),
  // What a calendar sends: its own heading, or a line each for when and where.
  phrases(1, 'calendar entry:\\s{0,9}(?:appointment|invitation|meeting|reminder|anniversary|event)'),
  {
    strength: 1,
    pattern:
      /^[ \t]*(?:when|wann|quand|cuándo)[ \t]*:[^\n]{1,200}\n(?:[^\n]{0,200}\n){0,2}[ \t]*(?:where|location|wo|ort|où|lieu|dónde|lugar)[ \t]*:/imu,
  },
  phrases(
    1,
    "you(?: are|['’]re| have) receiv(?:ed|ing) this (?:e-?mail|message|newsletter)",
    'view (?:this|it) (?:e-?mail )?in (?:your|a) browser',
    'manage your (?:subscription|preferences)',
  ),
  // "I will be out of the office" alone is news between people; with whom to turn to, it is a machine's.
  {
    strength: 1,
    pattern:
      /^[\s\S]{0,200}\bi(?:['’]m| am| will be|['’]ll be) (?:currently )?(?:out of (?:the|my) office|away from (?:the|my) (?:office|desk)|on (?:vacation|leave|holiday))\b[\s\S]{0,400}\b(?:return|back on|urgent|immediate|in my absence)\b/iu,
  },
  phrases(
    1,
    'ich bin (?:derzeit |momentan |bis .{1,30} )?(?:nicht im büro|abwesend|außer haus)',
    'je suis (?:actuellement )?absente?',
    'estoy fuera de la oficina',
  ),
  phrases(
    0.5,
    'unsubscribe',
    'opt[- ]?out',
    'removed from (?:this|our|the) (?:mailing )?list',
    'abbestellen|abmelden',
    'désabonner|désinscrire',
    'darse de baja|cancelar (?:la |su )?suscripción',
  ),
  {
    strength: 0.5,
    pattern: /©|\b(?:click here|special offer|limited time|privacy policy|all rights reserved|order now)\b/i,
  },
]
