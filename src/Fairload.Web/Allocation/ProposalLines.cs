using System.Globalization;
using Fairload.App.Allocation;
using Fairload.Core.Workforce;

namespace Fairload.Web.Allocation;

/// <summary>A proposal in sentences, for the terminal.</summary>
internal static class ProposalLines
{
    private const int NamesShown = 5;

    public static IEnumerable<string> Of(ProposalView view, PracticeWords words)
    {
        var T = new Catalogue(Language.English);
        foreach (var one in view.Cases)
        {
            var from = one.From is null ? "waits" : one.From.Name;
            var signs = string.Concat(
                KindWords.Of(T, one.Signs, one.Entered.Language, one.Entered.Locality, words).Select(sign => $"; {sign}"));
            yield return $"{one.Case.Reference,-16} {from} → {one.To.Name}{(one.With is null ? "" : $", jointly with {one.With.Name}")}{signs}";
        }

        foreach (var left in view.Left) yield return $"{left.Case.Reference,-16} goes on waiting: {Why(left)}";
        foreach (var block in view.Blocks.Take(NamesShown)) yield return Says(block);
        if (view is { HeaviestBefore: { } before, HeaviestAfter: { } after, Bound: { } bound })
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Heaviest {before} → {after}; no sharing can make it lighter than {bound}. Gap {view.Gap:0.####} over the whole order, {view.GapOfHeaviest:0.####} of the heaviest; seed {view.Asked.Seed}, {view.Steps} steps.");
        }
    }

    /// <summary>"10 moves buy 80% of the possible fairness".</summary>
    public static string Says(MovesView point) => string.Create(
        CultureInfo.InvariantCulture, $"{point.Moves,4} moves buy {point.Bought,4:0%} of the possible fairness; heaviest {point.Heaviest}");

    /// <summary>Why a case is left waiting.</summary>
    public static string Why(LeftWaiting left) => left.Could > 0
        ? $"{left.Could} could hold it by the rules, and none has room for it under the ceiling and beside what weighs more"
        : "nobody may hold it by the rules";

    /// <summary>Why it gets no lighter for some.</summary>
    public static string Says(BlockView block)
    {
        var names = string.Join(", ", block.People.Take(NamesShown).Select(p => p.Name))
            + (block.People.Count > NamesShown ? $" and {block.People.Count - NamesShown} more" : "");
        if (block.Cases == 0) return $"{names}: {block.Share} by what is held already; nothing of this makes it lighter.";
        var cases = block.Cases == 1 ? "1 case has" : $"{block.Cases} cases have";
        return $"{cases} nowhere lighter to go than to {names}: others may not hold what is theirs, or stand at the ceiling. "
            + $"Shared perfectly they stand at {block.Share}; only other rules, more room or moving what is held can change that.";
    }
}
