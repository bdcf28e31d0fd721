package advsys.multiprocessor;

import advsys.lab.HostCard;
import java.util.Comparator;

/// The size of each CPU's cache, in lines of 64 bytes. The line to be replaced is the one that was used longest ago.
///
/// @param sets how many sets; a line belongs to the set of its number
/// @param ways how many lines a set holds
public record CacheSize(int sets, int ways) {
    /// 256 KiB, four ways.
    public static CacheSize usual() {
        return new CacheSize(1024, 4);
    }

    /// The largest cache that a core of this host has for itself; [#usual] where that is not known.
    public static CacheSize ofThisHost() {
        return HostCard.here().caches().stream()
                .filter(cache -> cache.sharedBy() < 3 && !cache.type().startsWith("I") && cache.ways() > 0)
                .map(cache -> new CacheSize(
                        Integer.highestOneBit(Math.clamp(cache.bytes() / 64 / cache.ways(), 1, 1 << 16)), cache.ways()))
                .max(Comparator.comparingInt(CacheSize::lines))
                .orElse(usual());
    }

    /// @throws IllegalArgumentException if there is no room for a line, or `sets` is no power of two
    public CacheSize {
        if (sets < 1 || ways < 1 || Integer.bitCount(sets) != 1) {
            throw new IllegalArgumentException("a cache of " + sets + " sets of " + ways
                    + ": take a power of two for the sets, and at least 1 way");
        }
    }

    int lines() {
        return sets * ways;
    }
}
