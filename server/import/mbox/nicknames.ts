// Short and full forms of given names that one person is known by. A line names the full form's relatives; a short
// form may stand on several lines, and then fits each of them.

const LINES = `
abigail abby
albert al bert
alexander alex alec sandy
alexandra alex sandra
allan allen alan al
andrew andy drew
anthony tony
antonio tony
arthur art
barbara barb
benjamin ben
bernard bernie
bradley brad
calvin cal
carolyn carol caroline
catherine cathy kate katie cate
charles charlie chuck chas
christian chris
christine chris chrissy
christina chris tina
christopher chris
clifford cliff
cynthia cindy
daniel dan danny
david dave
deborah deb debbie debra
dennis denny
donald don donnie
dorothy dot dottie
douglas doug
edward ed eddie ted ned
elizabeth liz beth betty eliza lisa
eugene gene
francis frank fran
franklin frank
frederick fred freddy fritz
gabriel gabe
gerald gerry jerry
geoffrey geoff jeff
gregory greg
harold hal harry
henry hank harry
howard howie
jacob jake
jacqueline jackie
james jim jimmy jamie
janet jan
jeffrey jeff
jennifer jen jenny
jeremy jerry
jerome jerry
john jack johnny
jonathan jon
joseph joe joey
joshua josh
judith judy
katherine kathy kate katie kay
kathleen kathy kate
kenneth ken kenny
kimberly kim
laurence lawrence larry
leonard len lenny
leonardo leo
louis lou
margaret maggie meg peggy marge
matthew matt
maximilian max
michael mike mick mickey
michelle shelly
mitchell mitch
nathan nate
nathaniel nate nat
nicholas nick
nicolas nick
pamela pam
patricia pat patty tricia
patrick pat
peter pete
philip phil
phillip phil
randall randy
raymond ray
rebecca becky
richard rick rich dick
robert bob rob bobby bert
roderick rod
rodney rod
roger rog
ronald ron ronnie
rosalie rose
samantha sam
samuel sam
sandra sandy
stanley stan
stephanie steph
stephen steve
steven steve stephen
stuart stu
susan sue suzy
susanne sue
teresa terry
terence terry
theodore ted theo
thomas tom tommy
timothy tim
valerie val
vanessa nessa
victor vic
victoria vicky
vincent vince vinny
walter walt
william bill will billy
zachary zach
`

/** From each form to the others it may stand for, in both directions. */
export const NICKNAMES: ReadonlyMap<string, readonly string[]> = relatives()

function relatives(): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const line of LINES.trim().split('\n')) {
    const [full = '', ...short] = line.split(' ')
    for (const form of short) {
      map.set(full, [...(map.get(full) ?? []), form])
      map.set(form, [...(map.get(form) ?? []), full])
    }
  }
  return map
}
