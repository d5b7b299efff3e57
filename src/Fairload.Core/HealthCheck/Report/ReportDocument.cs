using Fairload.Core.Surveys.Results;

namespace Fairload.Core.HealthCheck.Report;

/// <summary>
/// A report as it is read, whatever the file: the page, the Word document, the spreadsheet and the plain tables are all made of this and of
/// nothing else, so that none of them can say what another does not.
/// </summary>
/// <param name="Language">en or cy; every text of the report is in it.</param>
/// <param name="On">The day about which it tells.</param>
public sealed record ReportDocument(
    string Title, string Council, Edition Edition, string Language, DateOnly On, IReadOnlyList<ReportPart> Parts)
{
    public const string English = "en";
    public const string Welsh = "cy";

    public IEnumerable<ReportBlock> Blocks => Parts.SelectMany(p => p.Blocks);

    /// <summary>Tables, and charts as the tables of their figures, in their order.</summary>
    public IEnumerable<TableBlock> Tables => Blocks.Select(b => b switch
    {
        TableBlock table => table,
        ChartBlock chart => chart.AsTable(),
        _ => null,
    }).OfType<TableBlock>();

    /// <summary>Sentences that a person may put in other words, by their slot.</summary>
    public IReadOnlyDictionary<string, string> Sentences => Blocks.OfType<ParagraphBlock>().Where(p => p.Slot is not null)
        .DistinctBy(p => p.Slot).ToDictionary(p => p.Slot!, p => p.Text, StringComparer.Ordinal);

    /// <summary>Signs that stand in the tables instead of a figure.</summary>
    public IReadOnlyList<string> Signs =>
        [.. CellSigns.All.Where(s => Tables.Any(t => t.Rows.Any(r => r.Cells.Any(c => c.Text.Contains(s, StringComparison.Ordinal)))))];

    /// <summary>The same with sentences that people wrote instead of the program's.</summary>
    /// <param name="written">By slot; a slot that the report does not have is passed over.</param>
    public ReportDocument With(IReadOnlyDictionary<string, string> written) => this with
    {
        Parts =
        [
            .. Parts.Select(part => part with
            {
                Blocks =
                [
                    .. part.Blocks.Select(b => b is ParagraphBlock { Slot: { } slot } sentence && written.TryGetValue(slot, out var text)
                        ? sentence with { Text = text } : b),
                ],
            }),
        ],
    };

    /// <summary>The same with the parts for which a person claims an exemption marked so; the public edition goes without them.</summary>
    public ReportDocument With(IEnumerable<ExemptionClaim> claims)
    {
        var standing = claims.Where(c => c.Stands).ToDictionary(c => c.Part, c => c.Claimed, StringComparer.Ordinal);
        var parts = Parts.Select(p => standing.TryGetValue(p.Code, out var claimed) ? p with { Exempt = claimed } : p);
        return this with { Parts = [.. parts.Where(p => p.Exempt is null || Edition != Edition.Public)] };
    }
}

/// <summary>A part of a report. It begins with a heading of the first level, which is its name.</summary>
/// <param name="Code">Lower case with hyphens, the same in every edition and language.</param>
/// <param name="Exempt">Set where somebody claims that it is exempt from publication: it then stands in an appendix apart.</param>
public sealed record ReportPart(string Code, IReadOnlyList<ReportBlock> Blocks, Exemption? Exempt = null)
{
    public string Title => Blocks.OfType<HeadingBlock>().FirstOrDefault()?.Text ?? Code;
}

/// <summary>What a part of a report is made of.</summary>
public abstract record ReportBlock;

/// <summary>Begins a part of the report, or a section of one.</summary>
/// <param name="Level">1 to 3; below the title of the report.</param>
public sealed record HeadingBlock(int Level, string Text) : ReportBlock;

/// <summary>Sentences that are read together.</summary>
/// <param name="Slot">Under which a person may put it in other words; null for what stays as it is. The same in every edition.</param>
/// <param name="IsNumbered">Counted through the whole report, as committees ask for it.</param>
public sealed record ParagraphBlock(string Text, string? Slot = null, bool IsNumbered = false) : ReportBlock;

/// <summary>Points, each with a mark before it.</summary>
public sealed record ListBlock(IReadOnlyList<string> Items) : ReportBlock;
