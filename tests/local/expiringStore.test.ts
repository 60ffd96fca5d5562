import { expect } from "chai";

import { ExpiringStore } from "../../local/expiringStore";

describe("A store of values that expire", () => {
    const now = Date.now;
    afterEach(() => {
        Date.now = now;
    });

    it("keeps so many values at a time, the newest", () => {
        const store = new ExpiringStore<number>(10, 3);
        for (const value of [1, 2, 3, 4]) store.set(String(value), value);
        expect(store.size).to.equal(3);
        expect(["1", "2", "4"].map((id) => store.get(id))).to.deep.equal([undefined, 2, 4]);
    });

    it("keeps a value no longer than it may live, and makes room with the next", () => {
        const store = new ExpiringStore<number>(10);
        const start = now();
        Date.now = () => start;
        store.set("a", 1);
        Date.now = () => start + 9_999;
        expect(store.get("a")).to.equal(1);
        Date.now = () => start + 10_000;
        expect([store.get("a"), store.take("a")]).to.deep.equal([undefined, undefined]);
        store.set("b", 2);
        Date.now = () => start + 20_000;
        store.set("c", 3);
        expect(store.size).to.equal(1);
    });

    it("gives a value that is taken no second time", () => {
        const store = new ExpiringStore<number>(10);
        store.set("a", 1);
        expect([store.take("a"), store.take("a"), store.take(undefined)]).to.deep.equal([
            1,
            undefined,
            undefined,
        ]);
    });

    it("lets a value that is set anew live anew", () => {
        const store = new ExpiringStore<number>(10, 2);
        const start = now();
        Date.now = () => start;
        store.set("a", 1);
        store.set("b", 2);
        Date.now = () => start + 9_000;
        store.set("a", 3);
        Date.now = () => start + 11_000;
        expect([store.get("a"), store.get("b")]).to.deep.equal([3, undefined]);
    });
});
