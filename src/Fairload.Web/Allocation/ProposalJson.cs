using Fairload.App.Allocation;
using Fairload.Core.Allocation;

namespace Fairload.Web.Allocation;

/// <summary>A case and who would take it, for programs.</summary>
/// <param name="Signs">What speaks for whoever would take it beside the load, or against them: <c>speaks-language</c>.</param>
internal sealed record ProposedCaseJson(string Case, string? From, string To, string? With, IReadOnlyList<string> Signs);

/// <summary>A case that goes on waiting: how many could hold it by the rules, and against how many each rule stands.</summary>
internal sealed record LeftJson(string Case, int Could, IReadOnlyDictionary<string, int> Rules, string Why);

/// <summary>One person's load before and after, in per cent, unrounded.</summary>
internal sealed record BeforeAfterJson(Guid WorkerId, string Worker, decimal Before, decimal After);

/// <summary>People whom perfect sharing leaves equally loaded.</summary>
internal sealed record BlockJson(decimal Percent, int Cases, IReadOnlyList<string> People, string Says);

/// <summary>A proposal for programs. Gap and bound are numbers: a part of the whole, and per cent.</summary>
internal sealed record ProposalJson(
    IReadOnlyList<ProposedCaseJson> Assignments, IReadOnlyList<LeftJson> Unplaced, IReadOnlyList<BeforeAfterJson> Loads,
    decimal? HeaviestBefore, decimal? HeaviestAfter, decimal? Bound, double Gap, double GapOfHeaviest, long RiskPlaced, long RiskBound,
    int Moves, bool IsExact, ulong Seed, long Steps, IReadOnlyList<BlockJson> Blocks)
{
    public static ProposalJson Of(ProposalView view) => new(
        [.. view.Cases.Select(c => new ProposedCaseJson(c.Case.Reference, c.From?.Name, c.To.Name, c.With?.Name, Names(c.Signs)))],
        [.. view.Left.Select(l => new LeftJson(l.Case.Reference, l.Could, Named(l.Why), ProposalLines.Why(l)))],
        [.. view.People.Select(p => new BeforeAfterJson(p.Worker.Id.Value, p.Worker.Name, p.Before.Value, p.After.Value))],
        view.HeaviestBefore?.Value, view.HeaviestAfter?.Value, view.Bound?.Value, view.Gap, view.GapOfHeaviest, view.RiskPlaced,
        view.RiskBound, view.Moves, view.IsExact, view.Asked.Seed, view.Steps,
        [.. view.Blocks.Select(b => new BlockJson(b.Share.Value, b.Cases, [.. b.People.Select(p => p.Name)], ProposalLines.Says(b)))]);

    public static IReadOnlyList<string> Names(KindSigns signs) =>
    [
        .. KindAgreement.Order.Where(s => signs.HasFlag(s))
            .Select(s => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(s.ToString())),
    ];

    private static Dictionary<string, int> Named(IReadOnlyDictionary<Rule, int> why) => why.ToDictionary(
        w => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(w.Key.ToString()), w => w.Value);
}
