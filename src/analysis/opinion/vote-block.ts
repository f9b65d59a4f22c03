export const votesPerBlock = 65_536
/** A time within a block is kept as its distance from here, in milliseconds, so that half the memory will do. */
const halfRange = 2 ** 31

/**
 * A piece of a log of votes, each array with one entry per vote. Times are whole milliseconds within 24 days of the block's
 * first in all but odd logs, and then take four bytes; otherwise eight.
 */
export class VoteBlock {
  readonly participant = new Uint32Array(votesPerBlock)
  readonly statement = new Uint16Array(votesPerBlock)
  /** 1 agree, −1 disagree, 0 pass. */
  readonly value = new Int8Array(votesPerBlock)
  private base = 0
  private offset: Uint32Array | Float64Array = new Uint32Array(votesPerBlock)

  set(place: number, participant: number, statement: number, value: number, time: number): void {
    this.participant[place] = participant
    this.statement[place] = statement
    this.value[place] = value
    if (place === 0) this.base = Math.floor(time) - halfRange
    const offset = time - this.base
    if (offset >>> 0 !== offset && this.offset instanceof Uint32Array) this.keepWholeTimes(place)
    this.offset[place] = time - this.base
  }

  /** Milliseconds since 1970. */
  timeAt(place: number): number {
    return this.base + this.offset[place]!
  }

  /** Gives the memory back at once, without waiting for it to be collected. */
  release(): void {
    for (const array of [this.participant, this.statement, this.value, this.offset]) {
      ;(array.buffer as ArrayBuffer).transfer(0)
    }
  }

  private keepWholeTimes(votes: number): void {
    const times = new Float64Array(votesPerBlock)
    for (let place = 0; place < votes; place++) times[place] = this.timeAt(place)
    this.offset = times
    this.base = 0
  }
}
