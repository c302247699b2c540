// The page of a store: reads the data that stands in it, and draws them.
import "./view.css";
import cytoscape from "cytoscape";
import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

globalThis.qurultay = { cytoscape, Graph, forceAtlas2 };
