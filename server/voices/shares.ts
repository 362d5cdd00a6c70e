// Arithmetic of shares: how far what was read is from the network. Pure.

/** The part of the other side that each share is given before the two are compared, so that none is nothing. */
const SMOOTHING = 0.001

/** The shares of counts: they add up to 1, or are all 0 where there is nothing to share. */
export function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return counts.map((count) => (total === 0 ? 0 : count / total))
}

/** Shannon's entropy in bits: 0 where all is in one cell, log2 of their number where all have the same. */
export function entropyOf(shares: readonly number[]): number {
  return -shares.reduce((sum, share) => sum + (share === 0 ? 0 : share * Math.log2(share)), 0)
}

/** Of how many cells of the same share there would be as much variety; 1 to the number of cells. */
export function effectiveCells(shares: readonly number[]): number {
  return 2 ** entropyOf(shares)
}

/**
 * The root of the Jensen-Shannon divergence of two distributions over the same cells, in bits: a metric from 0, the
 * same, to 1, nothing in common. Both are smoothed towards each other first, as RADio does (arXiv 2209.13520).
 * @param one shares that add up to 1, as do the other's
 */
export function rootJsd(one: readonly number[], other: readonly number[]): number {
  const p = smoothed(one, other)
  const q = smoothed(other, one)
  const middle = p.map((share, cell) => (share + (q[cell] ?? 0)) / 2)
  const divergence = (divergenceFrom(p, middle) + divergenceFrom(q, middle)) / 2
  // Of two that are the same, rounding may leave a little less than nothing.
  return Math.sqrt(Math.max(0, divergence))
}

function smoothed(shares: readonly number[], towards: readonly number[]): number[] {
  return shares.map((share, cell) => (1 - SMOOTHING) * share + SMOOTHING * (towards[cell] ?? 0))
}

/** Kullback and Leibler's divergence in bits. */
function divergenceFrom(shares: readonly number[], from: readonly number[]): number {
  return shares.reduce((sum, share, cell) => {
    const against = from[cell] ?? 0
    return sum + (share === 0 || against === 0 ? 0 : share * Math.log2(share / against))
  }, 0)
}
