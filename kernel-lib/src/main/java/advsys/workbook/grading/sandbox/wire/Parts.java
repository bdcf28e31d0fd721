package advsys.workbook.grading.sandbox.wire;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record, taken apart.
///
/// @param name the record's simple name
/// @param values its components, in their order
public record Parts(String name, List<@Nullable Object> values) {
    public Parts {
        values = Collections.unmodifiableList(new ArrayList<>(values)); // null is a value
    }
}
