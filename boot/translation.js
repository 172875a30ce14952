// Lets the app speak in a page that the browser translates. A translator puts elements of its own, `<font>`, in the place of
// texts. The app holds on to its text nodes, which are then in no page, and what it writes into them would not be seen. So a
// text that the app writes anew goes back to its place; the translator translates it again.

// What stands in the place of a text.
const places = new WeakMap();

const isText = (node) => node.nodeType === Node.TEXT_NODE;
const isTranslation = (node) => node?.localName === "font";

/** Starts to look after texts that a translator replaces from now on. */
export function followTranslator() {
  const observer = new MutationObserver((records) => records.forEach(follow));
  const follow = ({ type, target, addedNodes, removedNodes, previousSibling, nextSibling }) => {
    if (type === "characterData") return bringBack(target);
    const place = [...addedNodes, previousSibling, nextSibling].find(isTranslation);
    // Texts within a translation are the translator's.
    if (!place || isTranslation(target)) return;
    for (const text of [...removedNodes].filter(isText)) {
      places.set(text, place);
      observer.observe(text, { characterData: true });
    }
  };
  observer.observe(document.body, { childList: true, subtree: true });
}

function bringBack(text) {
  const place = places.get(text);
  if (place?.isConnected && !text.isConnected) place.replaceWith(text);
}
