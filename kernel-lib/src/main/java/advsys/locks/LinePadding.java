package advsys.locks;

/// 128 bytes in front of the fields of a subclass. The subclass adds 128 more behind them, and then nothing
/// that other threads write shares a cache line with them: a line has 64 bytes on most machines, and some
/// prefetchers fetch lines in pairs.
///
/// - **Guarantee** HotSpot lays out a superclass's fields before its subclass's, so that the order holds (the
///   layout test looks at the real offsets).
/// - **Cost** 256 bytes an object.
/// - **Source** the class ladders of JCTools. `@Contended` would do the same, but outside the JDK it is ignored
///   unless the JVM runs with `-XX:-RestrictContended`.
public abstract class LinePadding {
    // Why int and not long? An object's header has 8, 12 or 16 bytes, depending on the JVM's options. With 12 a long
    // leaves a hole of four bytes in front of itself, and HotSpot puts a small field of the *subclass* into it: before
    // the padding, on a line shared with whatever lies in front of the object. Ints leave no hole.
    int b000, b004, b008, b012, b016, b020, b024, b028;
    int b032, b036, b040, b044, b048, b052, b056, b060; // 64 bytes
    int b064, b068, b072, b076, b080, b084, b088, b092;
    int b096, b100, b104, b108, b112, b116, b120, b124; // 128 bytes
}
