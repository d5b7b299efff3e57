namespace Fairload.Core.Surveys.Rounds;

/// <summary>One person of the staff list as a colleague could find them in a table.</summary>
/// <param name="Values">What they would answer to each background question.</param>
public sealed record AskedPerson(string Unit, IReadOnlyDictionary<BackgroundQuestion, string> Values);

/// <summary>How many people can be picked out of a crossing.</summary>
/// <param name="Alone">Nobody else has the same unit and the same answers.</param>
/// <param name="InSmall">They and those like them are fewer than the floor, though not nobody; those who stand alone are among
/// them.</param>
public sealed record Standing(int Alone, int InSmall);

/// <summary>What one question costs.</summary>
/// <param name="ByItself">Unit and this question alone.</param>
/// <param name="Without">Everything but this question.</param>
/// <param name="Smallest">The option that fewest of all have; the first to be joined to another.</param>
public sealed record QuestionCost(BackgroundQuestion Question, Standing ByItself, Standing Without, string Smallest, int InSmallest);

/// <summary>One unit of those asked.</summary>
/// <param name="Expected">How many answer if as many do as is expected.</param>
/// <param name="IsShown">That is the floor or more.</param>
public sealed record UnitOutlook(string Unit, int People, int Expected, bool IsShown);

/// <summary>
/// The staff list held against the background questions, before anybody is asked: who could be found by their unit and their answers. It
/// speaks in counts and never says who.
/// </summary>
public sealed record Crossing(
    Standing All, IReadOnlyList<QuestionCost> Questions, IReadOnlyList<UnitOutlook> Units, BackgroundQuestion? Drop)
{
    /// <summary>What the civil service's own survey of all its staff reached in 2023.</summary>
    public const int UsualResponse = 65;

    public int People => Units.Sum(u => u.People);

    /// <summary>People in a unit that will be shown if as many answer as is expected.</summary>
    public int Shown => Units.Where(u => u.IsShown).Sum(u => u.People);

    /// <param name="response">Per cent of those asked, 1 to 100.</param>
    public static Crossing Of(IReadOnlyList<AskedPerson> people, IReadOnlyList<BackgroundQuestion> asked, int floor, int response)
    {
        var all = Count(people, asked, floor);
        var costs = asked.Select(q => Cost(people, asked, q, floor)).ToList();
        var units = people.GroupBy(p => p.Unit).OrderBy(g => g.Key, StringComparer.CurrentCulture)
            .Select(g => Outlook(g.Key, g.Count(), floor, response)).ToList();

        // The question without which fewest are left that could be found; only if that helps at all.
        var drop = costs.Where(c => c.Without.InSmall < all.InSmall)
            .OrderBy(c => c.Without.Alone).ThenBy(c => c.Without.InSmall).Select(c => (BackgroundQuestion?)c.Question).FirstOrDefault();
        return new(all, costs, units, drop);
    }

    /// <summary>How many of so many answer, rounded down: a half of a person shows nothing.</summary>
    public static int Expected(int people, int response) => people * response / 100;

    public static UnitOutlook Outlook(string unit, int people, int floor, int response) =>
        new(unit, people, Expected(people, response), Expected(people, response) >= floor);

    private static QuestionCost Cost(
        IReadOnlyList<AskedPerson> people, IReadOnlyList<BackgroundQuestion> asked, BackgroundQuestion question, int floor)
    {
        var smallest = people.GroupBy(p => p.Values[question]).OrderBy(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Count: g.Count())).FirstOrDefault();
        return new(
            question, Count(people, [question], floor), Count(people, [.. asked.Where(q => q != question)], floor),
            smallest.Key ?? "", smallest.Count);
    }

    private static Standing Count(IReadOnlyList<AskedPerson> people, IReadOnlyList<BackgroundQuestion> by, int floor)
    {
        var cells = people.GroupBy(p => string.Join('\n', by.Select(q => p.Values[q]).Prepend(p.Unit))).Select(g => g.Count()).ToList();
        return new(cells.Count(c => c == 1), cells.Where(c => c < floor).Sum());
    }
}
