package advsys.lab.diagram;

/// One line of a drawing: a message or an event of a sequence, or a transition between states.
///
/// @param to empty for an event that is no message
/// @param marked the one that is looked at
public record Arrow(String from, String to, String what, boolean marked) {}
