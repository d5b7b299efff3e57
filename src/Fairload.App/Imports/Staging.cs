using Fairload.Core.Imports;

namespace Fairload.App.Imports;

/// <summary>The one running of an import that a staging works for.</summary>
/// <param name="Source">Which kind of extract: cases of one source are never missed or closed by another.</param>
/// <param name="PreviousAsOf">The as-of day of the last applied extract of this source; null for the first.</param>
internal sealed record ImportStamp(Id<ImportRun> Id, string Source, DateOnly AsOf, DateOnly? PreviousAsOf, bool CloseMissing);

/// <summary>Counts of people, cases or scores while a file is held against what is stored.</summary>
internal sealed class Tally
{
    private string _digest = "";

    public int Added { get; set; }
    public int Changed { get; set; }
    public int Unchanged { get; set; }
    public int Missing { get; set; }
    public List<RowProblem> Problems { get; } = [];

    /// <summary>Taken before the missing are closed or not, which is decided only when confirming.</summary>
    public void Seal(Journal journal) => _digest = journal.Digest();

    public void Count(bool changed)
    {
        if (changed) Changed++;
        else Unchanged++;
    }

    public ImportOutcome Outcome(IReadOnlyDictionary<string, int> read, IEnumerable<RowProblem> found) =>
        new(read, Added, Changed, Unchanged, Missing, [.. found.Concat(Problems).Select(ImportProblem.Of)], _digest);
}
