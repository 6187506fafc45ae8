// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

import java.util.Arrays;

/**
 * The regions of one side in the order of their keys: a B+ tree (Bayer and McCreight, 1972) of
 * nodes with up to {@value #NODE_CAPACITY} entries. A full node splits, an empty one goes; nodes
 * are never joined, so that a change costs at most one split a storey. Small sides have one small
 * node.
 *
 * <p>Used when a region comes or goes, and when {@link PriceLadder} does not remember one. Owned by
 * one match shard.
 */
final class RegionTree {
    private static final int NODE_CAPACITY = 64;
    private static final int FIRST_CAPACITY = 4;

    /** A leaf has regions, an inner node has children; key i is the least one below child i. */
    private static final class Node {
        long[] keys;
        int[] regions;
        Node[] children;
        int count;
        Node nextFree;

        Node(boolean leaf, int capacity) {
            keys = new long[capacity];
            if (leaf) {
                regions = new int[capacity];
            } else {
                children = new Node[capacity];
            }
        }

        boolean isLeaf() {
            return children == null;
        }

        /** Index of the last key that is not above this one; -1 if all are. */
        int indexFor(long key) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (keys[middle] <= key) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - 1;
        }
    }

    private Node root;
    private Node freeLeaves;
    private Node freeInner;
    private long movedWords;

    /** The region of the greatest key not above this one, or {@link PriceNodes#NONE}. */
    int floor(long key) {
        Node node = root;
        while (node != null) {
            int index = node.indexFor(key);
            if (index < 0) {
                return PriceNodes.NONE;
            }
            if (node.isLeaf()) {
                return node.regions[index];
            }
            node = node.children[index];
        }
        return PriceNodes.NONE;
    }

    /** The region of the least key, or {@link PriceNodes#NONE}. */
    int first() {
        Node node = root;
        while (node != null && !node.isLeaf()) {
            node = node.children[0];
        }
        return node == null ? PriceNodes.NONE : node.regions[0];
    }

    /** Adds a region whose key is not there. */
    void add(long key, int region) {
        if (root == null) {
            root = takeNode(true);
        }
        Node right = add(root, key, region);
        if (right != null) {
            Node left = root;
            root = takeNode(false);
            root.keys[0] = left.keys[0];
            root.children[0] = left;
            root.keys[1] = right.keys[0];
            root.children[1] = right;
            root.count = 2;
        }
    }

    /** Takes a key out that is there. */
    void remove(long key) {
        remove(root, key);
        while (root != null && !root.isLeaf() && root.count == 1) {
            Node only = root.children[0];
            release(root);
            root = only;
        }
        if (root != null && root.count == 0) {
            release(root);
            root = null;
        }
    }

    /** Words moved so far by insertions, removals and splits. */
    long movedWords() {
        return movedWords;
    }

    /** Adds below a node; the new right half if it had to be split. Depth: the tree's height. */
    private Node add(Node node, long key, int region) {
        int index = node.indexFor(key);
        if (node.isLeaf()) {
            return insert(node, index + 1, key, region, null);
        }
        if (index < 0) {
            index = 0;
            node.keys[0] = key;
        }
        Node right = add(node.children[index], key, region);
        return right == null ? null : insert(node, index + 1, right.keys[0], 0, right);
    }

    /** Puts an entry into a node; the new right half if it was full. */
    private Node insert(Node node, int index, long key, int region, Node child) {
        if (node.count < NODE_CAPACITY) {
            insertWithRoom(node, index, key, region, child);
            return null;
        }
        Node right = takeNode(node.isLeaf());
        int half = NODE_CAPACITY / 2;
        ensureCapacity(right, half + 1);
        System.arraycopy(node.keys, half, right.keys, 0, half);
        if (node.isLeaf()) {
            System.arraycopy(node.regions, half, right.regions, 0, half);
        } else {
            System.arraycopy(node.children, half, right.children, 0, half);
            Arrays.fill(node.children, half, NODE_CAPACITY, null);
        }
        node.count = half;
        right.count = half;
        movedWords += NODE_CAPACITY;
        if (index <= half) {
            insertWithRoom(node, index, key, region, child);
        } else {
            insertWithRoom(right, index - half, key, region, child);
        }
        return right;
    }

    private void insertWithRoom(Node node, int index, long key, int region, Node child) {
        ensureCapacity(node, node.count + 1);
        int behind = node.count - index;
        System.arraycopy(node.keys, index, node.keys, index + 1, behind);
        node.keys[index] = key;
        if (node.isLeaf()) {
            System.arraycopy(node.regions, index, node.regions, index + 1, behind);
            node.regions[index] = region;
        } else {
            System.arraycopy(node.children, index, node.children, index + 1, behind);
            node.children[index] = child;
        }
        node.count++;
        movedWords += 2L * behind;
    }

    /** Takes a key out below a node. Depth: the tree's height. */
    private void remove(Node node, long key) {
        int index = node.indexFor(key);
        if (!node.isLeaf()) {
            Node child = node.children[index];
            remove(child, key);
            if (child.count > 0) {
                node.keys[index] = child.keys[0];
                return;
            }
            release(child);
        }
        int behind = node.count - index - 1;
        System.arraycopy(node.keys, index + 1, node.keys, index, behind);
        if (node.isLeaf()) {
            System.arraycopy(node.regions, index + 1, node.regions, index, behind);
        } else {
            System.arraycopy(node.children, index + 1, node.children, index, behind);
            node.children[node.count - 1] = null;
        }
        node.count--;
        movedWords += 2L * behind;
    }

    private static void ensureCapacity(Node node, int needed) {
        if (needed > node.keys.length) {
            int capacity = Math.min(NODE_CAPACITY, Math.max(needed, node.keys.length * 2));
            node.keys = Arrays.copyOf(node.keys, capacity);
            if (node.isLeaf()) {
                node.regions = Arrays.copyOf(node.regions, capacity);
            } else {
                node.children = Arrays.copyOf(node.children, capacity);
            }
        }
    }

    private Node takeNode(boolean leaf) {
        Node node = leaf ? freeLeaves : freeInner;
        if (node == null) {
            return new Node(leaf, FIRST_CAPACITY);
        }
        if (leaf) {
            freeLeaves = node.nextFree;
        } else {
            freeInner = node.nextFree;
        }
        node.nextFree = null;
        return node;
    }

    private void release(Node node) {
        node.count = 0;
        if (node.isLeaf()) {
            node.nextFree = freeLeaves;
            freeLeaves = node;
        } else {
            Arrays.fill(node.children, null);
            node.nextFree = freeInner;
            freeInner = node;
        }
    }
}
