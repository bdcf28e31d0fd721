package advsys.workbook.kernel.jshell.magic;

/// A line of the kernel's own.
public interface Magic {
    /// How it is written, `%jars GLOB…`, and what it does, for the list of magics.
    String usage();

    /// Does it.
    ///
    /// @param arguments what stands behind the name
    /// @throws MagicException if that makes no sense, or fails
    /// @throws Exception if code that it runs fails
    void run(String arguments, Host host) throws Exception;
}
