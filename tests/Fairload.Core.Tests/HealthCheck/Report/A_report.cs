using FsCheck;
using FsCheck.Fluent;
using Fairload.Core.HealthCheck.Report;
using Fairload.Core.Surveys.Results;

namespace Fairload.Core.Tests.HealthCheck.Report;

public sealed class A_report
{
    private static readonly ReportDocument Sound = MadeUpReport.Of(Edition.Members);
    private static readonly ReportPart Part = Sound.Parts[1];
    private static readonly TableBlock Table = Part.Blocks.OfType<TableBlock>().Single();
    private static readonly ChartBlock Chart = Part.Blocks.OfType<ChartBlock>().Single();

    [Fact]
    public void Passes_when_it_can_be_read_by_everybody()
    {
        Assert.Empty(Faults(Sound));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.GeneratorFor<int>().ToArbitrary(), seed =>
            Faults(MadeUpReport.Drawn(seed)).Count == 0));
    }

    [Theory]
    [InlineData("leaves out a level", 0)]
    [InlineData("does not begin with a heading", 1)]
    [InlineData("has no caption", 2)]
    [InlineData("without a heading", 3)]
    [InlineData("too few, too many or empty cells", 4)]
    [InlineData("no text for whoever does not see it", 5)]
    [InlineData("has 5 series", 6)]
    [InlineData("has no date or no base", 7)]
    [InlineData("has more decimals than are shown", 8)]
    [InlineData("where the figure is 86", 9)]
    [InlineData("names two things", 10)]
    [InlineData("Two sentences have the slot", 11)]
    [InlineData("no date or no base", 12)]
    [InlineData("two columns or two rows of the same heading", 13)]
    public void Is_refused_where_somebody_could_not_read_it(string says, int fault) =>
        Assert.Contains(Faults(Broken(fault)), f => f.Contains(says, StringComparison.Ordinal));

    [Fact]
    public void Has_no_exempt_part_in_the_public_edition()
    {
        var claim = Claim("supervision");
        Assert.DoesNotContain(MadeUpReport.Of(Edition.Public).With([claim]).Parts, p => p.Code == "supervision");
        Assert.Equal("Ann Lee", MadeUpReport.Of(Edition.Members).With([claim]).Parts.Single(p => p.Code == "supervision").Exempt!.ClaimedBy);
        var marked = MadeUpReport.Of(Edition.Public) with { Parts = [Part with { Exempt = claim.Claimed }] };
        Assert.Contains(Faults(marked), f => f.StartsWith("An exempt part can not stand in the public edition", StringComparison.Ordinal));
        Assert.True(claim.GiveUp("Dana Cole", new(2026, 4, 2)).Try(out _, out _));
        Assert.Contains(MadeUpReport.Of(Edition.Public).With([claim]).Parts, p => p.Code == "supervision");
    }

    [Fact]
    public void Says_in_a_coarser_edition_nothing_that_the_finer_one_does_not()
    {
        var (staff, members, everybody) = (MadeUpReport.Of(Edition.Internal), Sound, MadeUpReport.Of(Edition.Public));
        Assert.Empty(EditionsCompared.OnlyIn(members, staff));
        Assert.Empty(EditionsCompared.OnlyIn(everybody, staff));
        Assert.Empty(EditionsCompared.OnlyIn(everybody, members));
        // 83 rounds to 85: told as it is, it is another figure.
        Assert.Equal(["held / Adults / 2026", "held / Children / 2026", "held / Children / 2025"],
            EditionsCompared.OnlyIn(staff, everybody).Take(3));
        var more = With(Table with { Rows = [.. Table.Rows, new ReportRow("Fostering", [.. Table.Rows[0].Cells])] });
        Assert.Equal(["held / Fostering / 2026", "held / Fostering / 2025"], EditionsCompared.OnlyIn(more, members));
    }

    [Fact]
    public void Shows_figures_alike_to_people_and_to_programs()
    {
        var number = new ReportNumber(1204.5m, "days", 1, new(2026, 3, 31), "cases");
        Assert.Equal(("1,204.5 days", "1204.5"), (number.ToString(), number.Plain));
        Assert.Equal("-3%", new ReportNumber(-3, "%", 0, new(2026, 3, 31), "cases").ToString());
    }

    private static ReportDocument Broken(int fault) => fault switch
    {
        0 => With(new HeadingBlock(3, "Too deep")),
        1 => Sound with { Parts = [new("bare", [new ParagraphBlock("No heading.")])] },
        2 => With(Table with { Caption = " " }),
        3 => With(Table with { Rows = [Table.Rows[0] with { Heading = "" }] }),
        4 => With(Table with { Rows = [Table.Rows[0] with { Cells = [ReportCell.Hidden] }] }),
        5 => With(Chart with { Alt = "" }),
        6 => With(Chart with { Series = [.. Enumerable.Range(0, 5).Select(s => new ReportSeries($"{s}", [1, 2, 3]))] }),
        7 => With(Cell(ReportCell.Of(new(86, "%", 0, new(2026, 3, 31), "")))),
        8 => With(Cell(ReportCell.Of(new(86.5m, "%", 0, new(2026, 3, 31), "204 sessions")))),
        9 => With(Cell(new("68%", new(86, "%", 0, new(2026, 3, 31), "204 sessions")))),
        10 => Sound with { Parts = [.. Sound.Parts, Sound.Parts[0] with { Blocks = [new HeadingBlock(1, "Again")] }] },
        11 => Sound with { Parts = [.. Sound.Parts, Sound.Parts[0] with { Code = "again" }] },
        12 => With(Chart with { Note = new(default, "sessions", "") }),
        13 => With(Table with { Columns = ["Service", "2026", "2026"] }),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private static TableBlock Cell(ReportCell cell) => Table with { Rows = [Table.Rows[0] with { Cells = [cell, ReportCell.Hidden] }] };

    private static ReportDocument With(ReportBlock block) => Sound with { Parts = [new("one", [new HeadingBlock(1, "One"), block])] };

    private static ExemptionClaim Claim(string part)
    {
        Assert.True(ExemptionClaim.Claim(Guid.Empty, part, "Section 40", "It names a person.", "Ann Lee", new(2026, 4, 1))
            .Try(out var claim, out _));
        return claim;
    }

    private static IReadOnlyList<string> Faults(ReportDocument report) =>
        ReportRules.Check(report).Try(out _, out var problems) ? [] : [.. problems.Select(p => p.Message)];
}
