/** Whoever touches what the stand-in does not have hears so at once, rather than getting `undefined`. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON') {
        const value = Reflect.get(object, key, object);
        return typeof value === 'function' ? value.bind(object) : value;
      }
      throw new Error(`The stand-in for Electron has no ${name}.${key}.`);
    },
  });
}

/** The same for a class and all that is made of it. */
export function strictClass<T extends new (...args: never[]) => object>(name: string, made: T): T {
  return new Proxy(strict(name, made), {
    construct: (_target, args) => strict(name, Reflect.construct(made, args) as object),
  });
}

/** What Electron hands to a listener that may prevent what would follow. */
export class Preventable {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
