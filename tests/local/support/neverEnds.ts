// A program that waits for what never comes.
export = () => new Promise(() => undefined);
