using Fairload.Core.Workforce;
using Fairload.Core.Workplace;

namespace Fairload.Core.Tests.Workplace;

/// <summary>Teams, days and deeds that the tests of the registers share.</summary>
internal static class In_the_registers
{
    public static readonly DateOnly Today = new(2026, 11, 16);
    public static readonly Id<Team> Riverside = Id<Team>.New();
    public static readonly Id<Team> Hillside = Id<Team>.New();

    /// <summary>Without bank holidays, so that weeks have five days.</summary>
    public static readonly WorkingCalendar Weeks = new([], new(2024, 1, 1), new(2027, 12, 31));

    public static RegisterDeed By(string who = "Pat Singh", DateOnly? on = null) =>
        new(who, (on ?? Today).ToDateTime(new(9, 0)), on ?? Today);

    public static T Good<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? value : throw new InvalidOperationException(problems[0].Message);

    public static IReadOnlyList<string> Refused<T>(Result<T> result) where T : notnull =>
        result.Try(out var value, out var problems) ? throw new InvalidOperationException($"It was not refused: {value}")
            : [.. problems.Select(p => p.Field)];
}
