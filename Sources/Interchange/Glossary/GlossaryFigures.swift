/// Columns of figures that stand in a table of proposals (`lathu terms extract`) for whoever looks through it. Reading a
/// glossary leaves them out, and says nothing of it.
public enum GlossaryFigures {
    /// Their titles: how often the term occurs; in which share of its pairs the translation stands too; G² of the term’s
    /// weakest joint; its C-value; G² and Dice’s coefficient of term and translation.
    public static let titles = [
        "count", "share", "log-likelihood", "c-value", "association", "dice",
    ]
}
