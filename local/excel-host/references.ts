/** Objects that the add-in holds beyond a request. */

/** Ranges of events are kept for a while only: handlers ask soon or never. */
const FOR_EVENTS = 100;

export class References {
  private readonly objects = new Map<string, object>();
  private readonly ofEvents: string[] = [];
  private next = 1;

  /** How many are held: a leak shows here. */
  get size(): number {
    return this.objects.size - this.ofEvents.length;
  }

  keep(object: object): string {
    const reference = `r${this.next}`;
    this.next += 1;
    this.objects.set(reference, object);
    return reference;
  }

  /** The same for the range of an event. */
  keepForEvent(object: object): string {
    const reference = this.keep(object);
    this.ofEvents.push(reference);
    if (this.ofEvents.length > FOR_EVENTS) this.objects.delete(this.ofEvents.shift()!);
    return reference;
  }

  release(reference: string): void {
    const at = this.ofEvents.indexOf(reference);
    if (at >= 0) this.ofEvents.splice(at, 1);
    this.objects.delete(reference);
  }

  get(reference: string): object | undefined {
    return this.objects.get(reference);
  }
}
