namespace Fairload.Core.HealthCheck.Report;

/// <summary>Two editions of one report held against each other, cell by cell.</summary>
public static class EditionsCompared
{
    /// <summary>What the coarser one says and the finer one does not: nothing, or the coarser one may tell what nobody proved.</summary>
    /// <remarks>A figure counts as the same where the finer one rounds to it, by what the coarser one says it is rounded to.</remarks>
    /// <returns>Table, row and column, joined by strokes.</returns>
    public static IReadOnlyList<string> OnlyIn(ReportDocument coarser, ReportDocument finer)
    {
        var known = Figures(finer).ToDictionary(f => f.Place, f => f.Number, StringComparer.Ordinal);
        return [.. Figures(coarser).Where(f => !known.TryGetValue(f.Place, out var fine) || !IsSame(f.Number, fine)).Select(f => f.Place)];
    }

    private static IEnumerable<(string Place, ReportNumber Number)> Figures(ReportDocument report) =>
        from table in report.Tables
        from row in table.Rows
        from at in Enumerable.Range(0, row.Cells.Count)
        where row.Cells[at].Number is not null
        select ($"{table.Code} / {row.Heading} / {table.Columns[at + 1]}", row.Cells[at].Number!);

    private static bool IsSame(ReportNumber coarse, ReportNumber fine) => coarse.RoundedTo == 0 ? coarse.Value == fine.Value
        : Math.Abs(coarse.Value - fine.Value) * 2 <= coarse.RoundedTo;
}
