namespace Fairload.Core.HealthCheck.Report;

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Lying bars: for categories with long names.</summary>
    Bar,

    /// <summary>Standing bars.</summary>
    Column,

    /// <summary>Points in time, joined.</summary>
    Line,
}

/// <summary>What one colour or line of a chart tells.</summary>
/// <param name="Values">One for each category; null where there is none.</param>
public sealed record ReportSeries(string Name, IReadOnlyList<decimal?> Values);

/// <summary>A chart. Its figures stand in words in its text, and in the files of tables as a table.</summary>
/// <param name="Code">Lower case with hyphens, as that of a table.</param>
/// <param name="CategoriesAre">What the categories are: year, service.</param>
/// <param name="Alt">What the chart shows, for whoever does not see it.</param>
public sealed record ChartBlock(
    string Code, ChartKind Kind, string Title, string CategoriesAre, IReadOnlyList<string> Categories, IReadOnlyList<ReportSeries> Series,
    string Unit, int Decimals, NumberNote Note, string Alt) : ReportBlock
{
    /// <summary>More can not be told apart by colour and pattern.</summary>
    public const int MostSeries = 4;

    /// <summary>Its figures are rounded to the nearest so many for the edition at hand; 0 for not at all.</summary>
    public decimal RoundedTo { get; init; }

    public TableBlock AsTable() => new(
        Code, Title, Alt, [CategoriesAre, .. Series.Select(s => s.Name)],
        [.. Categories.Select((category, at) => new ReportRow(category, [.. Series.Select(s => Cell(s.Values[at]))]))]);

    private ReportCell Cell(decimal? value) => value is { } known
        ? ReportCell.Of(new(known, Unit, Decimals, Note.On, Note.Base, Note.Protection, RoundedTo)) : ReportCell.NotAvailable;
}
