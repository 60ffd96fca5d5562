import dns from "node:dns/promises";

/** What DNS has for a name: an address, or the code that a look-up of it fails with. */
export type Records = Readonly<Record<string, string>>;

/** Has DNS of a test's own for the tests of a suite, which returns the names that were looked up. */
export function useDns(records: Records): string[] {
    const asked: string[] = [];
    const { resolve4 } = dns.Resolver.prototype;
    before(() => {
        const respond = (name: string) => {
            asked.push(name);
            const found = records[name];
            if (found === undefined) throw new Error(`Nothing is to look up '${name}'.`);
            if (/^[\d.]+$/.test(found)) return Promise.resolve([found]);
            return Promise.reject(Object.assign(new Error(found), { code: found }));
        };
        dns.Resolver.prototype.resolve4 = respond as typeof resolve4;
    });
    after(() => {
        dns.Resolver.prototype.resolve4 = resolve4;
    });
    return asked;
}
