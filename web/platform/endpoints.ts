// Which endpoints read and which write. The contract itself would bring its schemas into the page; its types hold
// this table to it. Endpoints on which bytes travel are called by other means.
import type { contract } from '#contract/contract'

type Worded<Room> = { [C in keyof Room as Room[C] extends { bytes: 'none' } ? C : never]: Room[C] }
type Methods = {
  [R in keyof typeof contract]: {
    [C in keyof Worded<(typeof contract)[R]>]: (typeof contract)[R][C] extends { method: infer M } ? M : never
  }
}

export const methods: Methods = {
  auth: {
    whoAmI: 'GET',
    createFirstAdministrator: 'POST',
    signIn: 'POST',
    askForLink: 'POST',
    useLink: 'POST',
    signOut: 'POST',
    listSessions: 'GET',
    endSession: 'POST',
    setPassword: 'POST',
    listShoes: 'GET',
    stepIntoShoes: 'POST',
    leaveSample: 'POST',
  },
  people: {
    listPeople: 'GET',
    getPerson: 'GET',
    getReportingTree: 'GET',
    getPath: 'GET',
    updateProfile: 'POST',
    addPerson: 'POST',
    changeRoles: 'POST',
    deactivatePerson: 'POST',
  },
  spaces: {
    listSpaces: 'GET',
    getSpace: 'GET',
    listMembers: 'GET',
    createSpace: 'POST',
    updateSpace: 'POST',
    joinSpace: 'POST',
    leaveSpace: 'POST',
    invitePerson: 'POST',
    getFeed: 'GET',
    listPosts: 'GET',
    listPostsOf: 'GET',
    getThread: 'GET',
    writePost: 'POST',
    writeReply: 'POST',
    editWords: 'POST',
    deleteWords: 'POST',
    restoreWords: 'POST',
    listVersions: 'GET',
    react: 'POST',
    takeBackReaction: 'POST',
    follow: 'POST',
    unfollow: 'POST',
    listFollows: 'GET',
    getNews: 'GET',
    markSeen: 'POST',
    markAllSeen: 'POST',
    takeBackAllSeen: 'POST',
    pinPost: 'POST',
    unpinPost: 'POST',
    listPinned: 'GET',
    saveWords: 'POST',
    unsaveWords: 'POST',
    listSaved: 'GET',
    search: 'GET',
    renameFile: 'POST',
  },
  voices: { recordReading: 'POST', whoYouHeard: 'GET' },
  import: {
    openSample: 'POST',
    listImports: 'GET',
    listMerges: 'GET',
    confirmAddress: 'POST',
    splitAddress: 'POST',
  },
  brief: {
    openBrief: 'POST',
    getBrief: 'GET',
    previewBrief: 'GET',
    finishCard: 'POST',
    reopenCard: 'POST',
    getSettings: 'GET',
    saveSettings: 'POST',
    resetWeights: 'POST',
    listReflections: 'GET',
    forgetReflection: 'POST',
  },
}
