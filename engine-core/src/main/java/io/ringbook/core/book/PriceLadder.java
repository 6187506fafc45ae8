// SPDX-License-Identifier: Apache-2.0
package io.ringbook.core.book;

/**
 * The price levels of one side of a book, best first.
 *
 * <p>A price is three steps away: its region of 4,096 prices in a small direct-mapped table, its
 * page of 64 prices in the region, its level in the page ({@link PriceNodes}). Where a node has
 * children is in the bits of one word, so the next best level is a few reads away however far its
 * price is. A region that the table does not have is found in, or added to, a {@link RegionTree}.
 * Keys are normalised so that the best price has the greatest key on both sides.
 *
 * <p>Cost: best O(1); find, open and close O(1) while the region exists, else O(log regions).
 * Memory grows with the levels, never with the range of prices. No allocation once warm. Owned by
 * one match shard. See ADR 0013.
 */
public final class PriceLadder {
    private static final int REGION_BITS = 2 * PriceNodes.FANOUT_BITS;
    private static final int FIRST_TABLE = 4;
    private static final int LARGEST_TABLE = 4096;
    private static final int LARGEST_RECENT = 16_384;

    private final PriceLevels levels;
    private final PriceNodes nodes;
    private final RegionTree tree = new RegionTree();

    /** 0 for bids, -1 for asks: key and price are each other's exclusive or with it. */
    private final long flip;

    /**
     * Regions by the last bits of their keys; at least as many places as regions, up to a limit.
     */
    private int[] table = new int[FIRST_TABLE];

    private int best;

    /** Key of the best price; the least of all when there is none. */
    private long bestKey = Long.MIN_VALUE;

    /**
     * The best level of those in the nodes, and its key; the best of all unless one is in front.
     */
    private int inner;

    private long innerKey = Long.MIN_VALUE;

    /**
     * Levels in the nodes by the last bits of their keys, as they were found last; a short cut.
     * Twice as many places as levels, up to a limit.
     */
    private int[] recent = new int[FIRST_TABLE];

    private int levelCount;
    private int regionCount;

    /**
     * @param bids true if a higher price is better
     */
    PriceLadder(boolean bids, PriceLevels levels, PriceNodes nodes) {
        this.flip = bids ? 0 : -1;
        this.levels = levels;
        this.nodes = nodes;
    }

    /** The level that trades first, or {@link PriceLevels#NONE} when the side is empty. */
    public int best() {
        return best;
    }

    /** Price in ticks of the best level; of no meaning when there is none. */
    public long bestPrice() {
        return bestKey ^ flip;
    }

    /** True if an incoming order with a limit in ticks would trade with the best level. */
    public boolean isCrossedBy(long limit) {
        return bestKey >= (limit ^ flip) && best != PriceLevels.NONE;
    }

    /** True if an incoming order with a limit would trade at a price of this side. Ticks. */
    boolean isCrossed(long price, long limit) {
        return (price ^ flip) >= (limit ^ flip);
    }

    /** Number of levels. */
    public int levelCount() {
        return levelCount;
    }

    /** The level at a price in ticks, or {@link PriceLevels#NONE}. */
    public int find(long price) {
        long key = price ^ flip;
        if (key == bestKey) {
            return best;
        }
        int region = region(key >> REGION_BITS);
        int pageIndex = pageIndex(key);
        if (region == PriceNodes.NONE || !nodes.has(region, pageIndex)) {
            return PriceLevels.NONE;
        }
        int page = nodes.child(region, pageIndex);
        int index = levelIndex(key);
        return nodes.has(page, index) ? nodes.child(page, index) : PriceLevels.NONE;
    }

    /** The next level behind this one, away from the best; {@link PriceLevels#NONE} at the end. */
    public int worse(int level) {
        if (level != inner && level == best) {
            return inner;
        }
        long key = levels.price(level) ^ flip;
        int page = levels.page(level);
        int index = nodes.worseThan(page, levelIndex(key));
        if (index < 0) {
            int region = nodes.region(page);
            int pageIndex = nodes.worseThan(region, pageIndex(key));
            if (pageIndex < 0) {
                region = nodes.worse(region);
                if (region == PriceNodes.NONE) {
                    return PriceLevels.NONE;
                }
                pageIndex = nodes.best(region);
            }
            page = nodes.child(region, pageIndex);
            index = nodes.best(page);
        }
        return nodes.child(page, index);
    }

    /** The level at a price, opened if it is not there. */
    int findOrOpen(long price) {
        long key = price ^ flip;
        if (key > bestKey || best == PriceLevels.NONE) {
            return openInFront(price, key);
        }
        return key == bestKey ? best : findOrOpenInside(price, key);
    }

    /** Takes an emptied level out. */
    void close(int level) {
        levelCount--;
        if (level != best) {
            closeInside(level);
        } else if (level != inner) {
            levels.release(level);
            best = inner;
            bestKey = innerKey;
        } else {
            closeInside(level);
            best = inner;
            bestKey = innerKey;
        }
    }

