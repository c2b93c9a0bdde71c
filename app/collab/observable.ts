/** A value that can be watched, as React's `useSyncExternalStore` wants it: the same object until something differs. */
export class Observable<T extends object> {
  private readonly listeners = new Set<() => void>()

  constructor(private value: T) {}

  readonly get = (): T => this.value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  change(part: Partial<T>): void {
    const keys = Object.keys(part) as (keyof T)[]
    if (keys.every(key => Object.is(this.value[key], part[key]))) return
    this.value = { ...this.value, ...part }
    for (const listener of [...this.listeners]) listener()
  }
}
