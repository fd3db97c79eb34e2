/**
 * Tells how each test of a file ended, as JSON lines, for pytest.
 * @param {AsyncIterable<import("node:test/reporters").TestEvent>} source
 */
export default async function* reporter(source) {
  for await (const event of source) {
    if (event.type !== "test:pass" && event.type !== "test:fail") continue;
    const { name, details } = event.data;
    const cause = "error" in details ? details.error.cause : undefined;
    const error = cause instanceof Error ? cause.stack : cause;
    yield `${JSON.stringify({ name, passed: event.type === "test:pass", error: error && String(error) })}\n`;
  }
}
