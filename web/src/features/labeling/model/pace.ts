/** How fast the labeler goes right now, and how long the item on screen was really looked at. */

/** So few that a burst is noticed with its third key. */
const KEPT = 4;
/** After a pause as long as this the pace of before says nothing. */
const STALE_MS = 2000;

export class Pace {
  private times: number[] = [];

  mark(at: number): void {
    this.times = [...this.times, at].slice(-KEPT);
  }

  perSecond(now: number): number {
    const first = this.times[0];
    const last = this.times.at(-1);
    if (first === undefined || last === undefined || this.times.length < 3 || now - last > STALE_MS) return 0;
    return ((this.times.length - 1) * 1000) / Math.max(1, last - first);
  }
}

/** Time with the item on a visible page. A cap keeps a lunch break from counting as reading. */
const LONGEST_LOOK_MS = 600_000;

export class LookTime {
  private sum = 0;
  private since: number | null = null;

  restart(now: number, visible: boolean): void {
    this.sum = 0;
    this.since = visible ? now : null;
  }

  visibility(now: number, visible: boolean): void {
    if (this.since !== null) this.sum += now - this.since;
    this.since = visible ? now : null;
  }

  read(now: number): number {
    const looked = this.sum + (this.since === null ? 0 : now - this.since);
    return Math.round(Math.min(LONGEST_LOOK_MS, looked));
  }
}
