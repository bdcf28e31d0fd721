package advsys.locks;

/// A number that a lock protects, alone on its pair of lines, so that nothing but the lock brings it from core
/// to core.
final class SharedCount extends CountField {
    long a000, a008, a016, a024, a032, a040, a048, a056; // behind the value: 64 bytes
    long a064, a072, a080, a088, a096, a104, a112, a120; // 128 bytes
}

/// The middle step of the ladder: behind the padding of its superclass, before that of its subclass.
abstract class CountField extends LinePadding {
    long value; // plain: only under the lock
}
