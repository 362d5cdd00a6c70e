// The place among the words at which a picture will stand that is on its way. It moves along with what is typed.
import type { Node as Part } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

type Change = { add: { position: number; name: string; token: object } } | { remove: object }

const key = new PluginKey<DecorationSet>('waitingPlaces')

export function waitingPlaces(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, known) => {
        const places = known.map(tr.mapping, tr.doc)
        const change: Change | undefined = tr.getMeta(key)
        if (change === undefined) return places
        if ('remove' in change) return places.remove(findPlaces(places, change.remove))
        const { position, name, token } = change.add
        const place = Decoration.widget(position, () => mark(name), {
          token,
          side: -1,
          ignoreSelection: true,
        })
        return places.add(tr.doc, [place])
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })
}

/** Shows that a picture is coming, and puts it where the place is by then; nothing when it is none after all. */
export async function comesToPlace(
  view: EditorView,
  coming: { position: number; name: string; picture: Promise<Part | undefined> },
): Promise<void> {
  const token = {}
  const { position, name } = coming
  view.dispatch(view.state.tr.setMeta(key, { add: { position, name, token } } satisfies Change))
  const picture = await coming.picture
  if (view.isDestroyed) return
  const place = placeFor(view.state, token)
  const tr = view.state.tr.setMeta(key, { remove: token } satisfies Change)
  if (picture !== undefined && place !== undefined && takesPictures(view.state, place))
    tr.insert(place, picture)
  view.dispatch(tr)
}

function takesPictures({ doc }: EditorState, place: number): boolean {
  const around = doc.resolve(place)
  const { picture } = doc.type.schema.nodes
  return picture !== undefined && around.parent.canReplaceWith(around.index(), around.index(), picture)
}

function placeFor(state: EditorState, token: object): number | undefined {
  return findPlaces(key.getState(state) ?? DecorationSet.empty, token)[0]?.from
}

function findPlaces(places: DecorationSet, token: object): Decoration[] {
  return places.find(undefined, undefined, (spec) => spec.token === token)
}

function mark(name: string): HTMLElement {
  const element = document.createElement('span')
  element.dataset.coming = ''
  element.textContent = `${name} …`
  return element
}
