// The Node package `openai` against the server whose address is the argument: one line for each thing that works.
import OpenAI, { toFile } from "openai";

const client = new OpenAI({ baseURL: process.argv[2] + "/v1", apiKey: "none" });
const shows = (text) => text.includes("![gen_");
let failed = 0;

async function check(name, run) {
  let ok = false, why = "";
  try { ok = await run(); } catch (error) { why = ` (${error.message})`; }
  console.log(`${ok ? "ok    " : "FAILED"} ${name}${why}`);
  failed += !ok;
}

let picture;
await check("images.generate", async () => {
  const image = await client.images.generate({ model: "gpt-image-2", prompt: "an ox", size: "512x512" });
  picture = Buffer.from(image.data[0].b64_json, "base64");
  return picture.length > 0 && image.usage.total_tokens > 0;
});
await check("images.edit", async () => {
  const image = await toFile(picture, "ox.png", { type: "image/png" });
  const edited = await client.images.edit({ model: "gpt-image-2", prompt: "add a hat", image });
  return edited.data[0].b64_json.length > 0;
});
await check("images.generate as a stream", async () => {
  const types = [];
  const asked = { model: "gpt-image-2", prompt: "a horse", stream: true, partial_images: 2 };
  for await (const event of await client.images.generate(asked)) types.push(event.type);
  return types.at(-1) === "image_generation.completed";
});
await check("chat.completions.create", async () => {
  const whole = await client.chat.completions.create({ model: "paintover", messages: [{ role: "user", content: "draw a cat" }] });
  return shows(whole.choices[0].message.content);
});
await check("chat.completions.create as a stream with usage", async () => {
  let text = "", usage;
  const asked = { model: "paintover", stream: true, stream_options: { include_usage: true }, messages: [{ role: "user", content: "draw a dog" }] };
  for await (const chunk of await client.chat.completions.create(asked)) {
    text += chunk.choices[0]?.delta?.content ?? "";
    usage = chunk.usage ?? usage;
  }
  return shows(text) && usage.total_tokens > 0;
});
await check("chat.completions.stream (helper)", async () => {
  const runner = client.chat.completions.stream({ model: "paintover", messages: [{ role: "user", content: "draw a cow" }] });
  return shows(await runner.finalContent());
});
await check("responses.create", async () => {
  const response = await client.responses.create({ model: "paintover", input: "draw a kite", tools: [{ type: "image_generation" }] });
  return response.output.some((item) => item.type === "image_generation_call" && item.result);
});
await check("an error is the package's own", async () => {
  try { await client.images.generate({ model: "m", prompt: "" }); } catch (error) { return error instanceof OpenAI.BadRequestError && error.param === "prompt"; }
  return false;
});
process.exit(failed ? 1 : 0);
