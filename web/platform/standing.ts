/** Under which the page knows who is at it. */
export const STANDING = ['auth', 'who-am-i']
