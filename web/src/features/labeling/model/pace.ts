/** How fast the labeler goes right now, and how long the item on screen was really looked at. */

const WINDOW_MS = 2000;

export class Pace {
  private times: number[] = [];

  mark(at: number): void {
    this.times.push(at);
    this.trim(at);
  }

  perSecond(now: number): number {
    this.trim(now);
    return (this.times.length * 1000) / WINDOW_MS;
  }

  private trim(now: number): void {
    this.times = this.times.filter((at) => now - at < WINDOW_MS);
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
