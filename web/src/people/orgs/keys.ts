/** Under which keys the page holds what it knows of the tree of units. */
export const treeKey = ["tree"];
