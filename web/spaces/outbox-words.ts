import { say } from '#browser/say'
/** Said when something could not be sent at once. */
export const WAITS = say('Kept on this device. It is sent as soon as there is a connection.')
