import { isMap, parseDocument } from 'yaml';

/** Where a value stands: `['checks', 'vpn', 'required']`. */
export type YamlPath = readonly string[];

/**
 * The text with one value set, or taken out when it is undefined. Comments, order and everything else stay as they were
 * written. Undefined when the text is no YAML.
 */
export function setInYaml(text: string, path: YamlPath, value: unknown): string | undefined {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  if (value === undefined) {
    document.deleteIn(path);
    dropEmpty(document, path.slice(0, -1));
  } else {
    openParents(document, path);
    document.setIn(path, value);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

/** What is written at a place, before any default; undefined when nothing is. */
export function readYaml(text: string, path: YamlPath): unknown {
  const document = parseDocument(text);
  if (document.errors.length > 0) return undefined;
  const node = document.getIn(path, true) as { toJS?: (doc: unknown) => unknown } | undefined;
  return node?.toJS?.(document);
}

type Document = ReturnType<typeof parseDocument>;

/** `checks:` without anything below it is null, and nothing can be set in null. */
function openParents(document: Document, path: YamlPath): void {
  if (!isMap(document.contents)) document.contents = document.createNode({});
  for (let depth = 1; depth < path.length; depth += 1) {
    const parent = path.slice(0, depth);
    if (!isMap(document.getIn(parent, true))) document.setIn(parent, document.createNode({}));
  }
}

/** A group of the document's own that has lost its last entry goes too; a check stays, since being named is its point. */
function dropEmpty(document: Document, path: YamlPath): void {
  if (path.length !== 1) return;
  const parent = document.getIn(path, true);
  if (isMap(parent) && parent.items.length === 0) document.deleteIn(path);
}
