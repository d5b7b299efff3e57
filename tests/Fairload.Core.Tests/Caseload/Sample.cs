using Fairload.Core.Caseload;

namespace Fairload.Core.Tests.Caseload;

/// <summary>Weights and cases for the tests, stating only what matters.</summary>
internal static class Sample
{
    public static DateOnly Day { get; } = new(2026, 11, 20);

    public static Weights Weights { get; } = new("sample/1", "Sample", "Nobody", new(2026, 1, 1), true,
        new Dictionary<string, CaseWeight>
        {
            ["child-protection"] = new(6, 8, 10, 8),
            ["child-in-need"] = new(4, 5, 7, 5),
            ["nothing"] = new(0, 0, 0, 0),
            ["other"] = new(3, 4, 6, 4),
        },
        new Dictionary<string, decimal> { ["far"] = 1.5m }, 2, 0.5m, new());

    public static Bands Bands { get; } = new();

    public static HeldCase Case(string type = "child-protection", int? tier = 2, string family = "", string travel = "",
        bool court = false, decimal share = 1) =>
        new(Id<Case>.New(), type, tier, new(family, travel, court), share);

    public static WorkerNow Worker(decimal? fte = 1, bool newlyQualified = false, IReadOnlyList<decimal>? reductions = null,
        decimal duty = 0) =>
        new(fte, newlyQualified, reductions ?? [], duty == 0 ? [] : [new("duty rota", duty)]);

    public static WorkerLoad Load(params HeldCase[] held) => WorkerLoad.Of(Worker(), held, Weights, Bands);

    public static FactorSet FactorSet { get; } = new("sample/1", Area.Children, "Sample", "Nobody", new(2026, 1, 1), true,
        [.. Enumerable.Range(1, 6).Select(n => new Factor($"Factor {n}", "Help", ["low", "middle", "high"], n > 3))]);

    public static IReadOnlyList<Problem> Problems<T>(Result<T> result) where T : notnull
    {
        Assert.False(result.Try(out _, out var problems));
        return problems;
    }
}
