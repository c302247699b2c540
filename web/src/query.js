// The page of the SPARQL editor: Yasgui over this server only, with the shipped questions to choose from.
import Yasgui from "@zazuko/yasgui";
import "@zazuko/yasgui/build/yasgui.min.css";
import "./query.css";

const told = JSON.parse(document.getElementById("told").textContent);
const endpoint = new URL(told.endpoint, location.href).href;
const asked = new URLSearchParams(location.hash.slice(1)).get("query");

const config = {
  persistenceId: "qurultay",
  populateFromUrl: false,
  copyEndpointOnNewTab: true,
  endpointCatalogueOptions: { getData: () => [] }, // no lists of other endpoints
  requestConfig: { endpoint, method: "POST", headers: {} },
};
// Of the completers two know all they offer themselves; the others ask a service on the web.
Yasgui.Yasqe.defaults.autocompleters = ["variables"];
Yasgui.Yasqe.defaults.prefixCcApi = null;
Yasgui.Yasqe.defaults.value = told.questions[0].sparql;

const yasgui = new Yasgui(document.getElementById("editor"), config);
for (const tab of Object.values(yasgui._tabs)) tab.setEndpoint(endpoint);
yasgui.on("tabAdd", (_, id) => yasgui.getTab(id)?.setEndpoint(endpoint));

// A thing of this store is shown by this server, whatever its IRI says.
function lead(event) {
  const link = event.target.closest?.("a[href]");
  if (link?.href.startsWith(told.base)) link.href = `/id/${link.href.slice(told.base.length)}`;
}
for (const kind of ["pointerover", "focusin"]) document.getElementById("editor").addEventListener(kind, lead);

const choice = document.getElementById("question");
for (const { name, question } of told.questions) choice.add(new Option(question, name));
choice.selectedIndex = -1;
choice.addEventListener("change", () => {
  const { name, sparql } = told.questions.find((it) => it.name === choice.value);
  const tab = yasgui.getTab() ?? yasgui.addTab(true);
  tab.setName(name);
  tab.setQuery(sparql);
  tab.query().catch(() => {}); // what went wrong stands below the editor
});

if (asked) {
  yasgui.addTab(true, { ...Yasgui.Tab.getDefaults(yasgui), name: "?" });
  yasgui.getTab().setQuery(asked);
  yasgui.getTab().setEndpoint(endpoint);
}
