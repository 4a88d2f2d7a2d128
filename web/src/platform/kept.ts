/** What this device keeps for one person between visits. Another person at the same PC opens another box. */

export interface Shelf<Value> {
  all(): Promise<Value[]>;
  get(key: string): Promise<Value | undefined>;
  put(key: string, value: Value): Promise<void>;
  remove(key: string): Promise<void>;
}

const STORE = "kept";
const boxes = new Map<string, Promise<IDBDatabase>>();

/** A named shelf in an account's box. Works without storage too (private windows): then every promise rejects. */
export function shelfOf<Value>(account: string, shelf: string): Shelf<Value> {
  const within = IDBKeyRange.bound([shelf], [shelf, []]);
  return {
    all: () => run(account, "readonly", (store) => store.getAll(within) as IDBRequest<Value[]>),
    get: (key) =>
      run(account, "readonly", (store) => store.get([shelf, key]) as IDBRequest<Value | undefined>),
    put: async (key, value) => {
      await run(account, "readwrite", (store) => store.put(value, [shelf, key]));
    },
    remove: async (key) => {
      await run(account, "readwrite", (store) => store.delete([shelf, key]));
    },
  };
}

async function run<Result>(
  account: string,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const box = await open(account);
  return new Promise((resolve, reject) => {
    // "strict": what we call kept must outlive a power cut, for the person has stopped looking after it.
    const transaction = box.transaction(STORE, mode, { durability: "strict" });
    const request = ask(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

function open(account: string): Promise<IDBDatabase> {
  const found = boxes.get(account);
  if (found) return found;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`yoriai-${account}`, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(letGoWhenAsked(account, request.result));
    request.onerror = () => reject(request.error);
  });
  boxes.set(account, opening);
  opening.catch(() => boxes.delete(account));
  return opening;
}

/** A tab that holds on to the box would keep another one from renewing it. */
function letGoWhenAsked(account: string, box: IDBDatabase): IDBDatabase {
  const letGo = () => boxes.delete(account);
  box.onclose = letGo;
  box.onversionchange = () => {
    box.close();
    letGo();
  };
  return box;
}

/** What is kept at once, for a page that goes away has no time to wait for its box. */
export interface Slips<Value> {
  all(): Value[];
  put(key: string, value: Value): void;
  remove(key: string): void;
}

/** Beside a shelf of the same name. In a private window nothing is kept, and nothing fails. */
export function slipsOf<Value>(account: string, shelf: string): Slips<Value> {
  const before = `yoriai-${account}-${shelf}-`;
  return {
    all: () =>
      quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(before)), []).flatMap((key) =>
        // As it was written below.
        quietly(() => [JSON.parse(localStorage.getItem(key) ?? "") as Value], []),
      ),
    put: (key, value) => quietly(() => localStorage.setItem(before + key, JSON.stringify(value)), undefined),
    remove: (key) => quietly(() => localStorage.removeItem(before + key), undefined),
  };
}

function quietly<Result>(act: () => Result, otherwise: Result): Result {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
