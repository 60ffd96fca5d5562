import { listen } from "../../local/loopback";

/** A call to AWS: the action, and what was sent. */
export interface Call {
    readonly action: string;
    readonly input: Readonly<Record<string, unknown>>;
}

/** What stands between a caller and AWS. */
export interface CallRecorder {
    readonly endpoint: string;
    readonly calls: Call[];
    /** Responds in AWS's place, by the name of an error, or is notified of a call. */
    onCall: (call: Call) => string | undefined | Promise<undefined>;
    readonly close: () => Promise<void>;
}

/** Records the calls to an AWS, and passes them on. */
export async function recordCalls(target: string): Promise<CallRecorder> {
    const server = await listen(0);
    const recorder: CallRecorder = {
        endpoint: `http://127.0.0.1:${String(server.port)}`,
        calls: [],
        onCall: () => undefined,
        close: () => server.close(),
    };
    server.serve(async (request) => {
        const body = await request.text();
        const [, action = ""] = (request.headers.get("x-amz-target") ?? "").split(".");
        const call = { action, input: JSON.parse(body) as Call["input"] };
        recorder.calls.push(call);
        const error = await recorder.onCall(call);
        if (error !== undefined) {
            const message = `made up for ${action}`;
            return Response.json({ __type: error, message }, { status: 400 });
        }
        const headers = new Headers(request.headers);
        headers.delete("content-length");
        return fetch(target, { method: "POST", headers, body });
    });
    return recorder;
}
