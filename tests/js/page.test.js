// What of the search page needs no page: addresses and what they ask for, results as text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, chosenOf, stateOf, toggled } from "../../docs/assets/search/address.js";
import { numeral } from "../../docs/assets/search/numeral.js";
import { asText } from "../../docs/assets/search/results.js";

const FACETS = ["kind", "year"];

test("an address says all that the page shows, and a state is what its address says", () => {
  for (const search of ["", "?q=%D8%B3%D8%AC%D9%86&sort=oldest&kind=article&year=2019&year=2021", "?q=a%26b%3D%22c%22&sort=newest"]) {
    const state = stateOf(search, FACETS);
    assert.deepEqual(stateOf(addressOf(state), FACETS), state);
  }
  assert.equal(addressOf(stateOf("", FACETS)), "");
});

test("what an address asks for that the page does not know is nothing", () => {
  const state = stateOf("?q=x&sort=random&__proto__=a&constructor=b&kind=&kind=article&kind=article&theme=t", FACETS);
  assert.deepEqual(state, { text: "x", sort: "relevance", filters: { kind: ["article"], year: [] } });
  assert.deepEqual([stateOf("?sort=date", FACETS).sort, stateOf("?q=%ff%", FACETS).text], ["newest", "\ufffd%"]);
});

test("a value that narrows is added and taken away", () => {
  const state = stateOf("?q=x&kind=article", FACETS);
  const more = toggled(state, "year", "2019");
  assert.deepEqual(chosenOf(more), [["kind", "article"], ["year", "2019"]]);
  assert.deepEqual(toggled(more, "year", "2019"), state);
});

test("results as text have a line for the title, for each thing said of them, and for the address", () => {
  const found = { kind: "article", called: "مادة", among: "مواد", text: ["نص"] };
  const all = [
    { ...found, url: "a/#l3", title: ["عنوان ", { mark: "سجون" }], meta: "ليفانت · 2021 (تقديري)" },
    { ...found, url: "b/", title: ["سوريا"], meta: "" },
  ];
  const text = "عنوان سجون\nليفانت\n2021 (تقديري)\nhttps://example.org/d/a/#l3\n\nسوريا\nhttps://example.org/d/b/\n";
  assert.equal(asText(all, new URL("https://example.org/d/")), text);
});

test("numbers have the dossier's digits, and no sign between thousands", () => {
  assert.deepEqual([numeral(12345), numeral(12345, "arab")], ["12345", "١٢٣٤٥"]);
});
