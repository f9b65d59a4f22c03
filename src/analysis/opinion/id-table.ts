/**
 * Numbers ids from 0 in order of appearance, reading them as bytes: a log of millions of votes names the same few ids again
 * and again, and making a text of each would cost more than everything else.
 */
export class IdTable {
  private slots = new Int32Array(1024).fill(-1)
  private hashes = new Int32Array(512)
  private starts = new Uint32Array(512)
  private bytes = new Uint8Array(4096)
  private count = 0

  get size(): number {
    return this.count
  }

  /** The number of the id that stands in `bytes` from `from` up to `to`. */
  intern(bytes: Uint8Array, from: number, to: number): number {
    // FNV-1a
    let hash = 0x811c9dc5
    for (let i = from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
    const mask = this.slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (; ; slot = (slot + 1) & mask) {
      const id = this.slots[slot]!
      if (id < 0) break
      if (this.hashes[id] === hash && this.isSame(id, bytes, from, to)) return id
    }
    this.slots[slot] = this.count
    this.append(hash, bytes, from, to)
    if (this.count * 2 > this.slots.length) this.grow()
    return this.count - 1
  }

  /** All ids as texts, by number. */
  texts(): string[] {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    return Array.from({ length: this.count }, (_, id) =>
      decoder.decode(this.bytes.subarray(this.starts[id]!, this.endOf(id))),
    )
  }

  private endOf(id: number): number {
    return this.starts[id + 1]!
  }

  private isSame(id: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[id]!
    if (this.endOf(id) - start !== to - from) return false
    for (let i = from, own = start; i < to; i++, own++) if (this.bytes[own] !== bytes[i]) return false
    return true
  }

  private append(hash: number, bytes: Uint8Array, from: number, to: number): void {
    const start = this.starts[this.count]!
    const end = start + to - from
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.bytes.length * 2))
      larger.set(this.bytes)
      this.bytes = larger
    }
    if (this.count + 2 > this.starts.length) {
      const starts = new Uint32Array(this.starts.length * 2)
      starts.set(this.starts)
      this.starts = starts
      const hashes = new Int32Array(this.hashes.length * 2)
      hashes.set(this.hashes)
      this.hashes = hashes
    }
    this.bytes.set(bytes.subarray(from, to), start)
    this.hashes[this.count] = hash
    this.starts[++this.count] = end
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    const mask = this.slots.length - 1
    for (let id = 0; id < this.count; id++) {
      const hash = this.hashes[id]!
      let slot = (hash ^ (hash >>> 15)) & mask
      while (this.slots[slot]! >= 0) slot = (slot + 1) & mask
      this.slots[slot] = id
    }
  }
}
