package advsys.lab;

/// A value that knows how it is shown: in a notebook as picture and text, on a console as text.
public interface Shown {
    /// What to show, in every form that a front end may choose from; always with plain text.
    Bundle shown();
}
