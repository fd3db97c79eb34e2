// Tells how each test of a file ended, as JSON lines, for pytest.
export default async function* reporter(source) {
  for await (const { type, data } of source) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const error = data.details.error;
    yield `${JSON.stringify({ name: data.name, passed: type === "test:pass", error: error && String(error.cause?.stack ?? error) })}\n`;
  }
}