    /** Words moved so far to keep the order of the regions. */
    long movedWords() {
        return tree.movedWords();
    }

    private static int pageIndex(long key) {
        return (int) (key >> PriceNodes.FANOUT_BITS) & PriceNodes.FANOUT_MASK;
    }

    private static int levelIndex(long key) {
        return (int) key & PriceNodes.FANOUT_MASK;
    }

    private int openInFront(long price, long key) {
        if (best != inner) {
            int page = page(bestKey);
            nodes.add(page, levelIndex(bestKey), best);
            levels.setPage(best, page);
            inner = best;
            innerKey = bestKey;
        }
        best = levels.take(price, PriceNodes.NONE);
        bestKey = key;
        levelCount++;
        return best;
    }

    private int findOrOpenInside(long price, long key) {
        int level = recent[(int) key & (recent.length - 1)];
        return level != PriceLevels.NONE && levels.price(level) == price
                ? level
                : findOrOpenInNodes(price, key);
    }

    private int findOrOpenInNodes(long price, long key) {
        int page = page(key);
        int index = levelIndex(key);
        int level;
        if (nodes.has(page, index)) {
            level = nodes.child(page, index);
        } else {
            level = levels.take(price, page);
            nodes.add(page, index, level);
            levelCount++;
            if (key > innerKey || inner == PriceLevels.NONE) {
                inner = level;
                innerKey = key;
            }
        }
        if (levelCount * 2 > recent.length && recent.length < LARGEST_RECENT) {
            // The levels come back to the larger table as they are asked for.
            recent = new int[recent.length * 2];
        }
        recent[(int) key & (recent.length - 1)] = level;
        return level;
    }

    private void closeInside(int level) {
        long key = levels.price(level) ^ flip;
        int place = (int) key & (recent.length - 1);
        if (recent[place] == level) {
            recent[place] = PriceLevels.NONE;
        }
        int page = levels.page(level);
        levels.release(level);
        int region = nodes.region(page);
        boolean pageStays = nodes.remove(page, levelIndex(key));
        boolean regionStays = true;
        if (!pageStays) {
            nodes.release(page);
            regionStays = nodes.remove(region, pageIndex(key));
        }
        if (level == inner) {
            if (pageStays) {
                innerIsIn(page);
            } else if (regionStays) {
                innerIsIn(nodes.child(region, nodes.best(region)));
            } else {
                innerIsInRegion(nodes.worse(region));
            }
        }
        if (!regionStays) {
            closeRegion(region);
        }
    }

    private void innerIsInRegion(int region) {
        if (region == PriceNodes.NONE) {
            inner = PriceLevels.NONE;
            innerKey = Long.MIN_VALUE;
        } else {
            innerIsIn(nodes.child(region, nodes.best(region)));
        }
    }

    private void innerIsIn(int page) {
        int index = nodes.best(page);
        inner = nodes.child(page, index);
        innerKey = nodes.key(page) << PriceNodes.FANOUT_BITS | index;
    }

    /** The page of a key, opened if it is not there. */
    private int page(long key) {
        int region = regionOrOpen(key >> REGION_BITS);
        int pageIndex = pageIndex(key);
        if (nodes.has(region, pageIndex)) {
            return nodes.child(region, pageIndex);
        }
        int page = nodes.take(key >> PriceNodes.FANOUT_BITS, region);
        nodes.add(region, pageIndex, page);
        return page;
    }

    private int region(long regionKey) {
        int region = table[(int) regionKey & (table.length - 1)];
        if (region != PriceNodes.NONE && nodes.key(region) == regionKey) {
            return region;
        }
        region = tree.floor(regionKey);
        return region != PriceNodes.NONE && nodes.key(region) == regionKey
                ? region
                : PriceNodes.NONE;
    }

    private int regionOrOpen(long regionKey) {
        int place = (int) regionKey & (table.length - 1);
        int region = table[place];
        if (region != PriceNodes.NONE && nodes.key(region) == regionKey) {
            return region;
        }
        region = tree.floor(regionKey);
        if (region == PriceNodes.NONE || nodes.key(region) != regionKey) {
            return openRegion(regionKey, region);
        }
        table[place] = region;
        return region;
    }

    private int openRegion(long regionKey, int worse) {
        int better = worse == PriceNodes.NONE ? tree.first() : nodes.better(worse);
        int region = nodes.take(regionKey, PriceNodes.NONE);
        nodes.join(better, region);
        nodes.join(region, worse);
        tree.add(regionKey, region);
        regionCount++;
        if (regionCount > table.length && table.length < LARGEST_TABLE) {
            // The regions come back to the larger table as they are asked for.
            table = new int[table.length * 2];
        }
        table[(int) regionKey & (table.length - 1)] = region;
        return region;
    }

    private void closeRegion(int region) {
        long regionKey = nodes.key(region);
        tree.remove(regionKey);
        nodes.join(nodes.better(region), nodes.worse(region));
        nodes.release(region);
        regionCount--;
        int place = (int) regionKey & (table.length - 1);
        if (table[place] == region) {
            table[place] = PriceNodes.NONE;
        }
    }
}
